// What the push benchmark's three processes say to each other.
import type { RegionCode } from '../../../src/contract/regions.ts';

/** To the server's process; each is answered by one message. */
export type ServerCommand =
  | { readonly do: 'start'; readonly regions: number; readonly boxes: number }
  | { readonly do: 'announce' }
  | { readonly do: 'memory' }
  | { readonly do: 'cpu' };

export interface Started {
  readonly port: number;
  /** Signs tickets, hex. The boxes make their own, so that making them does not count as the server's memory. */
  readonly ticketKey: string;
  /** Where the boxes live. */
  readonly communities: readonly RegionCode[];
}

/** To the boxes' process, once. It answers how long connecting took (ms), then of each notice when each box had it (`micros`). */
export interface Connect extends Started {
  readonly boxes: number;
}

/** Microseconds of the machine's monotonic clock: the same in every process. */
export function micros(): number {
  const [seconds, nanos] = process.hrtime();
  return seconds * 1e6 + nanos / 1e3;
}
