// A held key must not outrun the screen: repeats of the same key come through at most every 80 ms.
import type { RemoteKey } from './keys.ts';

const REPEAT_MS = 80;

/** Tells for each press whether to take it; a different key than the last is always taken. `now` in ms, only growing. */
export function createRepeatFilter(now: () => number): (key: RemoteKey) => boolean {
  let last: { readonly key: RemoteKey; readonly at: number } | null = null;
  return (key) => {
    const at = now();
    if (last && last.key === key && at - last.at < REPEAT_MS) return false;
    last = { key, at };
    return true;
  };
}
