// Who waits in this process for a draft to change, woken by the bus.
import type { RequestId } from '../../../contract/ids.ts';
import type { BusEvent } from '../../bus/port.ts';
import type { Timers } from '../../timers.ts';

export interface Watch {
  /** True once it may have changed since the watch began or since this was asked last; false when the time is up. */
  changed(): Promise<boolean>;
  stop(): void;
}

export function createWaiting(timers: Timers) {
  const watches = new Map<RequestId, Set<() => void>>();

  function ring(id: RequestId): void {
    for (const each of watches.get(id) ?? []) each();
  }

  return {
    /** Read the draft after this: what changes from now on is told. */
    watch(id: RequestId, ms: number): Watch {
      let [hasRung, isOver, wake] = [false, false, () => {}];
      const own = () => {
        hasRung = true;
        wake();
      };
      const stopTimer = timers.after(ms, () => {
        isOver = true;
        wake();
      });
      const others = watches.get(id) ?? new Set();
      watches.set(id, others.add(own));
      return {
        async changed() {
          if (!hasRung && !isOver) await new Promise<void>((resolve) => (wake = resolve));
          hasRung = false;
          return !isOver;
        },
        stop() {
          stopTimer();
          others.delete(own);
          if (others.size === 0 && watches.get(id) === others) watches.delete(id);
        },
      };
    },

    /** For `bus.subscribe`. */
    hear(event: BusEvent): void {
      if (event.kind === 'gap') for (const id of watches.keys()) ring(id);
      if (event.kind === 'told' && 'handover' in event.word.to) ring(event.word.to.handover);
    },
  };
}
