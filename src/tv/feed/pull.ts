// The questions a box asks the server, and what can go wrong with each.
import type { BoxHome } from '../../contract/boxes.ts';
import { type Ask, JSON_BODY } from '../box/ask.ts';
import type { HttpAnswer } from '../ports.ts';
import { PATHS } from './paths.ts';
import { type FeedAnswer, readFeedAnswer, readHome } from './read.ts';
import { isObject, parse } from './record.ts';

/** `refused`: the server itself says that it does not know this box (any more). `cursor`: it cannot go on from where the box says it is. */
export type Failure = 'unreachable' | 'refused' | 'cursor';
type Result<T> = { readonly value: T } | { readonly failure: Failure };

export interface Pull {
  home(): Promise<Result<BoxHome>>;
  /** News since a cursor (empty: everything); null: nothing has changed since this was last asked. */
  feed(since: string): Promise<Result<FeedAnswer | null>>;
  /** A ticket for the stream from a cursor. */
  ticket(since: string): Promise<Result<string>>;
  /** The list of keys, unproved. */
  trust(): Promise<Result<unknown>>;
  /** The next answer is taken whole, whatever was seen before. */
  forget(): void;
}

export function pullWith(ask: Ask): Pull {
  let seen: { readonly path: string; readonly etag: string } | null = null;

  return {
    home: async () => read(await ask({ method: 'GET', path: PATHS.home, headers: {} }), readHome),
    async feed(since) {
      const path = since === '' ? PATHS.feed : `${PATHS.feed}?since=${encodeURIComponent(since)}`;
      const headers: Record<string, string> = seen?.path === path ? { 'If-None-Match': seen.etag } : {};
      const answer = await ask({ method: 'GET', path, headers });
      if (answer.status === 304) return { value: null };
      const result = read(answer, readFeedAnswer);
      seen = 'value' in result && answer.etag !== null ? { path, etag: answer.etag } : null;
      return result;
    },
    async ticket(since) {
      const body = JSON.stringify({ since });
      const answer = await ask({ method: 'POST', path: PATHS.ticket, headers: JSON_BODY, body });
      return read(answer, (value) => (isObject(value) && typeof value.ticket === 'string' ? value.ticket : null));
    },
    trust: async () =>
      read(await ask({ method: 'GET', path: PATHS.trust, headers: {} }), (value) => (isObject(value) ? value : null)),
    forget() {
      seen = null;
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
  // A log-in page in between answers 401 and 403 as well; only the server's own word makes a box forget who it is.
  if (status === 401 && isObject(parsed) && parsed.code === 'not-signed-in') return { failure: 'refused' };
  if (status === 400 && isObject(parsed) && parsed.code === 'cursor-invalid') return { failure: 'cursor' };
  return { failure: 'unreachable' };
}
