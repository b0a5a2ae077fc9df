// `linli guides`: the service guides.
import { defineCommand } from 'citty';

export const guides = defineCommand({
  meta: { name: 'guides', description: 'The service guides' },
  subCommands: {
    check: () => import('./check.ts').then((module) => module.check),
  },
});
