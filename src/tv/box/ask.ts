// How a box asks the server as itself: with its credential, which may be changed for a new one while a question is out.
import type { Http, HttpAnswer, HttpRequest } from '../ports.ts';

/** Read for each request, so that a rotated credential is used from the next one on. */
export type Token = () => string;

/** A question that the server answers late on purpose says how long it may take. */
type Question = Omit<HttpRequest, 'timeoutMs'> & Partial<Pick<HttpRequest, 'timeoutMs'>>;
export type Ask = (request: Question) => Promise<HttpAnswer>;

const TIMEOUT_MS = 15_000;

export const JSON_BODY = { 'Content-Type': 'application/json' } as const;

/** A question that went out with the old credential and was refused for it is asked once more with the new one. */
export function askWith(http: Http, token: Token): Ask {
  const send = (request: Question, used: string) =>
    http({ timeoutMs: TIMEOUT_MS, ...request, headers: { ...request.headers, Authorization: `Bearer ${used}` } });
  return async (request) => {
    const used = token();
    const answer = await send(request, used);
    return answer.status === 401 && token() !== used ? send(request, token()) : answer;
  };
}
