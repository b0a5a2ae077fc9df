// The questions a box asks, and how their failures are told apart.
import { describe, expect, it } from 'vitest';
import { createTicket, readFeed } from '../../../src/contract/feed.ts';
import { askWith } from '../../../src/tv/box/ask.ts';
import { pullWith } from '../../../src/tv/feed/pull.ts';
import { readFeedAnswer } from '../../../src/tv/feed/read.ts';
import { fakeHttp } from '../fakes.ts';

const pulling = (net: ReturnType<typeof fakeHttp>) => pullWith(askWith(net.http, () => 'box-token'));

describe('pulling', () => {
  it('says which box asks, and from where on', async () => {
    const net = fakeHttp({ 'GET /api/feed': { json: readFeed.example.reply } });
    const pull = pulling(net);
    const value = readFeedAnswer(readFeed.example.reply);
    expect(await pull.feed('370306:1,370306001:2')).toEqual({ value });
    expect(net.requests[0]).toMatchObject({
      path: '/api/feed?since=370306%3A1%2C370306001%3A2',
      headers: { Authorization: 'Bearer box-token' },
    });
  });

  it('asks for everything by naming no cursor', async () => {
    const net = fakeHttp({ 'GET /api/feed': { json: readFeed.example.reply } });
    await pulling(net).feed('');
    expect(net.requests[0]?.path).toBe('/api/feed');
  });

  it('offers the tag of the same question, and takes 304 for nothing new', async () => {
    const net = fakeHttp({ 'GET /api/feed': { json: readFeed.example.reply, etag: '"a"' } });
    const pull = pulling(net);
    await pull.feed('370306:1');
    net.routes['GET /api/feed'] = { status: 304 };
    expect(await pull.feed('370306:1')).toEqual({ value: null });
    await pull.feed('370306:2');
    expect(net.requests.map(({ headers }) => headers['If-None-Match'])).toEqual([undefined, '"a"', undefined]);
  });

  it('buys a ticket from a cursor', async () => {
    const net = fakeHttp({ 'POST /api/feed/tickets': { status: 201, json: createTicket.example.reply } });
    const ticket = await pulling(net).ticket('370306:0');
    expect(ticket).toEqual({ value: createTicket.example.reply.ticket });
    expect(createTicket.body.parse(JSON.parse(net.requests[0]?.body ?? ''))).toEqual({ since: '370306:0' });
  });

  it('takes a whole answer once it has been told to forget', async () => {
    const net = fakeHttp({ 'GET /api/feed': { json: readFeed.example.reply, etag: '"a"' } });
    const pull = pulling(net);
    await pull.feed('');
    pull.forget();
    await pull.feed('');
    expect(net.requests[1]?.headers['If-None-Match']).toBeUndefined();
  });

  it.each([
    [{ status: 0 }, 'unreachable'],
    [{ status: 502, body: '<h1>Bad Gateway</h1>' }, 'unreachable'],
    [{ status: 200, body: '<h1>Welcome to the hotel</h1>' }, 'unreachable'],
    [{ status: 503, json: { code: 'draining' } }, 'unreachable'],
    [{ status: 401, json: { code: 'not-signed-in' } }, 'refused'],
    [{ status: 401, body: '<h1>Sign in to this network</h1>' }, 'unreachable'],
    [{ status: 403, json: { code: 'forbidden' } }, 'unreachable'],
    [{ status: 400, json: { code: 'cursor-invalid' } }, 'cursor'],
    [{ status: 400, json: { code: 'bad-input' } }, 'unreachable'],
  ])('%j is %s', async (reply, failure) => {
    const net = fakeHttp({ 'GET /api/feed': reply });
    expect(await pulling(net).feed('370306:1')).toEqual({ failure });
  });
});
