// Calls an endpoint of the contract: typed by its schemas, the reply parsed, every failure a ProblemError.
import type { z } from 'zod';
import type { Endpoint } from '../../contract/endpoint.ts';
import { texts } from '../texts/zh-CN.ts';
import { ProblemError, problemOf } from './problem.ts';

type Part<Name extends string, Schema extends z.ZodType> = [z.input<Schema>] extends [undefined]
  ? { readonly [K in Name]?: never }
  : { readonly [K in Name]: z.input<Schema> };

/** Params, query and body as the endpoint wants them; what it has not may not be given. */
export type Given<E extends Endpoint> = Part<'params', E['params']> &
  Part<'query', E['query']> &
  Part<'body', E['body']> & { readonly signal?: AbortSignal };

type Values = Readonly<Record<string, unknown>> | undefined;

/** @throws ProblemError for every failure except an abort of `signal`. */
export async function call<E extends Endpoint>(endpoint: E, given: Given<E>): Promise<z.output<E['reply']>> {
  const { params, query, body, signal } = given as {
    params?: Values;
    query?: Values;
    body?: unknown;
    signal?: AbortSignal;
  };
  const response = await send(urlOf(endpoint.path, params, query), {
    method: endpoint.method,
    ...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    ...(signal && { signal }),
  });
  return readReply(endpoint.reply as E['reply'], response);
}

/** @throws ProblemError where there is no answer, or one that is not a success. */
export async function send(url: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url, { ...init, credentials: 'same-origin' });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ProblemError('offline', 0, texts.failure.offline);
  }
  if (!response.ok) throw await problemOf(response);
  return response;
}

/** @throws ProblemError `unreadable` where server and console are of different versions. */
export async function readReply<Schema extends z.ZodType>(
  schema: Schema,
  response: Response,
): Promise<z.output<Schema>> {
  const json: unknown = response.status === 204 ? undefined : await response.json().catch(() => null);
  const parsed = schema.safeParse(json);
  if (!parsed.success) throw new ProblemError('unreadable', response.status, texts.failure.unreadable);
  return parsed.data;
}

/** `/api/notices/:id` with its params filled in and the query's given values behind it. */
export function urlOf(path: string, params: Values, query: Values): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params?.[name])));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  }
  return search.size > 0 ? `${filled}?${search}` : filled;
}
