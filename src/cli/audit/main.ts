// `linli audit`: the log of who did what.
import { defineCommand } from 'citty';

export const audit = defineCommand({
  meta: { name: 'audit', description: 'The log of who did what' },
  subCommands: {
    verify: () => import('./verify.ts').then((module) => module.verify),
  },
});
