// The gate: so many boxes a second are let in, the others are asked to come back, so that a storm is a queue.
import type { Clock } from '../runtime.ts';

export interface Gate {
  /** True: come in. False: come back later. */
  admits(): boolean;
}

/** @param perSecond let in on average; up to `burst` at once after a quiet while */
export function createGate(clock: Clock, perSecond: number, burst: number): Gate {
  let left = burst;
  let at = clock();
  return {
    admits() {
      const now = clock();
      left = Math.min(burst, left + (Math.max(0, now - at) / 1000) * perSecond);
      at = now;
      if (left < 1) return false;
      left -= 1;
      return true;
    },
  };
}
