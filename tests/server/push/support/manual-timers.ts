// Timers that fire when the test says so.
import type { Timers } from '../../../../src/server/timers.ts';

interface Pending {
  readonly ms: number;
  readonly again: boolean;
  readonly run: () => void;
}

/** `fire` runs every timer that is set, or those of one length; those that repeat stay set. */
export function manualTimers() {
  const pending = new Set<Pending>();
  function set(timer: Pending) {
    pending.add(timer);
    return () => pending.delete(timer);
  }
  const timers: Timers = {
    every: (ms, run) => set({ ms, run, again: true }),
    after: (ms, run) => set({ ms, run, again: false }),
  };
  return {
    timers,
    pending: () => pending.size,
    fire(ms?: number): void {
      for (const timer of [...pending]) {
        if (ms !== undefined && timer.ms !== ms) continue;
        if (!timer.again) pending.delete(timer);
        timer.run();
      }
    },
  };
}
