// What the emergency benchmark's processes say to each other.
import type { AlertId } from '../../../src/contract/ids.ts';
import type { Started } from '../push/protocol.ts';

/** To the server's process; each is answered by one message. */
export type ServerCommand =
  | { readonly do: 'start'; readonly boxes: number }
  /** One person asks; answered by the alert's id. */
  | { readonly do: 'prepare' }
  /** Another releases. */
  | { readonly do: 'release'; readonly id: AlertId }
  /** One that is prepared and released, and a word of it changed after it was signed. */
  | { readonly do: 'forge' }
  | { readonly do: 'delivery'; readonly id: AlertId };

/** By the receipts that are stored. */
export interface Stored {
  readonly rendered: number;
  readonly p99Ms: number | null;
}

/** To a process of boxes, once. It answers how long connecting took (ms), then of each alert a `Round`. */
export interface Connect extends Started {
  /** Number of its first box. */
  readonly first: number;
  readonly boxes: number;
}

export interface Round {
  /** When each box showed it (`micros`). */
  readonly rendered: readonly number[];
  /** Boxes that turned it down. */
  readonly refused: number;
  /** Of those, for its signature. */
  readonly forged: number;
}
