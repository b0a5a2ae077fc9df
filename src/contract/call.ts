// What a caller of an endpoint hands over, and the address it makes: the same for the console and the command line.
import type { z } from 'zod';
import type { Endpoint } from './endpoint.ts';

type Part<Name extends string, Schema extends z.ZodType> = [z.input<Schema>] extends [undefined]
  ? { readonly [K in Name]?: never }
  : { readonly [K in Name]: z.input<Schema> };

/** Params, query and body as the endpoint wants them; what it has not may not be given. */
export type Given<E extends Endpoint> = Part<'params', E['params']> &
  Part<'query', E['query']> &
  Part<'body', E['body']>;

export type Values = Readonly<Record<string, unknown>> | undefined;

/** `/api/notices/:id` with its params filled in and the query's given values behind it. */
export function urlOf(path: string, params: Values, query: Values): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params?.[name])));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  }
  return search.size > 0 ? `${filled}?${search}` : filled;
}
