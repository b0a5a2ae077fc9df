// The server's time on a box whose own clock may be wrong by years.
import type { Shelf, Timers } from '../ports.ts';
import { isObject, recordOn } from './record.ts';

export interface Clock {
  /** ms since 1970, as near to the server's as is known. */
  now(): number;
  /** False: nobody has told the time since the start, and the box's clock was wrong when last compared, or never was. */
  sure(): boolean;
  /** When the server was last heard, before this start or since; null: never. */
  lastHeard(): number | null;
  /** The server's time less the box's own, ms, as last heard since the start; null: not heard. */
  skew(): number | null;
  /** Call with each time the server tells. */
  hear(serverTime: string): void;
}

/** The box's clock counts as right when it was this near to the server's. */
const RIGHT_MS = 120_000;
/** A flash memory does not like to be written with every beat. */
const KEEP_EVERY_MS = 600_000;

interface Kept {
  /** Server's time less the box's, when last compared. */
  readonly skew: number;
  /** The server's time then. */
  readonly at: number;
}

/**
 * Counts on from what the server said by a clock that only grows, so that setting the box's own clock changes nothing.
 * Before the server is heard: the box's clock and its last known error, but never earlier than when last heard.
 * `onCorrected` runs when `now()` jumps by more than a second or becomes sure.
 */
export function createClock(timers: Timers, shelf: Shelf, onCorrected: () => void): Clock {
  const record = recordOn(shelf, 'linli.clock', 1, checkKept);
  const kept = record.read();
  let base: { readonly server: number; readonly steady: number } | null = null;
  let written = kept;

  const guess = () => timers.wall() + (kept?.skew ?? 0);
  const now = () => {
    if (base) return base.server + (timers.steady() - base.steady);
    return kept ? Math.max(guess(), kept.at) : guess();
  };
  const sure = () => base !== null || (kept !== null && Math.abs(kept.skew) < RIGHT_MS && guess() >= kept.at);

  return {
    now,
    sure,
    skew: () => base && now() - timers.wall(),
    lastHeard: () => (base ? base.server : (kept?.at ?? null)),
    hear(serverTime) {
      const server = Date.parse(serverTime);
      if (Number.isNaN(server)) return;
      const corrected = !sure() || Math.abs(now() - server) > 1000;
      base = { server, steady: timers.steady() };
      const skew = server - timers.wall();
      if (!written || server - written.at > KEEP_EVERY_MS || Math.abs(skew - written.skew) > RIGHT_MS) {
        written = { skew, at: server };
        record.write(written);
      }
      if (corrected) onCorrected();
    },
  };
}

function checkKept(value: unknown): Kept | null {
  if (!isObject(value) || typeof value.skew !== 'number' || typeof value.at !== 'number') return null;
  return { skew: value.skew, at: value.at };
}
