// The client speaks the contract: addresses, bodies, replies and every kind of failure.
import { afterEach, describe, expect, it, vi } from 'vitest';
import { call, urlOf } from '../../../src/console/api/client.ts';
import { ProblemError } from '../../../src/console/api/problem.ts';
import { listNotices, moveNotice, readNotice } from '../../../src/contract/notices.ts';
import { signOut } from '../../../src/contract/staff.ts';

const ID = '019ab000-0000-7000-8000-0000000000a1';

function serverAnswers(answer: () => Response | Promise<Response>) {
  const fetched = vi.fn<(url: string, init: RequestInit) => Promise<Response>>(async () => answer());
  vi.stubGlobal('fetch', fetched);
  return fetched;
}
const json = (body: unknown, status = 200, type = 'application/json') =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': type } });
const failureOf = (promise: Promise<unknown>) =>
  promise.then(
    () => expect.fail('should have failed'),
    (error: unknown) => error as ProblemError,
  );

afterEach(() => vi.unstubAllGlobals());

describe('a call', () => {
  it('fills in the params and leaves out what the query has not', () => {
    expect(urlOf('/api/notices/:id/moves', { id: 'a/b' }, { page: 2, state: undefined, text: '' })).toBe(
      '/api/notices/a%2Fb/moves?page=2',
    );
  });

  it('sends the body as JSON and gives back the parsed reply', async () => {
    const fetched = serverAnswers(() => json(moveNotice.example.reply));
    const notice = await call(moveNotice, { params: { id: ID }, body: { move: 'sign-off', revision: 1 } });
    expect(notice.state).toBe('published');
    const [url, init] = fetched.mock.calls[0] ?? [];
    expect(url).toBe(`/api/notices/${ID}/moves`);
    expect(init).toMatchObject({
      method: 'POST',
      body: '{"move":"sign-off","revision":1}',
      credentials: 'same-origin',
    });
  });

  it('takes an empty answer where nothing is to come', async () => {
    serverAnswers(() => new Response(null, { status: 204 }));
    expect(await call(signOut, {})).toBeUndefined();
  });
});

describe('a call that fails', () => {
  it("brings the server's problem with its code, sentence and fields", async () => {
    const body = {
      type: '/api/problems/notice-markup',
      title: '正文格式不支持',
      status: 422,
      code: 'notice-markup',
      detail: '正文里有电视上显示不了的内容',
      errors: [{ path: 'text', message: '第 1 行：不能有链接' }],
    };
    serverAnswers(() => json(body, 422, 'application/problem+json; charset=utf-8'));
    const error = await failureOf(call(readNotice, { params: { id: ID } }));
    expect(error).toBeInstanceOf(ProblemError);
    expect(error).toMatchObject({ code: 'notice-markup', status: 422, message: body.detail, errors: body.errors });
  });

  it('says so when nobody answers', async () => {
    serverAnswers(() => Promise.reject(new TypeError('fetch failed')));
    expect(await failureOf(call(listNotices, { query: {} }))).toMatchObject({ code: 'offline', status: 0 });
  });

  it("does not show a gateway's page", async () => {
    serverAnswers(
      () => new Response('<h1>Bad Gateway</h1>', { status: 502, headers: { 'content-type': 'text/html' } }),
    );
    const error = await failureOf(call(listNotices, { query: {} }));
    expect(error).toMatchObject({ code: 'unreadable', status: 502 });
    expect(error.message).not.toContain('Bad Gateway');
  });

  it('does not trust a reply of another shape', async () => {
    serverAnswers(() => json({ items: 'none' }));
    expect(await failureOf(call(listNotices, { query: {} }))).toMatchObject({ code: 'unreadable', status: 200 });
  });

  it('lets an abort be an abort', async () => {
    serverAnswers(() => Promise.reject(new DOMException('left', 'AbortError')));
    expect(await failureOf(call(listNotices, { query: {} }))).toBeInstanceOf(DOMException);
  });
});
