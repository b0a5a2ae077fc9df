// A line that breaks: noticed, mended by hand, with jitter, ever more seldom, and without alarm.
import { describe, expect, it } from 'vitest';
import { fakeShelf, settled } from '../fakes.ts';
import { ids, put, server, start } from './live.ts';

describe('a line that breaks', () => {
  it('is not waited for by an EventSource that is closed for good: it is opened anew, after a pull', async () => {
    const { net, streams, shown, pass, lines } = await start();
    streams.last()?.send('error');
    net.steps.push(put(3));
    await pass(5_000);
    expect([streams.opened.length, streams.opened[0]?.closed]).toEqual([2, true]);
    expect(shown()).toEqual(ids(0, 1, 2));
    expect(lines()).toEqual(['online', 'connecting', 'online']);
  });

  it('is noticed when beats stay away', async () => {
    const { streams, pass, beat } = await start();
    beat();
    await pass(37_500);
    await pass(10_000);
    expect(streams.opened).toHaveLength(2);
  });

  it('comes back for each box at a time of its own', async () => {
    const opened = async (random: number, ms: number) => {
      const { streams, pass } = await start(server(), fakeShelf(), () => random);
      streams.last()?.send('error');
      await pass(ms);
      return streams.opened.length;
    };
    expect(await Promise.all([opened(0, 0), opened(0.3, 2_999), opened(0.3, 3_000), opened(0.99, 9_899)])).toEqual([
      2, 1, 2, 1,
    ]);
  });

  it('is tried more and more seldom while the server is away, and says so once', async () => {
    const { net, pass, streams, lines } = await start(server(), fakeShelf(), () => 0.999);
    net.routes['GET /api/feed'] = { status: 502, body: 'Bad Gateway' };
    streams.last()?.send('error');
    const tries: number[] = [];
    for (let seconds = 0; seconds < 240; seconds += 1) {
      const before = net.asked('GET /api/feed').length;
      await pass(1_000);
      if (net.asked('GET /api/feed').length > before) tries.push(seconds + 1);
    }
    expect(tries).toEqual([10, 30, 70, 130, 190]);
    expect(new Set(lines().slice(2))).toEqual(new Set(['offline']));
  });

  it('is forgiven once it works: the next loss waits short again', async () => {
    const { net, pass, streams, beat } = await start(server(), fakeShelf(), () => 0.999);
    net.routes['GET /api/feed'] = { status: 0 };
    streams.last()?.send('error');
    await pass(100_000);
    net.routes['GET /api/feed'] = net.feed;
    await pass(60_000);
    beat();
    streams.last()?.send('error');
    const opened = streams.opened.length;
    await pass(10_000);
    expect(streams.opened).toHaveLength(opened + 1);
  });

  it('may be tried at once by the resident', async () => {
    const net = server();
    net.routes['GET /api/feed'] = { status: 0 };
    const { live, shown, lines } = await start(net);
    net.routes['GET /api/feed'] = net.feed;
    live.retry();
    await settled();
    expect([shown(), lines()]).toEqual([ids(0, 1), ['offline', 'connecting', 'online']]);
  });

  it('ends for a box that the server does not know any more: it asks no more, and says so once', async () => {
    const { net, streams, refusals, pass, lines } = await start();
    net.routes['GET /api/feed'] = { status: 401, json: { code: 'not-signed-in' } };
    streams.last()?.send('error');
    await pass(10_000);
    const asked = net.requests.length;
    await pass(900_000);
    expect([refusals.length, net.requests.length, streams.opened.length]).toEqual([1, asked, 1]);
    expect(lines()).toEqual(['online', 'connecting']);
  });

  it('goes on when only something in between refuses', async () => {
    const { net, streams, refusals, pass, shown } = await start();
    net.routes['GET /api/feed'] = { status: 401, body: '<h1>Sign in to this network</h1>' };
    streams.last()?.send('error');
    await pass(10_000);
    net.routes['GET /api/feed'] = net.feed;
    await pass(60_000);
    expect([refusals, streams.opened.length, shown()]).toEqual([[], 2, ids(0, 1)]);
  });

  it('leaves a box to pulls when there is a ticket but no stream', async () => {
    const { net, streams, shown, pass } = await start();
    for (let turn = 0; turn < 5; turn += 1) {
      streams.last()?.send('error');
      net.steps.push(put(net.steps.length + 1));
      await pass(60_000);
    }
    expect(shown()).toEqual(ids(0, 1, 2, 3, 4, 5, 6));
  });
});
