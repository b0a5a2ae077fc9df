// Clock, randomness and ids as the server takes them: injected, so that tests decide what time it is.
import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import type { Instant } from '../contract/time.ts';

/** Milliseconds since 1970, UTC. */
export type Clock = () => number;
/** A new UUID, version 7. */
export type Uuids = () => string;
/** `n` random bytes fit for secrets. */
export type Random = (n: number) => Buffer;

export interface Runtime {
  readonly clock: Clock;
  readonly uuids: Uuids;
  readonly random: Random;
}

export const systemRuntime: Runtime = { clock: Date.now, uuids: () => v7(), random: randomBytes };

export const instantOf = (ms: number): Instant => new Date(ms).toISOString() as Instant;
