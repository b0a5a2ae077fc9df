// Signing keys and trust lists in SQL. Lists are only ever added; the newest is in force.
import { type Kysely, sql, type Transaction } from 'kysely';
import type { KeyId, TrustList } from '../../../contract/signing.ts';
import type { Instant } from '../../../contract/time.ts';
import type { Database } from '../../store/schema.ts';
import type { KeyPurpose } from './secrets.ts';

type Db = Kysely<Database> | Transaction<Database>;

/** Any number that nothing else takes. */
const KEY_LOCK = 370_307;

/** Until the end of the transaction the key that signs stays the same. */
export const holdKeys = (trx: Transaction<Database>) =>
  sql`select pg_advisory_xact_lock_shared(${KEY_LOCK})`.execute(trx);

/** Waits for every transaction that is signing, and nobody signs until this one ends. */
export const lockKeys = (trx: Transaction<Database>) => sql`select pg_advisory_xact_lock(${KEY_LOCK})`.execute(trx);

export const findKeys = (db: Db) => db.selectFrom('signing_key').selectAll().orderBy('created_at', 'desc').execute();

export const findSecret = (db: Db, id: KeyId) =>
  db.selectFrom('signing_key').select('secret').where('id', '=', id).executeTakeFirst();

export const findRoot = (db: Db) =>
  db.selectFrom('signing_key').select(['id', 'public_key', 'secret']).where('purpose', '=', 'root').executeTakeFirst();

export const insertKey = (
  trx: Transaction<Database>,
  row: { id: KeyId; purpose: KeyPurpose; public_key: string; secret: string; created_at: Instant },
) =>
  trx
    .insertInto('signing_key')
    .values({ ...row, retired_at: null, revoked_at: null })
    .execute();

export const dateKey = (trx: Transaction<Database>, id: KeyId, dates: { retired_at?: Instant; revoked_at?: Instant }) =>
  trx.updateTable('signing_key').set(dates).where('id', '=', id).execute();

export const findVersion = (db: Db) =>
  db
    .selectFrom('trust_list')
    .select((eb) => eb.fn.max('version').as('version'))
    .executeTakeFirst();

export const findList = (db: Db, version: number) =>
  db.selectFrom('trust_list').select('list').where('version', '=', version).executeTakeFirst();

export const insertList = (trx: Transaction<Database>, list: TrustList) =>
  trx
    .insertInto('trust_list')
    .values({ version: list.version, list: JSON.stringify(list), at: list.issuedAt })
    .execute();
