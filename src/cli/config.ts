// `linli config`: every setting, its value and where it comes from.
import { defineCommand } from 'citty';
import { explainConfig, readConfig } from '../server/config.ts';

export const config = defineCommand({
  meta: { name: 'config', description: 'Print every setting with its value and its source' },
  run() {
    readConfig(process.env);
    for (const { name, value, source } of explainConfig(process.env)) {
      process.stdout.write(`${name.padEnd(22)} ${value.padEnd(30)} ${source}\n`);
    }
  },
});
