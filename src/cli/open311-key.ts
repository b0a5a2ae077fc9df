// `linli open311-key`: which systems may send requests by Open311, one more, and one that may no longer.
import { defineCommand } from 'citty';
import { createOpen311Key, listOpen311Keys, type Open311Key, revokeOpen311Key } from '../contract/open311-calls.ts';
import { type Client, withServer } from './ask.ts';
import { complaining } from './complain.ts';
import { open311KeyTexts as TEXTS } from './texts/open311-key.zh-CN.ts';

const PER_DAY = '500';
const name = {
  type: 'positional',
  description: "the system's name, as it stands in the record",
  required: true,
} as const;
const json = { type: 'boolean', description: 'one JSON object', default: false } as const;

const add = defineCommand({
  meta: { name: 'add', description: 'Let a system send requests; prints its key, this once' },
  args: {
    name,
    'per-day': { type: 'string', description: 'requests it may send in a day', default: PER_DAY },
    json,
  },
  run: ({ args }) =>
    complaining(async () => {
      const body = { name: args.name, perDay: Number(args['per-day']) };
      const made = await withServer(({ ask }) => ask(createOpen311Key, { body }));
      tell(args.json, made, TEXTS.made(made.key, made.secret));
    }),
});

const list = defineCommand({
  meta: { name: 'list', description: 'The systems that have or had a key, and what they sent today' },
  args: { json },
  run: ({ args }) =>
    complaining(async () => {
      const keys = await withServer(({ ask }) => ask(listOpen311Keys, {}));
      tell(args.json, keys, keys.items.map(TEXTS.row).join('\n') || TEXTS.none);
    }),
});

const revoke = defineCommand({
  meta: { name: 'revoke', description: 'Shut a system out' },
  args: { name, json },
  run: ({ args }) =>
    complaining(async () => {
      const revoked = await withServer((client) => revokeByName(client, args.name));
      if (revoked) return tell(args.json, revoked, TEXTS.revoked(revoked));
      process.stderr.write(`${TEXTS.unknown(args.name)}\n`);
      process.exitCode = 1;
    }),
});

export const open311Key = defineCommand({
  meta: { name: 'open311-key', description: 'Keys of systems that send requests by Open311' },
  subCommands: { add, list, revoke },
});

async function revokeByName({ ask }: Client, name: string): Promise<Open311Key | undefined> {
  const { items } = await ask(listOpen311Keys, {});
  const found = items.find((each) => each.name === name && each.revokedAt === null);
  return found && ask(revokeOpen311Key, { params: { id: found.id } });
}

function tell(asJson: boolean, value: object, text: string): void {
  process.stdout.write(`${asJson ? JSON.stringify(value) : text}\n`);
}
