// The store as the rest of the server sees it: one database handle, transactions, notifications; the same on both engines.
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Database } from './schema.ts';

export type StoreKind = 'embedded' | 'postgres';

export interface Store {
  readonly kind: StoreKind;
  /**
   * For reads and for single statements. Using it inside a transaction throws `StoreError` 'outer-handle':
   * there it would wait for ever on the embedded engine, and miss the transaction's own rows on PostgreSQL.
   */
  readonly db: Kysely<Database>;
  /** Runs `work` in one transaction: committed when it resolves, rolled back when it throws. They do not nest. */
  transaction<T>(work: (trx: Transaction<Database>) => Promise<T>): Promise<T>;
  /**
   * Calls `onPayload` for every notification on the channel, this process's own included; resolves once listening, to
   * the function that ends it. `onGap` is called when the connection came back: what was sent meanwhile is lost.
   */
  listen(channel: string, onPayload: (payload: string) => void, onGap?: () => void): Promise<Unlisten>;
  /** Rejects when the database does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export type Unlisten = () => Promise<void>;

/** Sends notifications, in order, that fire with the commit of `trx`, or never. PostgreSQL allows payloads below 8,000 bytes. */
export async function notify(trx: Transaction<Database>, channel: string, payloads: readonly string[]): Promise<void> {
  await sql`select pg_notify(${channel}, payload) from unnest(${payloads}::text[]) as payload`.execute(trx);
}
