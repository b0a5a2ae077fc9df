// A box at work, and what it does not believe: refused, told, asked about once, and healed when it may.
import { describe, expect, it } from 'vitest';
import type { NoticeItem } from '../../../src/contract/feed.ts';
import { cacheOn } from '../../../src/tv/feed/cache.ts';
import { ITEMS } from '../examples.ts';
import { fakeShelf } from '../fakes.ts';
import { FORGER, SIGNER } from '../signer.ts';
import { drop, ids, put, REGION, SERVER, server, start } from './live.ts';

const item = (at: number) => ITEMS[at] as NoticeItem;
const next = SIGNER.key(2);
const rotated = SIGNER.trustList({ version: 2, current: next.id, keys: [...SIGNER.trustList().keys, next] });
const revoked = SIGNER.trustList({
  version: 2,
  current: next.id,
  keys: [next],
  revoked: SIGNER.trustList().keys.map(({ id }) => id),
});
const putNext = (seq: number, it = item(seq - 1)) =>
  SIGNER.sign({ action: 'put', region: REGION, seq, item: it }, next);
const TRUST = 'GET /api/feed/trust';

describe('a box that is sent what is not signed', () => {
  it('neither shows nor keeps it, goes on with the next, and says why', async () => {
    const { streams, shown, live, turnedDown, pass, shelf } = await start();
    streams.last()?.send('entry', { ...put(3), signature: null });
    streams.last()?.send('entry', { ...put(4), item: { ...item(3), title: '假的' } });
    streams.last()?.send('entry', put(5));
    expect(shown()).toEqual(ids(0, 1, 4));
    expect(live.reached().verified).toBe(`${REGION}:5`);
    expect(turnedDown.map(({ reason, id }) => [reason, id])).toEqual([
      ['unsigned', item(2).id],
      ['forged', item(3).id],
    ]);
    await pass(2_000);
    expect(Object.keys(cacheOn(shelf).feed.read()?.known[REGION]?.items ?? {}).sort()).toEqual(ids(0, 1, 4));
  });

  it('asks for everything the next time: it may have been spoilt on the way', async () => {
    const { net, streams, shown, pass, shelf, live } = await start();
    net.steps.push(put(3));
    streams.last()?.send('entry', { ...put(3), item: { ...item(2), title: '坏的' } });
    streams.last()?.send('error');
    await pass(10_000);
    expect(net.asked('GET /api/feed').at(-1)?.path).toBe('/api/feed');
    expect(shown()).toEqual(ids(0, 1, 2));
    streams.last()?.send('entry', { ...put(4), signature: null });
    live.stop();
    expect(cacheOn(shelf).feed.read()?.complete).toBe(false);
  });

  it('asks for everything after a while even if its line holds, less and less often while it does not help', async () => {
    const { net, streams, shown, pass, beat } = await start();
    const forged = { ...put(3), item: { ...item(2), title: '坏的' } };
    net.steps.push(forged);
    streams.last()?.send('entry', forged);
    const pulls = () => net.asked('GET /api/feed').length;
    const minutes = async (count: number) => {
      for (let minute = 0; minute < count; minute += 1) {
        streams.last()?.send('beat', { serverTime: SERVER, everyMs: 60_000 });
        await pass(60_000);
      }
    };
    beat();
    await minutes(7);
    expect(pulls()).toBe(1);
    await minutes(1);
    expect(pulls()).toBe(2);
    await minutes(14);
    expect(pulls()).toBe(2);
    net.steps[2] = put(3);
    await minutes(2);
    expect([pulls(), shown()]).toEqual([3, ids(0, 1, 2)]);
    await minutes(60);
    expect([pulls(), streams.opened.length]).toEqual([3, 1]);
  });

  it('takes what is signed for its number at no other', async () => {
    const { streams, shown, turnedDown } = await start();
    streams.last()?.send('entry', { ...put(5), seq: 3 });
    expect([shown(), turnedDown.map(({ reason }) => reason)]).toEqual([ids(0, 1), ['forged']]);
  });

  it('shows nothing that is kept under a key it does not trust', async () => {
    const first = await start();
    await first.pass(2_000);
    first.live.stop();
    cacheOn(first.shelf).trust.write(revoked);
    const net = server();
    net.routes['GET /api/feed'] = { status: 0 };
    const second = await start(net, first.shelf);
    expect(second.shown()).toEqual([]);
    expect(second.turnedDown.map(({ reason }) => reason)).toEqual(['key-revoked', 'key-revoked']);
  });
});

