// The questions a box asks the server, and what can go wrong with each.
import type { BoxHome } from '../../contract/boxes.ts';
import type { Http, HttpAnswer, HttpRequest } from '../ports.ts';
import { PATHS } from './paths.ts';
import { type FeedAnswer, readFeedAnswer, readHome } from './read.ts';
import { isObject, parse } from './record.ts';

/** `refused`: the server does not know this box. `cursor`: it cannot go on from where the box says it is. */
export type Failure = 'unreachable' | 'refused' | 'cursor';
type Result<T> = { readonly value: T } | { readonly failure: Failure };

export interface Pull {
  home(): Promise<Result<BoxHome>>;
  /** News since a cursor (empty: everything); null: nothing has changed since this was last asked. */
  feed(since: string): Promise<Result<FeedAnswer | null>>;
  /** A ticket for the stream from a cursor. */
  ticket(since: string): Promise<Result<string>>;
}

const TIMEOUT_MS = 15_000;

export function pullWith(http: Http, token: string): Pull {
  const send = (request: Omit<HttpRequest, 'timeoutMs' | 'headers'>, headers: Record<string, string> = {}) =>
    http({ ...request, headers: { ...headers, Authorization: `Bearer ${token}` }, timeoutMs: TIMEOUT_MS });
  let seen: { readonly path: string; readonly etag: string } | null = null;

  return {
    home: async () => read(await send({ method: 'GET', path: PATHS.home }), readHome),
    async feed(since) {
      const path = since === '' ? PATHS.feed : `${PATHS.feed}?since=${encodeURIComponent(since)}`;
      const match = seen?.path === path ? { 'If-None-Match': seen.etag } : {};
      const answer = await send({ method: 'GET', path }, match);
      if (answer.status === 304) return { value: null };
      const result = read(answer, readFeedAnswer);
      seen = 'value' in result && answer.etag !== null ? { path, etag: answer.etag } : null;
      return result;
    },
    async ticket(since) {
      const headers = { 'Content-Type': 'application/json' };
      const answer = await send({ method: 'POST', path: PATHS.ticket, body: JSON.stringify({ since }) }, headers);
      return read(answer, (value) => (isObject(value) && typeof value.ticket === 'string' ? value.ticket : null));
    },
  };
}

/** A success whose body is not what it should be comes from something in between: nobody was reached. */
function read<T>({ status, body }: HttpAnswer, check: (value: unknown) => T | null): Result<T> {
  const parsed = parse(body);
  if (status >= 200 && status < 300) {
    const value = check(parsed);
    return value === null ? { failure: 'unreachable' } : { value };
  }
  if (status === 401 || status === 403) return { failure: 'refused' };
  if (status === 400 && isObject(parsed) && parsed.code === 'cursor-invalid') return { failure: 'cursor' };
  return { failure: 'unreachable' };
}
