#!/usr/bin/env node
// The `linli` command.
import { defineCommand, runMain } from 'citty';

const main = defineCommand({
  meta: { name: 'linli', description: 'Linli (邻里): the smart-community system on the television' },
  subCommands: {
    serve: () => import('./serve.ts').then((module) => module.serve),
    config: () => import('./config.ts').then((module) => module.config),
    coverage: () => import('./coverage.ts').then((module) => module.coverage),
    audit: () => import('./audit/main.ts').then((module) => module.audit),
    box: () => import('./box/main.ts').then((module) => module.box),
    keys: () => import('./keys.ts').then((module) => module.keys),
    guides: () => import('./guides/main.ts').then((module) => module.guides),
    cap: () => import('./cap/main.ts').then((module) => module.cap),
    'open311-key': () => import('./open311-key.ts').then((module) => module.open311Key),
  },
});

await runMain(main);
