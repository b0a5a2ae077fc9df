// Activations and wrong guesses in SQL.
import type { Kysely, Transaction } from 'kysely';
import type { BoxFacts, UserCode } from '../../../contract/activation.ts';
import type { BoxId } from '../../../contract/ids.ts';
import type { Instant } from '../../../contract/time.ts';
import type { Database } from '../../store/schema.ts';

type Db = Kysely<Database> | Transaction<Database>;

/** False where the user code is taken. */
export async function insertActivation(
  db: Db,
  row: { deviceHash: string; userCode: UserCode; facts: BoxFacts; interval: number; at: Instant; expiresAt: Instant },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('activation')
    .values({
      device_code_hash: row.deviceHash,
      user_code: row.userCode,
      facts: JSON.stringify(row.facts),
      state: 'pending',
      box_id: null,
      interval_s: row.interval,
      polled_at: null,
      issued_at: null,
      created_at: row.at,
      expires_at: row.expiresAt,
    })
    .onConflict((conflict) => conflict.column('user_code').doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

export const deleteEnded = (db: Db, before: Instant) =>
  db.deleteFrom('activation').where('expires_at', '<', before).execute();

export const countPending = (db: Db, now: Instant) =>
  db
    .selectFrom('activation')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('state', '=', 'pending')
    .where('expires_at', '>', now)
    .executeTakeFirstOrThrow();

/** Locked to the end of the transaction. */
export const lockByDevice = (trx: Transaction<Database>, deviceHash: string) =>
  trx.selectFrom('activation').selectAll().where('device_code_hash', '=', deviceHash).forUpdate().executeTakeFirst();

export const findPending = (db: Db, userCode: UserCode, now: Instant) =>
  db
    .selectFrom('activation')
    .selectAll()
    .where('user_code', '=', userCode)
    .where('state', '=', 'pending')
    .where('expires_at', '>', now)
    .executeTakeFirst();

/** Locked to the end of the transaction, in whatever state. */
export const lockByUser = (trx: Transaction<Database>, userCode: UserCode) =>
  trx.selectFrom('activation').selectAll().where('user_code', '=', userCode).forUpdate().executeTakeFirst();

export const updateActivation = (
  db: Db,
  deviceHash: string,
  change: {
    state?: 'approved' | 'denied' | 'cancelled';
    box_id?: BoxId;
    wrong_cards?: number;
    interval_s?: number;
    polled_at?: Instant;
    issued_at?: Instant;
  },
) => db.updateTable('activation').set(change).where('device_code_hash', '=', deviceHash).execute();
