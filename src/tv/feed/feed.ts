// Keeps what the box knows in step with the server: pull, then stream, then all over again when the line breaks.
import type { FeedItem, StreamBeat } from '../../contract/feed.ts';
import type { Ask } from '../box/ask.ts';
import type { Log } from '../log.ts';
import type { LineStatus } from '../navigation/context.ts';
import type { NavigationEvent } from '../navigation/events.ts';
import type { Cancel, OpenStream, Random, Timers } from '../ports.ts';
import { backoff } from './backoff.ts';
import type { Cache } from './cache.ts';
import type { Clock } from './clock.ts';
import { keepHome } from './home.ts';
import { type Failure, pullWith } from './pull.ts';
import { openPush } from './push.ts';
import type { FeedStep } from './read.ts';
import { applyAnswer, applyStep, cursorOf, itemsOf, type Known, NOTHING, noticesOf } from './store.ts';

type News = Extract<NavigationEvent, { type: 'ITEMS' | 'LINE' | 'HOME' }>;

export interface FeedParts {
  readonly ask: Ask;
  readonly eventSource: OpenStream;
  readonly timers: Timers;
  readonly random: Random;
  readonly cache: Cache;
  readonly clock: Clock;
  readonly log: Log;
  readonly emit: (news: News) => void;
  /** Items, or revisions of them, that the box did not hold before. */
  readonly onReceived: (items: readonly FeedItem[]) => void;
  readonly onOnline: () => void;
  /** What is known has been written down. */
  readonly onKept: () => void;
  /** An order that came by the stream, unread. */
  readonly onCommand: (command: unknown) => void;
  /** The server does not know this box any more; the feed has stopped. */
  readonly onRefused: () => void;
}

/** How far the box is in its regions: what is kept on it, and what has passed the reading checks. */
interface Reached {
  readonly received: string;
  readonly verified: string;
}

/** Of the stream; null: it is not open, or nothing came yet. Steady clock, ms. */
export interface StreamState {
  readonly openSince: number | null;
  readonly lastBeat: number | null;
}

export interface LiveFeed {
  /** Try now instead of when the pause is over. */
  retry(): void;
  /** Forgets how far it is and asks for everything; true once it has it. */
  resync(): Promise<boolean>;
  reached(): Reached;
  stream(): StreamState;
  stop(): void;
}

/** The first window is wide enough for all boxes of a server that restarts. */
const RECONNECT_MS = { first: 10_000, most: 60_000 };
/** Notices often come in groups; writing them once spares the flash. */
const KEEP_AFTER_MS = 2_000;

export function startFeed(parts: FeedParts): LiveFeed {
  const { timers, random, cache, clock, log, emit } = parts;
  const pull = pullWith(parts.ask);
  const kept = cache.feed.read();
  let known: Known = kept?.known ?? NOTHING;
  let complete = kept?.complete ?? false;
  let items = itemsOf(known);
  let received = kept ? cursorOf(known) : '';
  /** When the content was last known to be all there is. */
  let asOf = kept ? clock.lastHeard() : null;
  let failures = 0;
  let stopped = false;
  /** Steps that come while a pull is on its way; null: none is. */
  let held: FeedStep[] | null = null;
  let waiting: Cancel | null = null;
  let keeping: Cancel | null = null;
  let closeStream: Cancel | null = null;
  let openSince: number | null = null;
  let lastBeat: number | null = null;

  const home = keepHome({
    pull,
    timers,
    random,
    cache,
    clock,
    onHome: (box) => emit({ type: 'HOME', home: box }),
    onRefused: refused,
  });
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

  const tell = () =>
    emit({ type: 'ITEMS', items: noticesOf(items), now: clock.now(), confirmed: true, asOf, cursor: cursorOf(known) });

  function keep(): void {
    keeping = null;
    const fits = cache.keepFeed(known);
    if (!fits) log.warn('feed: the shelf holds nothing');
    received = fits ? cursorOf(known) : '';
    if (!stopped) parts.onKept();
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
    if (answer?.mode === 'snapshot') home.outdate();
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

  async function connect(): Promise<void> {
    waiting = null;
    const failure = (await catchUp()) ?? (await home.read());
    if (stopped) return;
    if (failure) return lose(failure, 'offline');
    line('online');
    parts.onOnline();
    const ticket = await pull.ticket(cursorOf(known));
    if (stopped) return;
    // The content is fresh all the same: without a stream the box lives on pulls.
    if ('failure' in ticket) return lose(ticket.failure, 'connecting');
    closeStream = openPush(parts, ticket.value, {
      onBeat,
      onStep,
      onCommand: parts.onCommand,
      onRefresh: home.changed,
      onLost: () => lose('unreachable', 'connecting'),
    });
  }

  function onBeat({ serverTime }: StreamBeat): void {
    failures = 0;
    lastBeat = timers.steady();
    openSince ??= lastBeat;
    clock.hear(serverTime);
    asOf = clock.now();
    home.readNow();
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

  function refused(): void {
    if (stopped) return;
    log.warn('feed: refused');
    stop();
    parts.onRefused();
  }

  function lose(failure: Failure, status: LineStatus): void {
    closeStream?.();
    closeStream = null;
    openSince = lastBeat = null;
    held = null;
    if (failure === 'refused') refused();
    if (stopped || waiting) return;
    log.info(`feed: ${status} after ${failure}, ${failures} failures before`);
    line(status);
    const wait = backoff(random, failures, RECONNECT_MS.first, RECONNECT_MS.most);
    failures += 1;
    waiting = timers.after(wait, () => void connect());
  }

  async function resync(): Promise<boolean> {
    complete = false;
    pull.forget();
    const failure = await catchUp();
    if (failure) lose(failure, 'connecting');
    return failure === null && complete;
  }

  function stop(): void {
    stopped = true;
    waiting?.();
    home.stop();
    closeStream?.();
    closeStream = null;
    if (keeping) {
      keeping();
      keep();
    }
  }

  if (kept)
    emit({ type: 'ITEMS', items: noticesOf(items), now: clock.now(), confirmed: false, asOf, cursor: cursorOf(known) });
  void connect();
  return {
    retry() {
      if (closeStream) return;
      line('connecting');
      waiting?.();
      if (waiting) void connect();
    },
    resync,
    reached: () => ({ received, verified: cursorOf(known) }),
    stream: () => ({ openSince, lastBeat }),
    stop,
  };
}