describe('a box that is sent something old', () => {
  it('does not take an older revision for the one it holds', async () => {
    const { streams, shown, news, turnedDown } = await start();
    const newer = { ...item(2), revision: 2, title: '新的' };
    streams.last()?.send('entry', put(3, newer));
    streams.last()?.send('entry', put(4, item(2)));
    expect(turnedDown).toEqual([{ reason: 'replayed', id: item(2).id, revision: 1 }]);
    expect(shown()).toEqual(ids(0, 1, 2));
    expect(JSON.stringify(news.at(-1))).toContain('新的');
  });

  it('does not take back what it saw withdrawn, nor after a restart', async () => {
    const { streams, shelf, live, pass } = await start();
    streams.last()?.send('entry', drop(3, item(0).id));
    await pass(2_000);
    live.stop();
    const net = server([put(1), put(2)]);
    net.routes['GET /api/feed'] = {
      json: { mode: 'snapshot', cursor: `${REGION}:3`, entries: [put(1), put(2)], trust: 1, serverTime: SERVER },
    };
    const again = await start(net, shelf);
    expect(again.shown()).toEqual(ids(1));
    expect(again.turnedDown).toEqual([{ reason: 'replayed', id: item(0).id, revision: 1 }]);
  });

  it('takes off the revision before one that is over already', async () => {
    const { streams, shown, turnedDown, beat } = await start();
    beat();
    streams.last()?.send('entry', put(3, { ...item(0), revision: 2, validTo: '2026-11-23T11:00:00.000Z' as never }));
    expect([shown(), turnedDown.map(({ reason }) => reason)]).toEqual([ids(1), ['expired']]);
  });
});

