// What was refused may have been spoilt on the way: after a while everything is asked for again.
import type { Refused } from '../../domain/signing/check-entry.ts';
import type { Cancel, Random, Timers } from '../ports.ts';

interface Doubts {
  hear(refused: readonly Refused[]): void;
  /** Something curable was refused since everything was last asked for. */
  any(): boolean;
  /** Everything has been asked for. */
  askedAll(): void;
  stop(): void;
}

/** What was refused may be whole by then; longer each time that it is not. */
const CURE_MS = { first: 10 * 60_000, most: 6 * 3_600_000 };
const CURABLE: readonly Refused['reason'][] = ['unsigned', 'forged', 'malformed', 'key-unknown'];

/** `cure` asks for everything; it is called only while there are doubts. */
export function keepDoubts(timers: Timers, random: Random, cure: () => void): Doubts {
  let doubtful = false;
  /** Times in a row that everything was asked for, and something in it refused. */
  let times = 0;
  let curing: Cancel | null = null;
  return {
    hear(refused) {
      if (!refused.some(({ reason }) => CURABLE.indexOf(reason) >= 0)) return;
      doubtful = true;
      const wait = Math.min(CURE_MS.most, CURE_MS.first * 2 ** times);
      curing ??= timers.after(wait * (0.5 + random() / 2), () => {
        curing = null;
        if (doubtful) cure();
      });
    },
    any: () => doubtful,
    askedAll() {
      times = doubtful ? times + 1 : 0;
      doubtful = false;
    },
    stop: () => curing?.(),
  };
}
