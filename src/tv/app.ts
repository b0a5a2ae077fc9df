// The television app without a picture: remote, navigation and feed wired together; whoever draws is handed frames.
import { createActor } from 'xstate';
import type { FeedItem, Receipt } from '../contract/feed.ts';
import type { Instant } from '../contract/time.ts';
import { cacheOn } from './feed/cache.ts';
import { createClock } from './feed/clock.ts';
import { type LiveFeed, startFeed } from './feed/feed.ts';
import { type Receipts, startReceipts } from './feed/receipts.ts';
import { readSession } from './feed/session.ts';
import type { Intent } from './navigation/context.ts';
import type { Frame } from './navigation/frame.ts';
import { nextEdge } from './navigation/items.ts';
import { frameOf, machine, type Snapshot } from './navigation/machine.ts';
import { marksToKeep } from './navigation/marks.ts';
import type { Cancel, Http, OpenStream, Place, Random, Shelf, Timers } from './ports.ts';
import { listenForPreviews } from './preview.ts';
import { listen, type RawKey } from './remote/listen.ts';
import { chooseProfile, keyOf, type ProfileName } from './remote/profiles.ts';
import { createRepeatFilter } from './remote/repeat.ts';

/** What `settings.json` says of the app; a resident's own choice, kept on the box, goes before `elder` and `motion`. */
export interface AppSettings {
  readonly remote: 'auto' | ProfileName;
  readonly elder: boolean;
  readonly motion: boolean;
}

export interface AppParts {
  readonly settings: AppSettings;
  readonly http: Http;
  readonly eventSource: OpenStream;
  readonly shelf: Shelf;
  readonly timers: Timers;
  readonly random: Random;
  readonly location: Place;
  readonly document: Document;
  /** Called at once with the first frame, then whenever what is on the screen may have changed. */
  readonly onFrame: (frame: Frame) => void;
}

export interface App {
  /** A native key code from a bridge of the box, in place of a key event of the page. */
  key(code: number): void;
  stop(): void;
}

const MINUTE_MS = 60_000;

/** Starts the app; in a browser the parts come from `browserParts(window)` of browser.ts. */
export function startApp(parts: AppParts): App {
  const { settings, shelf, timers, random, http, location, document } = parts;
  const previewing = /[?&]preview=1(&|$)/.test(location.search);
  const cache = cacheOn(shelf);
  const session = previewing ? { token: null, changed: false } : readSession(location, shelf);
  if (session.changed) cache.clear();
  const profile = chooseProfile(settings.remote, document.defaultView ?? {});
  const choice = (previewing ? null : cache.choice.read()) ?? settings;
  const clock = createClock(timers, shelf, tick);

  const actor = createActor(machine, {
    input: {
      elder: choice.elder,
      motion: choice.motion,
      marks: (previewing ? null : cache.marks.read()) ?? {},
      home: previewing ? null : cache.home.read(),
      profile: profile.name,
      previewing,
      now: clock.now(),
    },
  });

  let feed: LiveFeed | null = null;
  let receipts: Receipts | null = null;
  let cancelTick: Cancel = () => undefined;

  function tick(): void {
    actor.send({ type: 'TICK', now: clock.now(), sure: previewing || clock.sure() });
    scheduleTick();
  }

  /** The clock on the screen shows minutes; a notice comes and goes at the very moment it is valid from and to. */
  function scheduleTick(): void {
    const now = clock.now();
    const minute = now - (now % MINUTE_MS) + MINUTE_MS;
    const next = Math.min(minute, nextEdge(actor.getSnapshot().context.items, now) ?? minute);
    cancelTick();
    cancelTick = timers.after(Math.ceil(next - now), tick);
  }

  function report(items: readonly Pick<FeedItem, 'id' | 'revision'>[], step: Receipt['step']): void {
    const at = new Date(clock.now()).toISOString() as Instant;
    receipts?.add(items.map(({ id, revision }) => ({ item: id, revision, step, at })));
  }

  function act(intent: Intent): void {
    switch (intent.type) {
      case 'receipt':
        report([intent], intent.step);
        break;
      case 'marks':
        cache.marks.write(marksToKeep(intent.marks, actor.getSnapshot().context.items));
        break;
      case 'settings':
        if (!previewing) cache.choice.write({ elder: intent.elder, motion: intent.motion });
        break;
      case 'retry':
        feed?.retry();
    }
  }

  const accepts = createRepeatFilter(timers.steady);
  function onRaw({ source, code }: RawKey): void {
    const key = keyOf(profile, source, code) ?? null;
    actor.send({ type: 'RAW', code, source, key });
    if (key && accepts(key)) actor.send({ type: 'KEY', key });
  }

  let shown: Snapshot | null = null;
  const show = (snapshot: Snapshot) => {
    if (snapshot === shown) return;
    shown = snapshot;
    parts.onFrame(frameOf(snapshot));
  };

  actor.on('*', act);
  actor.start();
  tick();
  const stopPreviews = previewing
    ? listenForPreviews(document, location, (preview) => actor.send({ type: 'PREVIEW', ...preview }))
    : null;
  if (session.token !== null) {
    const told = { http, timers, random, token: session.token };
    receipts = startReceipts({ ...told, kept: cache.receipts });
    feed = startFeed({
      ...told,
      eventSource: parts.eventSource,
      cache,
      clock,
      emit(news) {
        actor.send(news);
        if (news.type === 'ITEMS') scheduleTick();
      },
      onReceived: (items) => report(items, 'received'),
      onOnline: () => receipts?.hurry(),
    });
  } else if (!previewing) actor.send({ type: 'LINE', status: 'unregistered', asOf: null });

  // Only now: what is kept on the box is the first thing to be seen, not the boot screen.
  actor.subscribe(show);
  show(actor.getSnapshot());
  const deaf = listen(document, profile, onRaw);

  return {
    key: (code) => onRaw({ source: 'bridge', code }),
    stop() {
      deaf();
      stopPreviews?.();
      feed?.stop();
      receipts?.stop();
      cancelTick();
      actor.stop();
    },
  };
}
