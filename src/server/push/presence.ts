// Presence: which boxes have a stream in this process, told to the store in batches; a lease says that the process lives.
import type { BoxId } from '../../contract/ids.ts';
import type { Instant } from '../../contract/time.ts';
import { type Clock, instantOf } from '../runtime.ts';
import type { Timers } from '../timers.ts';
import type { HubWatch } from './hub.ts';

/** What presence needs of the store. */
export interface PresenceStore {
  /** Renews this process's lease, and closes what processes with a lease past its end have left open. */
  renew(until: Instant, now: Instant): Promise<void>;
  /** Boxes whose first stream opened here, or whose last one closed. */
  changed(came: readonly BoxId[], went: readonly BoxId[], now: Instant): Promise<void>;
  /** Boxes seen on this day for the first time here: what coverage is counted from. */
  seen(boxes: readonly BoxId[], day: string): Promise<void>;
  /** This process ends: nothing is online here. */
  end(now: Instant): Promise<void>;
}

export interface Presence extends HubWatch {
  /** A box that spoke, with or without a stream. */
  spoke(box: BoxId): void;
  start(): Promise<void>;
  /** Writes what is left, and that nothing is online here. */
  stop(): Promise<void>;
}

/** How often changes are written; a box counts as online that much later. */
const FLUSH_MS = 1_000;
const RENEW_MS = 10_000;
/** So long a process that died still counts as holding its boxes. */
export const LEASE_MS = 30_000;
/** One statement carries so many. */
const BATCH = 2_000;

export function createPresence(deps: {
  store: PresenceStore;
  clock: Clock;
  dayOf: (ms: number) => string;
  timers: Timers;
  onError: (error: unknown) => void;
}): Presence {
  const { store, clock, timers, onError } = deps;
  const here = new Set<BoxId>();
  /** True: came; false: went. The last word counts. */
  let changes = new Map<BoxId, boolean>();
  let sighted = new Set<BoxId>();
  let written = new Set<BoxId>();
  let day = deps.dayOf(clock());
  let flushing: Promise<void> | null = null;
  let renewedAt = 0;
  let stopFlushing: (() => void) | null = null;
  const now = () => instantOf(clock());

  function see(box: BoxId): void {
    if (!written.has(box)) sighted.add(box);
  }

  function flush(): Promise<void> {
    flushing ??= write()
      .catch(onError)
      .finally(() => {
        flushing = null;
      });
    return flushing;
  }

  async function write(): Promise<void> {
    if (clock() - renewedAt >= RENEW_MS) await renew();
    const today = deps.dayOf(clock());
    if (today !== day) {
      day = today;
      written = new Set();
      // Who stays on over midnight is seen on the new day too.
      for (const box of here) sighted.add(box);
    }
    const batch = changes;
    changes = new Map();
    const boxes = [...sighted];
    sighted = new Set();
    try {
      const entries = [...batch];
      for (let at = 0; at < entries.length; at += BATCH) {
        const part = entries.slice(at, at + BATCH);
        const of = (came: boolean) => part.flatMap(([box, is]) => (is === came ? [box] : []));
        await store.changed(of(true), of(false), now());
      }
      for (let at = 0; at < boxes.length; at += BATCH) {
        const part = boxes.slice(at, at + BATCH);
        await store.seen(part, today);
        for (const box of part) written.add(box);
      }
    } catch (error) {
      // Nothing is lost: what is newer stands, the rest is written with the next round. To write twice changes nothing.
      for (const [box, came] of batch) if (!changes.has(box)) changes.set(box, came);
      for (const box of boxes) see(box);
      throw error;
    }
  }

  async function renew(): Promise<void> {
    await store.renew(instantOf(clock() + LEASE_MS), now());
    renewedAt = clock();
  }

  return {
    came(box) {
      here.add(box);
      changes.set(box, true);
      see(box);
    },
    went(box) {
      here.delete(box);
      // When it comes back it may stand in another home.
      written.delete(box);
      changes.set(box, false);
    },
    spoke: see,
    async start() {
      await renew();
      stopFlushing = timers.every(FLUSH_MS, () => void flush());
    },
    async stop() {
      stopFlushing?.();
      await flush();
      await flush();
      await store.end(now()).catch(onError);
    },
  };
}
