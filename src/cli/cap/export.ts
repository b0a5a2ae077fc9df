// `linli cap export ID`: an alert as CAP 1.2, or as a message or receipt of the emergency broadcast, on standard output.
import { defineCommand } from 'citty';
import { urlOf } from '../../contract/call.ts';
import { ALERT_CAP_PATH, ALERT_EBM_PATH, ALERT_RECEIPT_PATH } from '../../contract/cap-calls.ts';
import { withServer } from '../ask.ts';
import { complaining } from '../complain.ts';
import { capTexts as TEXTS } from '../texts/cap.zh-CN.ts';

const PATHS: Readonly<Record<string, string>> = {
  cap: ALERT_CAP_PATH,
  ebm: ALERT_EBM_PATH,
  receipt: ALERT_RECEIPT_PATH,
};

export const exportWarning = defineCommand({
  meta: { name: 'export', description: 'Write an alert as XML' },
  args: {
    id: { type: 'positional', description: "the alert's id", required: true },
    format: { type: 'string', description: 'cap, ebm, or receipt (EBMStateResponse)', default: 'cap' },
  },
  run: ({ args }) =>
    complaining(async () => {
      const path = PATHS[args.format];
      if (path === undefined) {
        process.stderr.write(`${TEXTS.noFormat(args.format)}\n`);
        process.exitCode = 1;
        return;
      }
      const xml = await withServer(async ({ send }) => (await send(urlOf(path, { id: args.id }, undefined))).text());
      process.stdout.write(xml);
    }),
});
