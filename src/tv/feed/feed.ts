// Keeps what the box knows in step with the server: pull, then stream, then all over again when the line breaks.
import type { FeedItem, StreamBeat } from '../../contract/feed.ts';
import type { Refused } from '../../domain/signing/check-entry.ts';
import type { KeyOf } from '../../domain/signing/trust.ts';
import type { Ask } from '../box/ask.ts';
import { CONTRACT } from '../constants.ts';
import type { Log } from '../log.ts';
import type { LineStatus } from '../navigation/context.ts';
import type { NavigationEvent } from '../navigation/events.ts';
import type { Cancel, OpenStream, Random, Timers } from '../ports.ts';
import { backoff } from './backoff.ts';
import type { Cache } from './cache.ts';
import type { Clock } from './clock.ts';
import { keepDoubts } from './doubts.ts';
import { keepHoldings } from './holdings.ts';
import { keepHome } from './home.ts';
import { inPieces } from './pieces.ts';
import { type Failure, pullWith } from './pull.ts';
import { openPush } from './push.ts';
import type { RawStep } from './read.ts';
import { type FeedStep, proveStep } from './step.ts';
import { applyAnswer, applyStep, NOTHING, type Where, withoutUntrusted } from './store.ts';
import { keepTrust } from './trust.ts';
import { renewTrustLater } from './trust-renewal.ts';

type News = Extract<NavigationEvent, { type: 'ALERTS' | 'ITEMS' | 'LINE' | 'HOME' }>;

export interface FeedParts {
  readonly ask: Ask;
  readonly eventSource: OpenStream;
  readonly timers: Timers;
  readonly random: Random;
  readonly cache: Cache;
  readonly clock: Clock;
  readonly log: Log;
  /** The operator's root key, where it is named; null: the first that answers. */
  readonly root: string | null;
  readonly emit: (news: News) => void;
  /** What came and is not believed, or not any more. */
  readonly onTurnedDown: (refused: readonly Refused[]) => void;
  /** Items, or revisions of them, that the box did not hold before; their signatures are good. */
  readonly onReceived: (items: readonly FeedItem[]) => void;
  readonly onOnline: () => void;
  /** Other keys may be trusted than before. */
  readonly onKeys: () => void;
  /** What is known has been written down. */
  readonly onKept: () => void;
  /** An order that came by the stream, unread. */
  readonly onCommand: (command: unknown) => void;
  /** The server does not know this box any more; the feed has stopped. */
  readonly onRefused: () => void;
}

/** How far the box is in its regions: what is kept on it, and up to where every signature was tried. */
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
  /** Which keys are trusted now. */
  readonly keyOf: KeyOf;
  /** Asks the server for the list of keys. */
  readKeys(): Promise<unknown>;
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
/** A key nobody here knows comes to all boxes at once. */
const ASK_SPREAD_MS = 2_000;

