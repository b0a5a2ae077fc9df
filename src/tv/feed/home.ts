// Keeps what the server says of this box: where it stands, its settings, the coming days.
import type { BoxHome } from '../../contract/boxes.ts';
import { CONTRACT } from '../constants.ts';
import type { Cancel, Random, Timers } from '../ports.ts';
import type { Cache } from './cache.ts';
import type { Clock } from './clock.ts';
import type { Failure, Pull } from './pull.ts';

export interface HomeParts {
  readonly pull: Pull;
  readonly timers: Timers;
  readonly random: Random;
  readonly cache: Cache;
  readonly clock: Clock;
  readonly onHome: (home: BoxHome) => void;
  readonly onRefused: () => void;
}

export interface HomeKeeper {
  /** Asks unless what is known is new enough. */
  read(): Promise<Failure | null>;
  /** The same, when nobody waits for the answer. */
  readNow(): void;
  /** The regions it stands in, as last heard, perhaps before this start; null: never heard. */
  chain(): readonly string[] | null;
  /** What is known counts for nothing any more. */
  outdate(): void;
  /** The server says that something changed. */
  changed(): void;
  stop(): void;
}

/** The almanac reaches seven days: twice a day keeps it, at a time of each box's own. */
const EVERY_MS = 12 * 3_600_000;

export function keepHome({ pull, timers, random, cache, clock, onHome, onRefused }: HomeParts): HomeKeeper {
  let readAt: number | null = null;
  let soon: Cancel | null = null;
  let chain: readonly string[] | null = cache.home.read()?.chain ?? null;
  let stopped = false;

  async function read(): Promise<Failure | null> {
    if (readAt !== null && timers.steady() - readAt < EVERY_MS) return null;
    const result = await pull.home();
    if (stopped) return null;
    if ('failure' in result) return result.failure;
    readAt = timers.steady() - random() * (EVERY_MS / 4);
    clock.hear(result.value.serverTime);
    chain = result.value.chain;
    cache.home.write(result.value);
    onHome(result.value);
    return null;
  }

  async function readNow(): Promise<void> {
    if ((await read()) === 'refused') onRefused();
  }

  return {
    read,
    readNow: () => void readNow(),
    chain: () => chain,
    outdate() {
      readAt = null;
    },
    changed() {
      // All boxes of a scope are told at once: each reads after a moment of its own.
      soon ??= timers.after(random() * CONTRACT.refreshSpreadMs, () => {
        soon = null;
        readAt = null;
        void readNow();
      });
    },
    stop() {
      stopped = true;
      soon?.();
    },
  };
}
