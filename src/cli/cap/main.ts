// `linli cap`: warnings as files, in and out.
import { defineCommand } from 'citty';

export const cap = defineCommand({
  meta: { name: 'cap', description: 'Warnings from and to other systems (CAP 1.2, emergency broadcast)' },
  subCommands: {
    import: () => import('./import.ts').then((module) => module.importWarning),
    export: () => import('./export.ts').then((module) => module.exportWarning),
  },
});
