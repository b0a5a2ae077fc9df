// A breaker: who does not answer several times in a row is left in peace for a while, and for longer each time.
import type { Clock } from '../runtime.ts';

/** Failures in a row that open it. */
export const FAILURES_TO_OPEN = 5;
export const FIRST_PAUSE_MS = 30_000;
export const LONGEST_PAUSE_MS = 10 * 60_000;

export interface Breaker {
  /** May somebody ask now? After a pause one may; the others when that one has been answered. */
  enter(): boolean;
  succeeded(): void;
  failed(): void;
  /** Whatever it has seen before, the next one may ask. */
  reset(): void;
  /** Milliseconds; null: it is closed. */
  pausedUntil(): number | null;
}

export function createBreaker(clock: Clock): Breaker {
  let failures = 0;
  let pause = FIRST_PAUSE_MS;
  let until: number | null = null;
  let trying = false;
  const close = () => {
    [failures, pause, until, trying] = [0, FIRST_PAUSE_MS, null, false];
  };
  return {
    enter() {
      if (until === null) return true;
      if (trying || clock() < until) return false;
      trying = true;
      return true;
    },
    succeeded: close,
    failed() {
      failures += 1;
      // Those that were on their way when it opened tell nothing new.
      if (until !== null && !trying) return;
      if (until === null && failures < FAILURES_TO_OPEN) return;
      if (trying) pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
      trying = false;
      until = clock() + pause;
    },
    reset() {
      if (until !== null) until = clock();
      trying = false;
    },
    pausedUntil: () => (until !== null && until > clock() ? until : null),
  };
}