export function startFeed(parts: FeedParts): LiveFeed {
  const { timers, random, cache, clock, log, emit } = parts;
  const pull = pullWith(parts.ask);
  const trust = keepTrust({ pull, timers, kept: cache.trust, root: parts.root, log });
  const kept = cache.feed.read();
  const found = withoutUntrusted(kept?.known ?? NOTHING, trust.keyOf);
  let complete = (kept?.complete ?? false) && found.refused.length === 0;
  let failures = 0;
  let stopped = false;
  /** Steps that come while others are on their way or being proved; null: none is. */
  let held: RawStep[] | null = null;
  let purgedFor = trust.version();
  let waiting: Cancel | null = null;
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
  const doubts = keepDoubts(timers, random, () => {
    // Without a stream the next connection asks for everything anyhow.
    if (closeStream) void askAnew();
  });
  const renewal = renewTrustLater(timers, random, trust, () => {
    // While others wait or are on their way, these come first.
    if (!held) obeyTrust();
  });
  const holdings = keepHoldings(
    { known: found.known, found: kept !== null },
    {
      ...{ timers, cache, clock, emit, onReceived: parts.onReceived },
      isWhole: () => complete && !doubts.any(),
      onKept(fits) {
        if (!fits) log.warn('feed: the shelf holds nothing');
        if (!stopped) parts.onKept();
      },
    },
  );
  const line = (status: LineStatus) => emit({ type: 'LINE', status, asOf: holdings.asOf() });

  const where = (): Where => ({ chain: home.chain() ?? [], now: clock.sure() ? clock.now() : null });

  function turnDown(refused: readonly Refused[]): void {
    if (refused.length === 0) return;
    doubts.hear(refused);
    parts.onTurnedDown(refused);
  }

  /** In order, one after another; a key that is not known is asked for, once in a while. */
  async function prove(raw: RawStep): Promise<FeedStep> {
    const step = proveStep(raw, trust.keyOf);
    if (step.action !== 'refuse' || step.refused.reason !== 'key-unknown' || !trust.mayAsk()) return step;
    await trust.read();
    return proveStep(raw, trust.keyOf);
  }

  /** The keys must be known before entries are looked at. */
  const renewKeys = async (version: number): Promise<Failure | null> =>
    trust.version() < version ? trust.read() : null;

  /** And where this box stands; one that is sent everything anew may have been moved to another home. */
  async function findPlace(moved: boolean): Promise<Failure | null> {
    if (moved) home.outdate();
    return moved || !home.chain() ? home.read() : null;
  }

  /** Asks for what is missing and takes in what the stream brought meanwhile; null: done, or overtaken by another. */
  async function catchUp(): Promise<Failure | null> {
    const late: RawStep[] = [];
    held = late;
    const overtaken = () => stopped || held !== late;
    const failure = await renewKeys(1);
    if (overtaken()) return null;
    if (failure) return failure;
    if (doubts.any()) pull.forget();
    let result = await pull.feed(complete && !doubts.any() ? holdings.cursor() : '');
    if ('failure' in result && result.failure === 'cursor' && complete) {
      complete = false;
      result = await pull.feed('');
    }
    if (overtaken()) return null;
    if ('failure' in result) return result.failure;
    const answer = result.value;
    if (answer) {
      clock.hear(answer.serverTime);
      const unprepared = (await renewKeys(answer.trust)) ?? (await findPlace(answer.mode === 'snapshot'));
      if (overtaken()) return null;
      if (unprepared) return unprepared;
      const steps: FeedStep[] = [];
      const rest = inPieces(timers);
      for (const entry of answer.entries) {
        steps.push(await prove(entry));
        await rest();
        if (overtaken()) return null;
      }
      const afresh = answer.mode === 'snapshot';
      if (afresh) doubts.askedAll();
      const { known: next, refused } = applyAnswer(holdings.known(), answer, steps, where());
      complete = true;
      holdings.confirm();
      if (!holdings.learn(next)) holdings.tell();
      turnDown(refused);
      if (afresh) purge();
    } else {
      complete = true;
      holdings.confirm();
      holdings.tell();
    }
    return drain(late);
  }

  /** Takes in what waits, in order; `unreachable`: something is missing in between. */
  async function drain(late: RawStep[]): Promise<Failure | null> {
    const rest = inPieces(timers);
    for (let raw = late.shift(); raw; raw = late.shift()) {
      const step = await prove(raw);
      await rest();
      if (stopped || held !== late) return null;
      if (take(step)) continue;
      held = null;
      return 'unreachable';
    }
    held = null;
    return null;
  }

  /** False: something is missing before this step. */
  function take(step: FeedStep): boolean {
    const { known: next, heard, refused } = applyStep(holdings.known(), step, where());
    holdings.learn(next);
    turnDown(refused);
    return heard !== 'gap';
  }

  /** What came under a key that is trusted no longer goes at once; true when there was any. */
  function purge(): boolean {
    purgedFor = trust.version();
    parts.onKeys();
    const { known: next, refused } = withoutUntrusted(holdings.known(), trust.keyOf);
    const changed = holdings.learn(next);
    turnDown(refused);
    return changed;
  }

  /** After what waited for the list of keys has been taken in: it may be there under another key already. */
  function obeyTrust(): void {
    if (stopped || purgedFor === trust.version()) return;
    // What was refused for its key may be good now.
    if (purge() || doubts.any()) void askAnew();
  }

  async function askAnew(): Promise<void> {
    complete = false;
    pull.forget();
    await mend();
  }

  async function connect(): Promise<void> {
    waiting = null;
    const failure = (await catchUp()) ?? (await home.read());
    if (stopped) return;
    if (failure) return lose(failure, 'offline');
    obeyTrust();
    line('online');
    parts.onOnline();
    const ticket = await pull.ticket(holdings.cursor());
    if (stopped) return;
    // The content is fresh all the same: without a stream the box lives on pulls.
    if ('failure' in ticket) return lose(ticket.failure, 'connecting');
    closeStream = openPush(parts, ticket.value, {
      onBeat,
      onStep,
      onCommand: parts.onCommand,
      onRefresh: home.changed,
      // All boxes are told at once: each asks after a moment of its own.
      onTrust: () => renewal.within(random() * CONTRACT.refreshSpreadMs),
      onLost: () => lose('unreachable', 'connecting'),
    });
  }

  function onBeat({ serverTime }: StreamBeat): void {
    failures = 0;
    lastBeat = timers.steady();
    openSince ??= lastBeat;
    clock.hear(serverTime);
    holdings.confirm();
    home.readNow();
  }

  function onStep(raw: RawStep): void {
    holdings.confirm();
    if (held) return void held.push(raw);
    const step = proveStep(raw, trust.keyOf);
    if (step.action === 'refuse' && step.refused.reason === 'key-unknown' && trust.mayAsk()) void askForKey(raw);
    else if (!take(step)) void mend();
  }

  async function askForKey(raw: RawStep): Promise<void> {
    const late = [raw];
    held = late;
    await new Promise<void>((resolve) => {
      timers.after(random() * ASK_SPREAD_MS, resolve);
    });
    if (stopped || held !== late) return;
    if (await trust.read()) renewal.again();
    if (stopped || held !== late) return;
    if ((await drain(late)) !== null) await mend();
    obeyTrust();
  }

  async function mend(): Promise<void> {
    const failure = await catchUp();
    if (failure) lose(failure, 'connecting');
    else obeyTrust();
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
    else obeyTrust();
    return failure === null && complete;
  }

  function stop(): void {
    stopped = true;
    waiting?.();
    renewal.stop();
    doubts.stop();
    home.stop();
    closeStream?.();
    closeStream = null;
    holdings.stop();
  }

  turnDown(found.refused);
  if (kept) holdings.tell(false);
  void connect();
  return {
    keyOf: trust.keyOf,
    readKeys: trust.read,
    retry() {
      if (closeStream) return;
      line('connecting');
      waiting?.();
      if (waiting) void connect();
    },
    resync,
    reached: () => ({ received: holdings.received(), verified: holdings.cursor() }),
    stream: () => ({ openSince, lastBeat }),
    stop,
  };
}
