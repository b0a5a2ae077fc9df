// What the box holds of its feed: told to the screens with each change, written down a moment later.
import type { AlertItem } from '../../contract/alerts.ts';
import type { FeedItem } from '../../contract/feed.ts';
import type { NavigationEvent } from '../navigation/events.ts';
import type { Cancel, Timers } from '../ports.ts';
import type { Cache } from './cache.ts';
import type { Clock } from './clock.ts';
import { alertsOf, cursorOf, itemsOf, type Known, noticesOf } from './store.ts';

export interface HoldingParts {
  readonly timers: Timers;
  readonly cache: Cache;
  readonly clock: Clock;
  readonly emit: (news: Extract<NavigationEvent, { type: 'ALERTS' | 'ITEMS' }>) => void;
  /** Items, or revisions of them, that the box did not hold before; their signatures are good. */
  readonly onReceived: (items: readonly FeedItem[]) => void;
  /** Is it all there is, as far as anyone has told? */
  readonly isWhole: () => boolean;
  /** It has been written down; `fits`: there was room for it. */
  readonly onKept: (fits: boolean) => void;
}

/** Notices often come in groups; writing them once spares the flash. */
const KEEP_AFTER_MS = 2_000;

/** @param first what was written down, as far as it is still believed; `found` false: nothing was */
export function keepHoldings(first: { known: Known; found: boolean }, parts: HoldingParts) {
  const { timers, cache, clock, emit } = parts;
  let known = first.known;
  let items = itemsOf(known);
  let alerts: readonly AlertItem[] = [];
  let received = first.found ? cursorOf(known) : '';
  /** When the content was last known to be all there is. */
  let asOf = first.found ? clock.lastHeard() : null;
  let keeping: Cancel | null = null;

  function tell(confirmed = true): void {
    const now = clock.now();
    const held = alertsOf(items);
    if (held.length !== alerts.length || held.some((alert, index) => alert !== alerts[index])) {
      alerts = held;
      emit({ type: 'ALERTS', alerts, now });
    }
    emit({ type: 'ITEMS', items: noticesOf(items), now, confirmed, asOf, cursor: cursorOf(known) });
  }

  function keep(): void {
    keeping = null;
    const fits = cache.keepFeed(known, parts.isWhole());
    received = fits ? cursorOf(known) : '';
    parts.onKept(fits);
  }

  return {
    known: () => known,
    cursor: () => cursorOf(known),
    /** Up to where it is written down. */
    received: () => received,
    asOf: () => asOf,
    tell,

    /** It is what the server has now. */
    confirm(): void {
      asOf = clock.now();
    },

    /** True when there was something to learn, and it was told. */
    learn(next: Known): boolean {
      if (next === known) return false;
      const before = items;
      known = next;
      items = itemsOf(next);
      keeping ??= timers.after(KEEP_AFTER_MS, keep);
      tell();
      const had = new Map(before.map(({ id, revision }) => [id, revision]));
      parts.onReceived(items.filter(({ id, revision }) => (had.get(id) ?? 0) < revision));
      return true;
    },

    /** What waits to be written down is written now. */
    stop(): void {
      if (!keeping) return;
      keeping();
      keep();
    },
  };
}
