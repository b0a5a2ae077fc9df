// Ends many connections at a measured pace, so that they do not all come back at once.
import type { Socket } from 'node:net';
import type { Timers } from '../timers.ts';

const STEP_MS = 100;
/** For readers that do not take their last bytes. */
const GRACE_MS = 2_000;

/**
 * Calls `end` for each item, the first ones at once; it answers the socket that is closing. Resolves when all are
 * closed; what is still open a grace after the last was ended is destroyed.
 */
export function endGradually<T>(
  items: readonly T[],
  end: (item: T) => Socket,
  perSecond: number,
  timers: Timers,
): Promise<void> {
  return new Promise((resolve) => {
    const closing = new Set<Socket>();
    const share = Math.ceil((perSecond * STEP_MS) / 1000);
    let stopTimer = timers.every(STEP_MS, step);
    let ended = 0;
    step();

    function step(): void {
      for (const item of items.slice(ended, ended + share)) {
        const socket = end(item);
        if (!socket.closed) closing.add(socket.once('close', closed));
      }
      ended += share;
      if (ended >= items.length) {
        stopTimer();
        stopTimer = timers.after(GRACE_MS, destroyAll);
      }
      settle();
    }

    function closed(this: Socket): void {
      closing.delete(this);
      settle();
    }

    function destroyAll(): void {
      for (const socket of closing) socket.destroy();
    }

    function settle(): void {
      if (ended < items.length || closing.size > 0) return;
      stopTimer();
      resolve();
    }
  });
}
