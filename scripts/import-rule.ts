// The import rule as data and a pure check: which part of src may load which, and what may reach televisions and phones.
import { type Import, importsOf } from './imports-of.ts';

/** Parts, by the folder under src/. The TV's mocks are a part of their own: they never travel to a box. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  contract: [],
  domain: ['contract'],
  server: ['contract', 'domain'],
  tv: ['domain'],
  'tv/mocks': ['contract', 'domain', 'tv'],
  console: ['contract', 'domain'],
  phone: ['domain'],
  cli: ['contract', 'domain', 'server'],
};

/** What a part may name in its types besides, since `import type` loads nothing. */
const MAY_IMPORT_TYPES: Readonly<Record<string, readonly string[]>> = { tv: ['contract'], phone: ['contract'] };

/** Parts that are small because zod, and with it the contract's code, never runs there. */
const WITHOUT_ZOD: Readonly<Record<string, string>> = { tv: 'the TV app', phone: "the phone's page" };

/** Loaded only when asked for, in the build that has no server. */
const MAY_IMPORT_ON_DEMAND: Readonly<Record<string, readonly string[]>> = { tv: ['tv/mocks'] };

export interface SourceFile {
  /** From the repository's root, with forward slashes: `src/tv/main.ts` */
  readonly path: string;
  readonly text: string;
}

/** Every import that breaks the rule, as `path:line: sentence`; empty when all is well. */
export function brokenImports(files: readonly SourceFile[]): string[] {
  const graph = new Map(files.map((file) => [file.path, importsOf(file.path, file.text)]));
  const direct = [...graph].flatMap(([path, imports]) =>
    imports.flatMap((one) => {
      const wrong = whyNot(path, one);
      return wrong === null ? [] : [`${path}:${one.line}: ${wrong}`];
    }),
  );
  return [...direct, ...Object.keys(WITHOUT_ZOD).flatMap((part) => reaches(part, graph))];
}

/** The part a path belongs to: `tv/mocks`, `server`; null outside src/. */
function partOf(path: string): string | null {
  const [root, first, second] = path.split('/');
  if (root !== 'src' || first === undefined) return null;
  const nested = `${first}/${second}`;
  return nested in MAY_IMPORT ? nested : first;
}

function whyNot(path: string, one: Import): string | null {
  const from = partOf(path);
  if (from === null) return null;
  if (!(from in MAY_IMPORT)) return `src/${from} is no part the import rule knows`;
  if (one.file === null) return one.name === 'zod' && WITHOUT_ZOD[from] ? `${WITHOUT_ZOD[from]} never loads zod` : null;
  const to = partOf(one.file);
  if (to === null) return `src never imports ${one.file.split('/')[0]}`;
  if (to === from) return strangerStore(path, one.file);
  if (MAY_IMPORT[from]?.includes(to)) return null;
  if (one.kind === 'on-demand' && MAY_IMPORT_ON_DEMAND[from]?.includes(to)) return null;
  if (!MAY_IMPORT_TYPES[from]?.includes(to)) return `${from} never imports ${to}`;
  return one.kind === 'type' ? null : `${from} imports ${to} only as types (import type)`;
}

/** Features meet in services or in the domain, never in each other's tables. */
function strangerStore(path: string, file: string): string | null {
  const [, theirs] = file.match(/^src\/server\/features\/([^/]+)\/store\.ts$/) ?? [];
  const [, ours] = path.match(/^src\/server\/features\/([^/]+)\//) ?? [];
  return theirs && ours && theirs !== ours ? `${ours} never imports the store of ${theirs}` : null;
}

/** What such a part loads through the domain loads neither zod nor the contract, which is made of zod. */
function reaches(part: string, graph: ReadonlyMap<string, readonly Import[]>): string[] {
  const chains = new Map<string, string>();
  const queue = [...graph.keys()].filter((path) => partOf(path) === part);
  for (const path of queue) chains.set(path, path);
  for (const path of queue) {
    for (const { kind, file } of graph.get(path) ?? []) {
      if (kind === 'type' || file === null || partOf(file) !== 'domain' || chains.has(file)) continue;
      chains.set(file, `${chains.get(path)} > ${file}`);
      queue.push(file);
    }
  }
  return queue.flatMap((path) =>
    (graph.get(path) ?? [])
      .filter(({ kind, file, name }) => kind !== 'type' && (name === 'zod' || (file && partOf(file) === 'contract')))
      .filter(() => partOf(path) !== part)
      .map(
        ({ line, name }) => `${path}:${line}: loads ${name}, and ${WITHOUT_ZOD[part]} loads it (${chains.get(path)})`,
      ),
  );
}
