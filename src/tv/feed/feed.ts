// Keeps what the box knows in step with the server: pull, then stream, then all over again when the line breaks.
import type { FeedItem, StreamBeat } from '../../contract/feed.ts';
import type { LineStatus } from '../navigation/context.ts';
import type { NavigationEvent } from '../navigation/events.ts';
import type { Cancel, Http, OpenStream, Random, Timers } from '../ports.ts';
import { backoff } from './backoff.ts';
import type { Cache } from './cache.ts';
import type { Clock } from './clock.ts';
import { type Failure, pullWith } from './pull.ts';
import { openPush } from './push.ts';
import type { FeedStep } from './read.ts';
import { applyAnswer, applyStep, cursorOf, itemsOf, type Known, NOTHING } from './store.ts';

type News = Extract<NavigationEvent, { type: 'ITEMS' | 'LINE' | 'HOME' }>;

export interface FeedParts {
  readonly http: Http;
  readonly eventSource: OpenStream;
  readonly timers: Timers;
  readonly random: Random;
  readonly cache: Cache;
  readonly clock: Clock;
  readonly token: string;
  readonly emit: (news: News) => void;
  /** Items, or revisions of them, that the box did not hold before. */
  readonly onReceived: (items: readonly FeedItem[]) => void;
  readonly onOnline: () => void;
}

export interface LiveFeed {
  /** Try now instead of when the pause is over. */
  retry(): void;
  stop(): void;
}

/** The first window is wide enough for all boxes of a server that restarts; a box nobody knows asks seldom. */
const RECONNECT_MS = { first: 10_000, most: 60_000, refused: 600_000 };
/** The almanac reaches seven days: twice a day keeps it, at a time of each box's own. */
const HOME_EVERY_MS = 12 * 3_600_000;
/** Notices often come in groups; writing them once spares the flash. */
const KEEP_AFTER_MS = 2_000;

export function startFeed(parts: FeedParts): LiveFeed {
  const { timers, random, cache, clock, emit } = parts;
  const pull = pullWith(parts.http, parts.token);
  const kept = cache.feed.read();
  let known: Known = kept?.known ?? NOTHING;
  let complete = kept?.complete ?? false;
  let items = itemsOf(known);
  /** When the content was last known to be all there is. */
  let asOf = kept ? clock.lastHeard() : null;
  let homeAt: number | null = null;
  let failures = 0;
  let stopped = false;
  /** Steps that come while a pull is on its way; null: none is. */
  let held: FeedStep[] | null = null;
  let waiting: Cancel | null = null;
  let keeping: Cancel | null = null;
  let closeStream: Cancel | null = null;

  const line = (status: LineStatus) => emit({ type: 'LINE', status, asOf });

  /** True when there was something to learn, and it was told. */
  function learn(next: Known): boolean {
    if (next === known) return false;
    const before = items;
    known = next;
    items = itemsOf(next);
    keeping ??= timers.after(KEEP_AFTER_MS, keep);
    tell();
    const had = new Map(before.map(({ id, revision }) => [id, revision]));
    parts.onReceived(items.filter(({ id, revision }) => (had.get(id) ?? 0) < revision));
    return true;
  }

  const tell = () => emit({ type: 'ITEMS', items, now: clock.now(), confirmed: true, asOf });

  function keep(): void {
    keeping = null;
    cache.keepFeed(known);
  }

  /** Asks for what is missing and takes in what the stream brought meanwhile; null: done, or overtaken by another. */
  async function catchUp(): Promise<Failure | null> {
    const late: FeedStep[] = [];
    held = late;
    let result = await pull.feed(complete ? cursorOf(known) : '');
    if ('failure' in result && result.failure === 'cursor' && complete) {
      complete = false;
      result = await pull.feed('');
    }
    if (stopped || held !== late) return null;
    held = null;
    if ('failure' in result) return result.failure;
    const answer = result.value;
    if (answer) clock.hear(answer.serverTime);
    // A box that is sent everything anew may have been moved to another home.
    if (answer?.mode === 'snapshot') homeAt = null;
    complete = true;
    asOf = clock.now();
    if (!answer || !learn(applyAnswer(known, answer))) tell();
    return late.every(take) ? null : 'unreachable';
  }

  /** False: something is missing before this step. */
  function take(step: FeedStep): boolean {
    const { known: next, heard } = applyStep(known, step);
    learn(next);
    return heard !== 'gap';
  }

  async function refreshHome(): Promise<Failure | null> {
    if (homeAt !== null && timers.steady() - homeAt < HOME_EVERY_MS) return null;
    const result = await pull.home();
    if (stopped) return null;
    if ('failure' in result) return result.failure;
    homeAt = timers.steady() - random() * (HOME_EVERY_MS / 4);
    clock.hear(result.value.serverTime);
    cache.home.write(result.value);
    emit({ type: 'HOME', home: result.value });
    return null;
  }

  async function connect(): Promise<void> {
    waiting = null;
    const failure = (await catchUp()) ?? (await refreshHome());
    if (stopped) return;
    if (failure) return lose(failure, failure === 'refused' ? 'unregistered' : 'offline');
    line('online');
    parts.onOnline();
    const ticket = await pull.ticket(cursorOf(known));
    if (stopped) return;
    // The content is fresh all the same: without a stream the box lives on pulls.
    if ('failure' in ticket) return lose(ticket.failure, 'connecting');
    closeStream = openPush(parts, ticket.value, { onBeat, onStep, onLost: () => lose('unreachable', 'connecting') });
  }

  function onBeat({ serverTime }: StreamBeat): void {
    failures = 0;
    clock.hear(serverTime);
    asOf = clock.now();
    void refreshHome();
  }

  function onStep(step: FeedStep): void {
    asOf = clock.now();
    if (held) held.push(step);
    else if (!take(step)) void mend();
  }

  async function mend(): Promise<void> {
    const failure = await catchUp();
    if (failure) lose(failure, 'connecting');
  }

  function lose(failure: Failure, status: LineStatus): void {
    closeStream?.();
    closeStream = null;
    held = null;
    if (stopped || waiting) return;
    line(status);
    const { first, most, refused } = RECONNECT_MS;
    const wait = failure === 'refused' ? random() * refused : backoff(random, failures, first, most);
    failures += 1;
    waiting = timers.after(wait, () => void connect());
  }

  if (kept) emit({ type: 'ITEMS', items, now: clock.now(), confirmed: false, asOf });
  void connect();
  return {
    retry() {
      if (closeStream) return;
      line('connecting');
      waiting?.();
      if (waiting) void connect();
    },
    stop() {
      stopped = true;
      waiting?.();
      closeStream?.();
      if (keeping) {
        keeping();
        keep();
      }
    },
  };
}
