// Settings at a distance in SQL: versions, of which the newest of each scope is in force.
import { type Kysely, sql, type Transaction } from 'kysely';
import type { BoxSettings } from '../../../contract/box-settings.ts';
import type { BoxId, StaffId } from '../../../contract/ids.ts';
import type { Instant } from '../../../contract/time.ts';
import type { Database } from '../../store/schema.ts';

type Db = Kysely<Database> | Transaction<Database>;

const versions = (db: Db) =>
  db
    .selectFrom('box_setting')
    .innerJoin('staff', 'staff.id', 'box_setting.staff_id')
    .select(['scope', 'version', 'settings', 'reason', 'box_setting.at', 'staff.name as by']);

/** The newest version of each scope. */
export const findCurrent = (db: Db) =>
  versions(db).distinctOn('scope').orderBy('scope').orderBy('version', 'desc').execute();

export const findHistory = (db: Db, scope: string) =>
  versions(db).where('scope', '=', scope).orderBy('version', 'desc').execute();

/** The newest settings of those scopes that have any. */
export const findInForce = (db: Db, scopes: readonly string[]) =>
  db
    .selectFrom('box_setting')
    .distinctOn('scope')
    .select(['scope', 'settings'])
    .where(sql<boolean>`scope = any(${scopes}::text[])`)
    .orderBy('scope')
    .orderBy('version', 'desc')
    .execute();

/** False where the version is taken: someone was faster. */
export async function insertVersion(
  trx: Transaction<Database>,
  row: { scope: string; version: number; settings: BoxSettings; reason: string; staff: StaffId; at: Instant },
): Promise<boolean> {
  const { staff, settings, ...rest } = row;
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('box_setting')
    .values({ ...rest, settings: JSON.stringify(settings), staff_id: staff })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

export const findBox = (db: Db, id: BoxId) =>
  db.selectFrom('box').select(['household', 'name']).where('id', '=', id).executeTakeFirst();

export const findRegions = (db: Db, codes: readonly string[]) =>
  db.selectFrom('region').select(['code', 'short_name']).where(sql<boolean>`code = any(${codes}::text[])`).execute();

export const findBoxNames = (db: Db, ids: readonly string[]) =>
  db.selectFrom('box').select(['id', 'name']).where(sql<boolean>`id = any(${ids}::uuid[])`).execute();
