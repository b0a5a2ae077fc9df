// `linli audit verify`: has any row of the audit log been changed, removed or put elsewhere? Ends with code 1 where one has.
import { setTimeout as after } from 'node:timers/promises';
import { defineCommand } from 'citty';
import { readVerification, sealAudit, startVerification, type Verification } from '../../contract/audit.ts';
import { type Client, withServer } from '../ask.ts';
import { complaining } from '../complain.ts';
import { createProgress } from '../progress.ts';
import { auditTexts as TEXTS } from '../texts/audit.zh-CN.ts';

const ASK_EVERY_MS = 250;

export const verify = defineCommand({
  meta: { name: 'verify', description: "Verify the audit log's hash chain and the seals on it" },
  args: {
    seal: { type: 'boolean', description: 'seal its end when nothing is wrong', default: false },
    json: { type: 'boolean', description: 'one JSON object', default: false },
  },
  run: ({ args }) =>
    complaining(async () => {
      await withServer(async (client) => {
        const found = await carryOut(client);
        if (!found) {
          process.stderr.write(`${TEXTS.failed}\n`);
          process.exitCode = 1;
          return;
        }
        const isSound = found.fault === null;
        const sealed = args.seal && isSound ? await client.ask(sealAudit, {}) : null;
        const lines = args.json
          ? [JSON.stringify({ ...found, ...(sealed && { sealed }) })]
          : [...TEXTS.found(found), ...(sealed ? [TEXTS.sealed(sealed.link)] : [])];
        process.stdout.write(`${lines.join('\n')}\n`);
        if (!isSound) process.exitCode = 1;
      });
    }),
});

/** Undefined where it could not be carried out. */
async function carryOut({ ask }: Client): Promise<Verification | undefined> {
  const progress = createProgress(TEXTS.progress, process.stderr);
  let state = await ask(startVerification, {});
  while (state.running) {
    progress.tell(state.running.done, state.running.total || null);
    await after(ASK_EVERY_MS);
    state = await ask(readVerification, {});
  }
  if (state.last && !state.failed) progress.tell(state.last.rows, Math.max(state.last.rows, 1));
  progress.end();
  return state.failed ? undefined : (state.last ?? undefined);
}
