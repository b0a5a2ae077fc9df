// Notices that nobody has touched the remote for as long as private content may stay on the screen.
import type { Cancel, Timers } from '../ports.ts';

export interface Idle {
  /** Something private is to be seen, or nothing any more. */
  watch(on: boolean): void;
  /** A key was pressed. */
  touch(): void;
  stop(): void;
}

export function createIdle(timers: Timers, ms: number, onIdle: () => void): Idle {
  let cancel: Cancel | null = null;
  const rest = () => {
    cancel?.();
    cancel = null;
  };
  const begin = () => {
    rest();
    cancel = timers.after(ms, () => {
      cancel = null;
      onIdle();
    });
  };
  return {
    watch(on) {
      if (!on) rest();
      else if (!cancel) begin();
    },
    touch() {
      if (cancel) begin();
    },
    stop: rest,
  };
}