describe('a box and its list of keys', () => {
  it('asks for it before the first feed, and not again while it is the newest', async () => {
    const { net, streams, pass, live, shelf } = await start();
    expect(net.requests.slice(0, 2).map(({ path }) => path)).toEqual(['/api/feed/trust', '/api/feed']);
    streams.last()?.send('error');
    await pass(10_000);
    live.stop();
    const second = await start(server(), shelf);
    expect([net.asked(TRUST).length, second.net.asked(TRUST).length]).toEqual([1, 0]);
  });

  it('asks again when the feed says that there is a newer one', async () => {
    const first = await start();
    first.live.stop();
    const net = server([put(1), put(2), putNext(3)]);
    net.routes[TRUST] = { json: rotated };
    const answer = net.feed;
    net.routes['GET /api/feed'] = (request) => ({ json: { ...answer(request).json, trust: 2 } });
    const second = await start(net, first.shelf);
    expect([second.shown(), second.turnedDown]).toEqual([ids(0, 1, 2), []]);
  });

  it('asks once when a key is unknown, holds what comes meanwhile, and keeps the order', async () => {
    const { net, streams, shown, pass, turnedDown } = await start();
    net.routes[TRUST] = { json: rotated };
    streams.last()?.send('entry', putNext(3));
    streams.last()?.send('entry', putNext(4));
    streams
      .last()
      ?.send('entry', SIGNER.sign({ action: 'drop', region: REGION, seq: 5, id: item(2).id, revision: 1 }, next));
    expect(shown()).toEqual(ids(0, 1));
    await pass(1_000);
    expect([shown(), turnedDown, net.asked(TRUST).length]).toEqual([ids(0, 1, 3), [], 2]);
  });

  it('is not made to ask for each key that somebody makes up', async () => {
    const { net, streams, pass, turnedDown } = await start();
    for (let seq = 3; seq < 40; seq += 1) {
      streams.last()?.send('entry', FORGER.sign({ action: 'put', region: REGION, seq, item: item(2) }));
      await pass(2_000);
      streams.last()?.send('beat', { serverTime: SERVER, everyMs: 90_000 });
    }
    expect(new Set(turnedDown.map(({ reason }) => reason))).toEqual(new Set(['key-unknown']));
    expect(net.asked(TRUST).length).toBe(2);
  });

  it('takes what was refused for its key, once the list names it', async () => {
    const { net, streams, shown, pass } = await start();
    net.routes[TRUST] = { status: 503 };
    net.steps.push(putNext(3));
    streams.last()?.send('entry', putNext(3));
    await pass(2_000);
    expect(shown()).toEqual(ids(0, 1));
    net.routes[TRUST] = { json: rotated };
    streams.last()?.send('trust');
    await pass(10_000);
    expect(shown()).toEqual(ids(0, 1, 2));
  });

  it('asks again when the list could not be had', async () => {
    const { net, streams, shown, pass, beat } = await start();
    beat();
    net.routes[TRUST] = { status: 503 };
    net.steps.push(putNext(3));
    streams.last()?.send('entry', putNext(3));
    await pass(2_000);
    net.routes[TRUST] = { json: rotated };
    for (const _ of [1, 2, 3, 4]) {
      streams.last()?.send('beat', { serverTime: SERVER, everyMs: 60_000 });
      await pass(15_000);
    }
    expect(shown()).toEqual(ids(0, 1, 2));
  });

  it('takes off what a revoked key signed as soon as it is told, a moment of its own later', async () => {
    const { net, streams, shown, pass, turnedDown, beat } = await start();
    beat();
    net.routes[TRUST] = { json: revoked };
    streams.last()?.send('trust');
    streams.last()?.send('trust');
    net.routes['GET /api/feed'] = { status: 0 };
    await pass(4_999);
    expect(shown()).toEqual(ids(0, 1));
    await pass(1);
    expect([shown(), net.asked(TRUST).length]).toEqual([[], 2]);
    expect(turnedDown.map(({ reason }) => reason)).toEqual(['key-revoked', 'key-revoked']);
  });

  it('believes no list of another root, and says so in its log', async () => {
    const { net, streams, shown, pass, log } = await start();
    net.routes[TRUST] = { json: FORGER.trustList({ version: 9 }) };
    streams.last()?.send('trust');
    await pass(10_000);
    streams.last()?.send('entry', FORGER.sign({ action: 'put', region: REGION, seq: 3, item: item(2) }));
    await pass(2_000);
    expect(shown()).toEqual(ids(0, 1));
    expect(log.waiting().map(({ text }) => text)).toContain('trust: a list of keys is another-root');
    expect(log.faults()).toBeGreaterThan(0);
  });

  it('holds on to the first root it met, over a restart', async () => {
    const shelf = fakeShelf();
    const first = await start(server(), shelf);
    first.live.stop();
    expect(cacheOn(shelf).trust.read()?.root).toBe(SIGNER.root);
    const net = server([put(1), put(2)]);
    net.routes[TRUST] = { json: FORGER.trustList({ version: 9 }) };
    const answer = net.feed;
    net.routes['GET /api/feed'] = (request) => ({ json: { ...answer(request).json, trust: 9 } });
    await start(net, shelf);
    expect(cacheOn(shelf).trust.read()?.root).toBe(SIGNER.root);
  });
});

describe('a box that proves a long list', () => {
  it('lets the remote control in between, and keeps the order', async () => {
    const net = server([put(1), put(2), put(3), drop(4, item(0).id)]);
    const running = await start(net, fakeShelf(), undefined, 8);
    expect(running.shown()).toBeNull();
    expect(running.timers.pending()).toBeGreaterThan(0);
    for (let turn = 0; turn < 4; turn += 1) await running.pass(0);
    expect(running.shown()).toEqual(ids(1, 2));
  });
});
