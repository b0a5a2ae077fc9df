// Households in SQL: their PINs, their boxes, finding one by its address.
import { type Kysely, sql, type Transaction } from 'kysely';
import type { RegionCode } from '../../../contract/regions.ts';
import type { Instant } from '../../../contract/time.ts';
import type { Database } from '../../store/schema.ts';
import { withinAny } from '../../store/scope.ts';

type Db = Kysely<Database> | Transaction<Database>;

export const findHousehold = (db: Db, code: RegionCode) =>
  db
    .selectFrom('region')
    .select(['code', 'name'])
    .where('code', '=', code)
    .where('kind', '=', 'household')
    .executeTakeFirst();

export const findPin = (db: Db, household: RegionCode) =>
  db.selectFrom('household_pin').selectAll().where('household', '=', household).executeTakeFirst();

/** Replaces the one before; tries start anew. */
export const putPin = (db: Db, household: RegionCode, hash: string, at: Instant) =>
  db
    .insertInto('household_pin')
    .values({ household, pin_hash: hash, locked_until: null, set_at: at })
    .onConflict((conflict) =>
      conflict.column('household').doUpdateSet({ pin_hash: hash, failures: 0, locked_until: null, set_at: at }),
    )
    .execute();

/** Counts a try before it is looked at, so that many at once are all counted; undefined where the PIN is locked or missing. */
export const countTry = (db: Db, household: RegionCode, now: Instant) =>
  db
    .updateTable('household_pin')
    .set({ failures: sql`failures + 1` })
    .where('household', '=', household)
    .where((eb) => eb.or([eb('locked_until', 'is', null), eb('locked_until', '<=', now)]))
    .returning(['failures', 'pin_hash'])
    .executeTakeFirst();

export const settleTry = (db: Db, household: RegionCode, lockedUntil: Instant | null) =>
  db
    .updateTable('household_pin')
    .set({ failures: 0, locked_until: lockedUntil })
    .where('household', '=', household)
    .execute();

/** Names from the district down to the household itself. */
export const findNames = (db: Db, chain: readonly RegionCode[]) =>
  db.selectFrom('region').select(['kind', 'short_name']).where('code', 'in', chain).orderBy('code').execute();

export const findBoxesOf = (db: Db, household: RegionCode) =>
  db
    .selectFrom('box')
    .select(['id', 'smart_card', 'model', 'state', 'created_at'])
    .where('household', '=', household)
    .where('state', 'in', ['bound', 'authorised'])
    .orderBy('created_at')
    .execute();

/** Households whose address (车站社区 1号楼 101) holds every word. */
export const findByWords = (db: Db, scopes: readonly RegionCode[], words: readonly string[], limit: number) => {
  const address = sql<string>`community.short_name || ' ' || region.name`;
  return db
    .selectFrom('region')
    .innerJoin('region as community', (join) => join.on(sql`community.code`, '=', sql`left(region.code, 12)`))
    .select(['region.code', address.as('address')])
    .select(
      sql<number>`(select count(*) from box where household = region.code and state in ('bound', 'authorised'))`.as(
        'boxes',
      ),
    )
    .where('region.kind', '=', 'household')
    .where(withinAny(sql.ref('region.code'), scopes))
    .where((eb) => eb.and(words.map((word) => sql<boolean>`position(${word} in ${address}) > 0`)))
    .orderBy('region.code')
    .limit(limit)
    .execute();
};
