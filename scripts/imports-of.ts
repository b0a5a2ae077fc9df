// What a source file imports, read by Oxc's parser.
import { posix } from 'node:path';
import { parseSync } from 'oxc-parser';

export interface Import {
  /** As written: `zod`, `../contract/feed.ts` */
  readonly name: string;
  /** From the repository's root; null for a package or Node's own module. */
  readonly file: string | null;
  /** `type`: gone after type stripping. `on-demand`: `import(...)`. */
  readonly kind: 'type' | 'value' | 'on-demand';
  readonly line: number;
}

/** @throws SyntaxError when the file does not parse */
export function importsOf(path: string, text: string): Import[] {
  const { module, errors } = parseSync(path, text);
  if (errors.length > 0) throw new SyntaxError(`${path}: ${errors[0]?.message}`);

  const make = (name: string, kind: Import['kind'], start: number): Import => ({
    name,
    file: /^\.{1,2}\//.test(name) ? posix.join(posix.dirname(path), name) : null,
    kind,
    line: text.slice(0, start).split('\n').length,
  });
  // `import { type A }` still loads the module; only `import type` and `export type` do not.
  const kindAt = (start: number) => (/^(import|export)\s+type\b/.test(text.slice(start)) ? 'type' : 'value');
  const exported = module.staticExports.flatMap(({ start, entries }) =>
    entries.slice(0, 1).flatMap(({ moduleRequest }) => (moduleRequest ? [{ start, moduleRequest }] : [])),
  );
  return [
    ...[...module.staticImports, ...exported].map(({ start, moduleRequest }) =>
      make(moduleRequest.value, kindAt(start), start),
    ),
    ...module.dynamicImports.flatMap(({ start, moduleRequest }) => {
      // What is computed at run time has no name here.
      const [, name] = text.slice(moduleRequest.start, moduleRequest.end).match(/^['"](.*)['"]$/) ?? [];
      return name === undefined ? [] : [make(name, 'on-demand', start)];
    }),
  ];
}
