// Long work in pieces: the remote control must not wait for all of it.
import type { Timers } from '../ports.ts';

const WORK_MS = 10;

/** To be awaited between steps of the work: null, or a turn's pause when the piece was long enough. */
export function inPieces(timers: Timers): () => Promise<void> | null {
  let since = timers.steady();
  return () => {
    if (timers.steady() - since < WORK_MS) return null;
    return new Promise((resolve) => {
      timers.after(0, () => {
        since = timers.steady();
        resolve();
      });
    });
  };
}
