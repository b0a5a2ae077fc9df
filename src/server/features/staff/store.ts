// Staff, their grants and their sessions in SQL.
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Department } from '../../../contract/departments.ts';
import type { StaffId } from '../../../contract/ids.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import type { Role } from '../../../contract/staff.ts';
import type { Instant } from '../../../contract/time.ts';
import type { Database } from '../../store/schema.ts';
import { withinAny } from '../../store/scope.ts';

type Db = Kysely<Database> | Transaction<Database>;

/** Without a department: none. */
export interface NewGrant {
  readonly role: Role;
  readonly region: RegionCode;
  readonly department?: Department | null;
}

/** The command line's account. Those with a # before them are nobody's: no account of a person can be called so. */
export const COMMAND_LINE = '#cli';
const IS_NOBODYS = sql<boolean>`account like '#%'`;

export const findByAccount = (db: Db, account: string) =>
  db.selectFrom('staff').selectAll().where('account', '=', account).executeTakeFirst();

/** Is there anyone? The command line is nobody, nor is a provider. */
export const findAny = (db: Db) =>
  db
    .selectFrom('staff')
    .select('id')
    .where((eb) => eb.not(IS_NOBODYS))
    .limit(1)
    .executeTakeFirst();

export const findById = (db: Db, id: StaffId) =>
  db.selectFrom('staff').selectAll().where('id', '=', id).executeTakeFirst();

/** All people, or those with the ids; the command line is nobody, nor is a provider. */
export function findPeople(db: Db, ids?: readonly StaffId[]) {
  const people = db
    .selectFrom('staff')
    .select(['id', 'name'])
    .where((eb) => eb.not(IS_NOBODYS))
    .orderBy('account');
  return ids ? people.where(sql<boolean>`id = any(${ids}::uuid[])`).execute() : people.execute();
}

export function findGrants(db: Db, ids: readonly StaffId[]) {
  if (ids.length === 0) return Promise.resolve([]);
  return db
    .selectFrom('staff_grant')
    .innerJoin('region', 'region.code', 'staff_grant.region_code')
    .select(['staff_id', 'role', 'region_code', 'short_name', 'department'])
    .where('staff_id', 'in', ids)
    .orderBy('region_code')
    .execute();
}

/** Counts a failure in one statement, so that attempts side by side are all counted. */
export const countFailure = (db: Db, id: StaffId, given: { limit: number; lockedUntil: Instant }) =>
  db
    .updateTable('staff')
    .set({
      failures: sql`failures + 1`,
      locked_until: sql`case when failures + 1 >= ${given.limit} then ${given.lockedUntil}::timestamptz else locked_until end`,
    })
    .where('id', '=', id)
    .returning(['failures', 'locked_until'])
    .executeTakeFirstOrThrow();

export const clearFailures = (db: Db, id: StaffId) =>
  db.updateTable('staff').set({ failures: 0, locked_until: null }).where('id', '=', id).execute();

export const setPassword = (db: Db, id: StaffId, given: { hash: string; mustChange: boolean }) =>
  db
    .updateTable('staff')
    .set({ password_hash: given.hash, must_change_password: given.mustChange, failures: 0, locked_until: null })
    .where('id', '=', id)
    .execute();

export async function insertStaff(
  db: Db,
  row: { id: StaffId; account: string; name: string; hash: string; mustChange: boolean; at: Instant },
  grants: readonly NewGrant[],
): Promise<void> {
  await db
    .insertInto('staff')
    .values({
      id: row.id,
      account: row.account,
      name: row.name,
      password_hash: row.hash,
      must_change_password: row.mustChange,
      locked_until: null,
      created_at: row.at,
    })
    .execute();
  await db
    .insertInto('staff_grant')
    .values(
      grants.map(({ role, region, department }) => ({
        staff_id: row.id,
        role,
        region_code: region,
        department: department ?? null,
      })),
    )
    .execute();
}

/** The row of an account that is nobody's; it is made where it is missing, also where several ask at once. */
export async function ensureNobodys(
  db: Db,
  row: { id: StaffId; account: `#${string}`; name: string; hash: string; at: Instant },
): Promise<StaffId> {
  await db
    .insertInto('staff')
    .values({
      id: row.id,
      account: row.account,
      name: row.name,
      password_hash: row.hash,
      must_change_password: false,
      locked_until: null,
      created_at: row.at,
    })
    .onConflict((conflict) => conflict.column('account').doUpdateSet({ name: row.name }))
    .execute();
  const { id } = await db.selectFrom('staff').select('id').where('account', '=', row.account).executeTakeFirstOrThrow();
  return id;
}

export async function pageOfStaff(
  db: Db,
  filter: { scopes: readonly RegionCode[]; text?: string | undefined; offset: number; limit: number },
) {
  let query = db.selectFrom('staff').where((eb) =>
    eb.exists(
      eb
        .selectFrom('staff_grant')
        .select('staff_id')
        .whereRef('staff_grant.staff_id', '=', 'staff.id')
        .where(withinAny(sql.ref('staff_grant.region_code'), filter.scopes)),
    ),
  );
  const text = filter.text;
  if (text) query = query.where((eb) => eb.or([eb('name', 'like', `%${text}%`), eb('account', 'like', `%${text}%`)]));
  const { total } = await query.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await query.selectAll().orderBy('account').offset(filter.offset).limit(filter.limit).execute();
  return { rows, total };
}

export const insertSession = (db: Db, row: { hash: string; staff: StaffId; at: Instant; expiresAt: Instant }) =>
  db
    .insertInto('session')
    .values({ token_hash: row.hash, staff_id: row.staff, seen_at: row.at, expires_at: row.expiresAt })
    .execute();

export const findSession = (db: Db, hash: string) =>
  db
    .selectFrom('session')
    .innerJoin('staff', 'staff.id', 'session.staff_id')
    .select(['staff.id', 'staff.name', 'staff.must_change_password', 'session.seen_at', 'session.expires_at'])
    .where('token_hash', '=', hash)
    .executeTakeFirst();

export const touchSession = (db: Db, hash: string, at: Instant) =>
  db.updateTable('session').set({ seen_at: at }).where('token_hash', '=', hash).execute();

export const deleteSession = (db: Db, hash: string) =>
  db.deleteFrom('session').where('token_hash', '=', hash).execute();

/** Ends the account's sessions, all or all but one. */
export const deleteSessionsOf = (db: Db, id: StaffId, but = '') =>
  db.deleteFrom('session').where('staff_id', '=', id).where('token_hash', '!=', but).execute();

export const deleteExpiredSessions = (db: Db, given: { now: Instant; idleSince: Instant }) =>
  db
    .deleteFrom('session')
    .where((eb) => eb.or([eb('expires_at', '<', given.now), eb('seen_at', '<', given.idleSince)]))
    .execute();
