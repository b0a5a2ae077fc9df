// The feed in step with its server: start, stream, gaps, and what is kept.
import { describe, expect, it } from 'vitest';
import { cacheOn } from '../../../src/tv/feed/cache.ts';
import type { HttpRequest } from '../../../src/tv/ports.ts';
import { HOME, ITEMS } from '../examples.ts';
import { fakeShelf, settled } from '../fakes.ts';
import { drop, ids, put, REGION, SERVER, server, start } from './live.ts';

describe('a box that starts', () => {
  it('pulls, learns where it stands, and opens the stream from where the pull ended', async () => {
    const { net, streams, shown, lines, news } = await start();
    expect(shown()).toEqual(ids(0, 1));
    expect(lines()).toEqual(['online']);
    expect(news).toContainEqual({ type: 'HOME', home: HOME });
    expect(JSON.parse(net.asked('POST /api/feed/tickets')[0]?.body ?? '')).toEqual({ since: `${REGION}:2` });
    expect(streams.opened.map(({ url }) => url)).toEqual(['/api/feed/stream?ticket=ticket']);
  });

  it('shows what it kept before anybody answers', async () => {
    const first = await start();
    await first.pass(5_000);
    first.live.stop();
    const net = server();
    net.routes['GET /api/feed'] = { status: 0 };
    const second = await start(net, first.shelf);
    expect(second.news[0]).toMatchObject({ type: 'ITEMS', confirmed: false, asOf: Date.parse(SERVER) });
    expect(second.shown()).toEqual(ids(0, 1));
    expect(second.lines()).toEqual(['offline']);
  });

  it('asks only for what is new since it was switched off', async () => {
    const first = await start();
    first.live.stop();
    const net = server([put(1), put(2), put(3)]);
    const second = await start(net, first.shelf);
    expect(net.asked('GET /api/feed')[0]?.path).toContain('since=');
    expect(second.shown()).toEqual(ids(0, 1, 2));
    expect(second.received).toEqual(ids(2));
  });

  it('starts from nothing when it could not keep everything', async () => {
    const shelf = fakeShelf(JSON.stringify(ITEMS.slice(0, 2)).length);
    const first = await start(server(), shelf);
    first.live.stop();
    const net = server();
    await start(net, shelf);
    expect(net.asked('GET /api/feed')[0]?.path).toBe('/api/feed');
  });

  it('starts from nothing when the server cannot follow its cursor', async () => {
    const first = await start();
    first.live.stop();
    const net = server([put(1)]);
    net.routes['GET /api/feed'] = (request: HttpRequest) =>
      request.path.includes('since') ? { status: 400, json: { code: 'cursor-invalid' } } : net.feed(request);
    const second = await start(net, first.shelf);
    expect([second.shown(), second.lines()]).toEqual([ids(0), ['online']]);
  });
});

describe('a box on the stream', () => {
  it('shows a notice the moment it comes, and reports it as received', async () => {
    const { streams, shown, received } = await start();
    streams.last()?.send('entry', put(3));
    expect(shown()).toEqual(ids(0, 1, 2));
    expect(received).toEqual([...ids(0, 1), ...ids(2)]);
  });

  it('takes a withdrawn notice off', async () => {
    const { streams, shown } = await start();
    streams.last()?.send('entry', drop(3, ITEMS[0]?.id ?? ''));
    expect(shown()).toEqual(ids(1));
  });

  it('does nothing for what it has heard already', async () => {
    const { streams, news } = await start();
    const before = news.length;
    streams.last()?.send('entry', put(2));
    expect(news).toHaveLength(before);
  });

  it('pulls when a number is missing, and goes on with the stream', async () => {
    const { net, streams, shown } = await start();
    net.steps.push(put(3), put(4));
    streams.last()?.send('entry', put(4));
    expect(shown()).toEqual(ids(0, 1));
    await settled();
    expect(shown()).toEqual(ids(0, 1, 2, 3));
    streams.last()?.send('entry', put(5));
    expect(shown()).toEqual(ids(0, 1, 2, 3, 4));
    expect(streams.opened).toHaveLength(1);
  });

  it('holds what comes during a pull, so that nothing is lost or undone', async () => {
    const { net, streams, shown } = await start();
    net.steps.push(put(3), put(4));
    streams.last()?.send('entry', put(4));
    streams.last()?.send('entry', put(5));
    streams.last()?.send('entry', drop(6, ITEMS[3]?.id ?? ''));
    await settled();
    expect(shown()).toEqual(ids(0, 1, 2, 4));
  });

  it('learns anew where it stands when it is sent everything anew', async () => {
    const { net, streams, pass } = await start();
    expect(net.asked('GET /api/box')).toHaveLength(1);
    net.steps.length = 1;
    streams.last()?.send('error');
    await pass(10_000);
    expect(net.asked('GET /api/box')).toHaveLength(2);
  });

  it('asks for the almanac twice a day', async () => {
    const { net, pass, beat } = await start();
    for (let hour = 0; hour < 24; hour += 1) {
      beat();
      await pass(30_000);
      beat();
      await pass(3_570_000);
    }
    expect(net.asked('GET /api/box').length).toBeGreaterThanOrEqual(2);
    expect(net.asked('GET /api/box').length).toBeLessThanOrEqual(4);
  });
});

