// `linli keys`: the keys that sign what reaches a screen: which there are, the next one, and one that is trusted no longer.
import { defineCommand } from 'citty';
import { type KeyRing, listKeys, revokeKey, rotateKey } from '../contract/signing.ts';
import { withServer } from './ask.ts';
import { complaining } from './complain.ts';
import { keysTexts as TEXTS } from './texts/keys.zh-CN.ts';

const reason = { type: 'string', description: 'why; it is written down', required: true } as const;
const json = { type: 'boolean', description: 'one JSON object', default: false } as const;

const list = defineCommand({
  meta: { name: 'list', description: 'The keys and their states, and the root that vouches for them' },
  args: { json },
  run: ({ args }) => complaining(async () => tell(await withServer(({ ask }) => ask(listKeys, {})), args.json)),
});

const rotate = defineCommand({
  meta: { name: 'rotate', description: 'Sign with a new key from now on; the one before stays trusted' },
  args: { reason, json },
  run: ({ args }) =>
    complaining(async () => {
      const body = { reason: args.reason };
      tell(await withServer(({ ask }) => ask(rotateKey, { body })), args.json);
    }),
});

const revoke = defineCommand({
  meta: { name: 'revoke', description: 'Trust a key no longer: boxes take off what it signed' },
  args: { id: { type: 'positional', description: 'of the key, 16 hex digits', required: true }, reason, json },
  run: ({ args }) =>
    complaining(async () => {
      const given = { params: { id: args.id }, body: { reason: args.reason } };
      tell(await withServer(({ ask }) => ask(revokeKey, given)), args.json);
    }),
});

export const keys = defineCommand({
  meta: { name: 'keys', description: 'The keys that sign what reaches a screen' },
  subCommands: { list, rotate, revoke },
});

function tell(ring: KeyRing, asJson: boolean): void {
  if (asJson) return void process.stdout.write(`${JSON.stringify(ring)}\n`);
  const lines = ring.keys.map(({ id, state, createdAt }) => `${id}  ${createdAt}  ${TEXTS.states[state]}`);
  process.stdout.write(`${TEXTS.root(ring.root.publicKey)}\n${TEXTS.version(ring.version)}\n${lines.join('\n')}\n`);
}
