// The import rule bites: one violation of each kind, and the neighbours that are allowed.
import { describe, expect, it } from 'vitest';
import { brokenImports } from '../../scripts/import-rule.ts';

/** Checks files given as `path: text`. */
const broken = (files: Record<string, string>) =>
  brokenImports(Object.entries(files).map(([path, text]) => ({ path, text })));

describe('the import rule', () => {
  it.each([
    ['src/contract/a.ts', '../domain/b.ts', 'contract never imports domain'],
    ['src/domain/x/a.ts', '../../server/b.ts', 'domain never imports server'],
    ['src/domain/x/a.ts', '../../tv/b.ts', 'domain never imports tv'],
    ['src/server/http/a.ts', '../../tv/b.ts', 'server never imports tv'],
    ['src/server/a.ts', '../console/b.ts', 'server never imports console'],
    ['src/server/a.ts', '../cli/b.ts', 'server never imports cli'],
    ['src/console/a.tsx', '../server/b.ts', 'console never imports server'],
    ['src/console/a.tsx', '../tv/b.ts', 'console never imports tv'],
    ['src/tv/a.ts', '../server/b.ts', 'tv never imports server'],
    ['src/tv/a.ts', './mocks/b.ts', 'tv never imports tv/mocks'],
    ['src/tv/a.ts', 'zod', 'the TV app never loads zod'],
    ['src/phone/a.ts', 'zod', "the phone's page never loads zod"],
    ['src/phone/a.ts', '../contract/b.ts', 'phone imports contract only as types (import type)'],
    ['src/phone/a.ts', '../server/b.ts', 'phone never imports server'],
    ['src/server/a.ts', '../../tests/b.ts', 'src never imports tests'],
    ['src/cli/a.ts', '../../scripts/b.ts', 'src never imports scripts'],
    ['src/server/features/boxes/service.ts', '../feed/store.ts', 'boxes never imports the store of feed'],
    ['src/elsewhere/a.ts', '../contract/b.ts', 'src/elsewhere is no part the import rule knows'],
  ])('%s must not import %s', (path, specifier, sentence) => {
    expect(broken({ [path]: `// first\nimport { b } from '${specifier}';` })).toEqual([`${path}:2: ${sentence}`]);
  });

  it.each([
    ['an export', "export { b } from '../server/b.ts';"],
    ['an export of all', "export * from '../server/b.ts';"],
    ['an import for its effect', "import '../server/b.ts';"],
    ['an import on demand', "const b = await import('../server/b.ts');"],
    ['a type', "import type { B } from '../server/b.ts';"],
    ['a re-exported type', "export type { B } from '../server/b.ts';"],
  ])('sees %s', (_, text) => {
    expect(broken({ 'src/domain/a.ts': text })).toEqual(['src/domain/a.ts:1: domain never imports server']);
  });

  it('lets the TV app name the types of the contract and nothing that loads it', () => {
    const path = 'src/tv/a.ts';
    const sentence = [`${path}:1: tv imports contract only as types (import type)`];
    expect(broken({ [path]: "import type { B } from '../contract/b.ts';" })).toEqual([]);
    expect(broken({ [path]: "import { B } from '../contract/b.ts';" })).toEqual(sentence);
    expect(broken({ [path]: "import { type B } from '../contract/b.ts';" })).toEqual(sentence);
  });

  it('finds zod on its way to the television through the domain', () => {
    const files = {
      'src/tv/a.ts': "import { b } from '../domain/b.ts';",
      'src/domain/b.ts': "export { c } from './c.ts';",
      'src/domain/c.ts': "import { Block } from '../contract/notices.ts';\nimport { z } from 'zod';",
    };
    const chain = 'the TV app loads it (src/tv/a.ts > src/domain/b.ts > src/domain/c.ts)';
    expect(broken(files)).toEqual([
      `src/domain/c.ts:1: loads ../contract/notices.ts, and ${chain}`,
      `src/domain/c.ts:2: loads zod, and ${chain}`,
    ]);
    expect(broken({ ...files, 'src/tv/a.ts': "import type { B } from '../domain/b.ts';" })).toEqual([]);
  });

  it('lets everyone meet where they should', () => {
    expect(
      broken({
        'src/domain/a.ts': "import { Notice } from '../contract/notices.ts';",
        'src/server/features/boxes/service.ts':
          "import { a } from '../../../domain/a.ts';\nimport { b } from './store.ts';\nimport { c } from '../feed/service.ts';",
        'src/server/push/replay.ts': "import { rows } from '../features/feed/store.ts';",
        'src/console/a.tsx': "import { z } from 'zod';\nimport { a } from '../contract/notices.ts';",
        'src/cli/a.ts': "import { serve } from '../server/main.ts';",
        'src/tv/main.ts': "const { start } = await import('./mocks/start.ts');",
        'src/tv/mocks/start.ts': "import { readFeed } from '../../contract/feed.ts';",
        'tests/a.ts': "import { a } from '../src/server/main.ts';",
      }),
    ).toEqual([]);
  });
});
