// Calls an endpoint of the contract: typed by its schemas, the reply parsed, every failure a ProblemError.
import type { z } from 'zod';
import { type Given as Input, urlOf, type Values } from '../../contract/call.ts';
import type { Endpoint } from '../../contract/endpoint.ts';
import { texts } from '../texts/zh-CN.ts';
import { ProblemError, problemOf } from './problem.ts';

export { urlOf };

/** What the endpoint wants, and a signal to give the call up. */
export type Given<E extends Endpoint> = Input<E> & { readonly signal?: AbortSignal };

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
