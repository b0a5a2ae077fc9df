// `linli box`: what an operator does with set-top boxes from the command line.
import { defineCommand } from 'citty';

export const box = defineCommand({
  meta: { name: 'box', description: 'Set-top boxes' },
  subCommands: {
    import: () => import('./import.ts').then((module) => module.importBoxes),
    simulate: () => import('./simulate.ts').then((module) => module.simulate),
  },
});
