// How long to wait before asking again: full jitter, so that ten thousand boxes do not come back at once.
import type { Random } from '../ports.ts';

/** Anything between nothing and the window, which doubles with each failure in a row up to `mostMs`. */
export function backoff(random: Random, failures: number, firstMs: number, mostMs: number): number {
  return Math.round(random() * Math.min(mostMs, firstMs * 2 ** failures));
}
