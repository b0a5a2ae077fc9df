// A table's query in the address bar: a page of results can be kept, shared and gone back to.
import type { z } from 'zod';

/** What the address says, by the endpoint's own schema; a value it does not accept counts as not given. */
export function readTableQuery<S extends z.ZodObject>(schema: S, search: URLSearchParams): z.output<S> {
  const accepted: Record<string, string> = {};
  for (const [name, field] of Object.entries(schema.shape)) {
    const raw = search.get(name);
    if (raw && (field as z.ZodType).safeParse(raw).success) accepted[name] = raw;
  }
  return schema.parse(accepted);
}

/** The shortest address for a query: what is empty or the default anyway is left out. */
export function writeTableQuery<S extends z.ZodObject>(schema: S, query: z.output<S>): URLSearchParams {
  const defaults: Record<string, unknown> = schema.parse({});
  const search = new URLSearchParams();
  for (const name of Object.keys(schema.shape)) {
    const value = (query as Record<string, unknown>)[name];
    if (value === undefined || value === null || value === '' || value === defaults[name]) continue;
    search.set(name, String(value));
  }
  return search;
}
