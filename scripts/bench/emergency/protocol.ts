// What the emergency benchmark's three processes say to each other.
import type { AlertId } from '../../../src/contract/ids.ts';
import type { Started } from '../push/protocol.ts';

/** To the server's process; each is answered by one message. */
export type ServerCommand =
  | { readonly do: 'start'; readonly boxes: number }
  /** One person asks; answered by the alert's id. */
  | { readonly do: 'prepare' }
  /** Another releases. */
  | { readonly do: 'release'; readonly id: AlertId }
  | { readonly do: 'delivery'; readonly id: AlertId };

/** By the receipts that are stored. */
export interface Stored {
  readonly rendered: number;
  readonly p99Ms: number | null;
}

/** To the boxes' process, once. It answers how long connecting took (ms), then of each alert a `Round`. */
export interface Connect extends Started {
  readonly boxes: number;
}

export interface Round {
  /** When each box showed it (`micros`). */
  readonly rendered: readonly number[];
  /** Boxes that turned it down. */
  readonly refused: number;
}
