// A feed at work against a server of a few lines, on fake time and fake streams.
import type { FeedItem, NoticeItem } from '../../../src/contract/feed.ts';
import type { ItemId } from '../../../src/contract/ids.ts';
import type { Refused } from '../../../src/domain/signing/check-entry.ts';
import { askWith } from '../../../src/tv/box/ask.ts';
import { cacheOn } from '../../../src/tv/feed/cache.ts';
import { createClock } from '../../../src/tv/feed/clock.ts';
import { startFeed } from '../../../src/tv/feed/feed.ts';
import { createLog } from '../../../src/tv/log.ts';
import type { NavigationEvent } from '../../../src/tv/navigation/events.ts';
import type { HttpRequest } from '../../../src/tv/ports.ts';
import { HOME, ITEMS } from '../examples.ts';
import { fakeHttp, fakeShelf, fakeStreams, fakeTimers, settled } from '../fakes.ts';
import { SIGNER } from '../signer.ts';

export const SERVER = '2026-11-23T12:00:00.000Z';
export const REGION = '370306001001';
export const put = (seq: number, item = ITEMS[seq - 1] as NoticeItem) =>
  SIGNER.sign({ action: 'put', region: REGION, seq, item });
export const drop = (seq: number, id: string) =>
  SIGNER.sign({ action: 'drop', region: REGION, seq, id: id as ItemId, revision: 1 });

/** A server with one region; `steps` grows as notices are published. */
export function server(steps: unknown[] = [put(1), put(2)]) {
  const feed = ({ path }: HttpRequest) => {
    const since = Number(/%3A(\d+)$/.exec(path)?.[1] ?? -1);
    const delta = since >= 0 && since <= steps.length;
    return {
      json: {
        mode: delta ? 'delta' : 'snapshot',
        cursor: `${REGION}:${steps.length}`,
        entries: delta ? steps.slice(since) : steps,
        trust: 1,
        serverTime: SERVER,
      },
    };
  };
  return {
    steps,
    ...fakeHttp({
      'GET /api/feed': feed,
      'GET /api/feed/trust': () => ({ json: SIGNER.trustList() }),
      'GET /api/box': { json: HOME },
      'POST /api/feed/tickets': { status: 201, json: { ticket: 'ticket', expiresAt: SERVER } },
    }),
    feed,
  };
}

/** `workMs`: each look at the clock finds it so much later, as on a box that is slow. */
export async function start(net = server(), shelf = fakeShelf(), random = () => 0.5, workMs = 0) {
  const timers = fakeTimers();
  let worked = 0;
  const steady = () => {
    worked += workMs;
    return timers.steady() + worked;
  };
  const streams = fakeStreams();
  const news: NavigationEvent[] = [];
  const received: string[] = [];
  const commands: unknown[] = [];
  const refusals: number[] = [];
  const turnedDown: Refused[] = [];
  const log = createLog(() => timers.wall());
  const live = startFeed({
    ask: askWith(net.http, () => 'box-token'),
    eventSource: streams.open,
    timers: { ...timers, steady },
    random,
    cache: cacheOn(shelf),
    clock: createClock(timers, shelf, () => undefined),
    log,
    root: null,
    onTurnedDown: (refused) => turnedDown.push(...refused),
    emit: (event) => news.push(event),
    onReceived: (items: readonly FeedItem[]) => received.push(...items.map(({ id }) => id)),
    onOnline: () => undefined,
    onKeys: () => undefined,
    onKept: () => undefined,
    onCommand: (command) => commands.push(command),
    onRefused: () => refusals.push(timers.steady()),
  });
  await settled();
  const pass = async (ms: number) => {
    timers.pass(ms);
    await settled();
  };
  const beat = () => streams.last()?.send('beat', { serverTime: SERVER, everyMs: 15_000 });
  const shown = () => {
    const last = [...news].reverse().find((event) => event.type === 'ITEMS');
    return last?.type === 'ITEMS' ? last.items.map(({ id }) => id).sort() : null;
  };
  const lines = () => news.flatMap((event) => (event.type === 'LINE' ? [event.status] : []));
  return {
    net,
    shelf,
    timers,
    streams,
    news,
    received,
    commands,
    refusals,
    turnedDown,
    log,
    live,
    pass,
    beat,
    shown,
    lines,
  };
}

export const ids = (...numbers: number[]) => numbers.map((number) => ITEMS[number]?.id).sort();