describe('a box that is told something', () => {
  it('reads its home anew after a moment of its own when that has changed', async () => {
    const { net, streams, pass, beat } = await start(server(), fakeShelf(), () => 0.5);
    beat();
    streams.last()?.send('refresh');
    streams.last()?.send('refresh');
    await pass(4_999);
    expect(net.asked('GET /api/box')).toHaveLength(1);
    await pass(1);
    expect(net.asked('GET /api/box')).toHaveLength(2);
  });

  it('is refused when it reads its home: the credential is void', async () => {
    const { net, streams, pass, refusals } = await start();
    net.routes['GET /api/box'] = { status: 401, json: { code: 'not-signed-in' } };
    streams.last()?.send('refresh');
    await pass(10_000);
    expect([refusals.length, streams.last()?.closed]).toEqual([1, true]);
  });

  it('hands on orders unread', async () => {
    const { streams, commands } = await start();
    streams.last()?.send('command', { id: 'a', order: { kind: 'dance' } });
    expect(commands).toEqual([{ id: 'a', order: { kind: 'dance' } }]);
  });

  it('forgets how far it is and pulls everything when it is told to, and keeps its stream', async () => {
    const { net, streams, live, shown } = await start();
    expect(await live.resync()).toBe(true);
    expect(net.asked('GET /api/feed').map(({ path }) => path)).toEqual(['/api/feed', '/api/feed']);
    expect([shown(), streams.opened.length, streams.last()?.closed]).toEqual([ids(0, 1), 1, false]);
  });

  it('says so when there was nothing to be had', async () => {
    const { net, live } = await start();
    net.routes['GET /api/feed'] = { status: 0 };
    expect(await live.resync()).toBe(false);
  });
});

describe('how far a box is', () => {
  it('is verified when it is read, and received when it is kept', async () => {
    const { live, streams, pass } = await start();
    await pass(2_000);
    expect(live.reached()).toEqual({ received: `${REGION}:2`, verified: `${REGION}:2` });
    streams.last()?.send('entry', put(3));
    expect(live.reached()).toEqual({ received: `${REGION}:2`, verified: `${REGION}:3` });
    await pass(2_000);
    expect(live.reached()).toEqual({ received: `${REGION}:3`, verified: `${REGION}:3` });
  });

  it('is nowhere received where nothing can be kept', async () => {
    const { live, pass } = await start(server(), fakeShelf(0));
    await pass(2_000);
    expect(live.reached()).toEqual({ received: '', verified: `${REGION}:2` });
  });

  it('says since when its stream is open, and when it last beat', async () => {
    const { live, streams, pass, beat } = await start();
    expect(live.stream()).toEqual({ openSince: null, lastBeat: null });
    beat();
    await pass(15_000);
    beat();
    expect(live.stream()).toEqual({ openSince: 0, lastBeat: 15_000 });
    streams.last()?.send('error');
    expect(live.stream()).toEqual({ openSince: null, lastBeat: null });
  });
});

describe('a box that stops', () => {
  it('keeps what it knows and is silent', async () => {
    const { live, timers, streams, shelf, news } = await start();
    streams.last()?.send('entry', put(3));
    live.stop();
    const told = news.length;
    streams.last()?.send('entry', put(4));
    await settled();
    expect([news.length, timers.pending(), streams.last()?.closed]).toEqual([told, 0, true]);
    expect(Object.keys(cacheOn(shelf).feed.read()?.known[REGION]?.items ?? {})).toHaveLength(3);
  });
});
