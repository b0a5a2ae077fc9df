// `linli cap import FILE`: hands a CAP or EBM document in and says what came of it, or why it was refused.
import { readFile } from 'node:fs/promises';
import { defineCommand } from 'citty';
import { CAP_IMPORT_PATH, CapOutcome } from '../../contract/cap-calls.ts';
import { withServer } from '../ask.ts';
import { complaining } from '../complain.ts';
import { capTexts as TEXTS } from '../texts/cap.zh-CN.ts';

export const importWarning = defineCommand({
  meta: { name: 'import', description: 'Hand in a warning: a file in CAP 1.2 or an EBM packet' },
  args: { file: { type: 'positional', description: 'the document', required: true } },
  run: ({ args }) =>
    complaining(async () => {
      const body = await readFile(args.file).catch(() => undefined);
      if (!body) {
        process.stderr.write(`${TEXTS.noFile(args.file)}\n`);
        process.exitCode = 1;
        return;
      }
      const headers = { 'content-type': 'application/xml' };
      const outcome = await withServer(async ({ send }) => {
        const answer = await send(CAP_IMPORT_PATH, { method: 'POST', body, headers });
        return CapOutcome.parse(await answer.json());
      });
      process.stdout.write(`${TEXTS.outcome(outcome)}\n`);
    }),
});
