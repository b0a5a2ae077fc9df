// The bus between the server's processes: a doorbell that says which region has something new, never what it is.
import type { Transaction } from 'kysely';
import type { BoxCommand } from '../../contract/boxes.ts';
import type { BoxId, RequestId } from '../../contract/ids.ts';
import type { RegionCode } from '../../contract/regions.ts';
import type { Database } from '../store/schema.ts';

/** The newest sequence of a region's feed. */
export interface Announcement {
  readonly region: RegionCode;
  readonly seq: number;
}

/**
 * A word to one box, or to all boxes of a region, for whichever process holds their streams. `disconnect`: it was moved
 * or may no longer. `refresh`: read your home again. `trust`: read the list of keys again. `changed`: for the processes
 * alone, where somebody waits for a draft that a phone goes on with.
 */
export type Word =
  | { readonly to: { readonly box: BoxId }; readonly what: 'disconnect' | 'refresh' | BoxCommand }
  | { readonly to: { readonly region: RegionCode }; readonly what: 'refresh' | 'trust' }
  | { readonly to: { readonly handover: RequestId }; readonly what: 'changed' };

/** `gap`: events may have been lost (the connection was away), so read what you follow again. */
export type BusEvent =
  | ({ readonly kind: 'announced' } & Announcement)
  | { readonly kind: 'told'; readonly word: Word }
  | { readonly kind: 'gap' };

export interface Bus {
  /**
   * Announces with the commit of `trx`: not before, and not at all when it rolls back. Announcements of one region
   * arrive in commit order as long as its sequence is taken under a lock; they may repeat, and after a gap be missing.
   */
  announce(trx: Transaction<Database>, announcements: readonly Announcement[]): Promise<void>;
  /** Tells with the commit of `trx`, like `announce`; in the order of commits. */
  tell(trx: Transaction<Database>, word: Word): Promise<void>;
  /** Every process hears everything, its own announcements too. Resolves, once listening, to the function that ends it. */
  subscribe(handler: (event: BusEvent) => void): Promise<Unsubscribe>;
  close(): Promise<void>;
}

type Unsubscribe = () => Promise<void>;
