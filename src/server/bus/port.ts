// The bus between the server's processes: a doorbell that says which region has something new, never what it is.
import type { Transaction } from 'kysely';
import type { RegionCode } from '../../contract/regions.ts';
import type { Database } from '../store/schema.ts';

/** The newest sequence of a region's feed. */
export interface Announcement {
  readonly region: RegionCode;
  readonly seq: number;
}

/** `gap`: announcements may have been lost (the connection was away), so read what you follow again. */
export type BusEvent = ({ readonly kind: 'announced' } & Announcement) | { readonly kind: 'gap' };

export interface Bus {
  /**
   * Announces with the commit of `trx`: not before, and not at all when it rolls back. Announcements of one region
   * arrive in commit order as long as its sequence is taken under a lock; they may repeat, and after a gap be missing.
   */
  announce(trx: Transaction<Database>, announcements: readonly Announcement[]): Promise<void>;
  /** Every process hears everything, its own announcements too. Resolves, once listening, to the function that ends it. */
  subscribe(handler: (event: BusEvent) => void): Promise<Unsubscribe>;
  close(): Promise<void>;
}

type Unsubscribe = () => Promise<void>;
