// The catalogue in SQL: its version, its parts and their bytes, look-ups by day, households' favourites.
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Lookups, PartHash } from '../../../contract/catalogue.ts';
import type { GuideNumber } from '../../../contract/guides.ts';
import type { BoxId } from '../../../contract/ids.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import type { Day, Instant } from '../../../contract/time.ts';
import type { Database } from '../../store/schema.ts';

type Db = Kysely<Database> | Transaction<Database>;
type Trx = Transaction<Database>;
export type PartRow = Database['catalogue_part'];

export const findHead = (db: Db, region: RegionCode) =>
  db
    .selectFrom('catalogue_head')
    .select(['version', 'at', 'phone'])
    .where('region_code', '=', region)
    .executeTakeFirst();

/** Nobody else changes the catalogue until this transaction ends. Version 0: it has never had a part. */
export async function lockHead(trx: Trx, region: RegionCode, at: Instant) {
  await trx
    .insertInto('catalogue_head')
    .values({ region_code: region, version: 0, at, phone: null })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return trx
    .selectFrom('catalogue_head')
    .select(['version', 'at', 'phone'])
    .where('region_code', '=', region)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

export const updateHead = (trx: Trx, region: RegionCode, head: Omit<Database['catalogue_head'], 'region_code'>) =>
  trx.updateTable('catalogue_head').set(head).where('region_code', '=', region).execute();

/** The parts of these regions, or all there are. */
export function findParts(db: Db, regions?: readonly RegionCode[]): Promise<PartRow[]> {
  const parts = db.selectFrom('catalogue_part').selectAll().orderBy('name').orderBy('region_code');
  return regions ? parts.where(sql<boolean>`region_code = any(${regions}::text[])`).execute() : parts.execute();
}

export async function putPart(trx: Trx, row: PartRow, gzip: Uint8Array): Promise<void> {
  await trx
    .insertInto('catalogue_body')
    .values({ hash: row.hash, gzip, left_at: null })
    .onConflict((conflict) => conflict.column('hash').doUpdateSet({ left_at: null }))
    .execute();
  await trx
    .insertInto('catalogue_part')
    .values(row)
    .onConflict((conflict) => conflict.columns(['region_code', 'name']).doUpdateSet(row))
    .execute();
}

/** Marks the bytes that no part is called by any more, and deletes those that have been so since before `long`. */
export async function clearBodies(trx: Trx, at: Instant, long: Instant): Promise<void> {
  await sql`
    update catalogue_body set left_at = ${at}
    where left_at is null and not exists (select from catalogue_part where catalogue_part.hash = catalogue_body.hash)
  `.execute(trx);
  await trx.deleteFrom('catalogue_body').where('left_at', '<', long).execute();
}

export const findBody = (db: Db, hash: PartHash) =>
  db.selectFrom('catalogue_body').select('gzip').where('hash', '=', hash).executeTakeFirst();

/** Numbers that no published guide has are passed over. */
export const countOpened = (db: Db, day: Day, opened: Lookups['opened']) =>
  sql`
    insert into guide_lookup (day, number, times)
    select ${day}::date, guide.number, given.times
    from (
      select number, sum(times)::int as times
      from unnest(${opened.map(({ number }) => number)}::text[], ${opened.map(({ times }) => times)}::int[])
        as each (number, times)
      group by number
    ) as given join guide on guide.number = given.number and guide.published is not null
    order by guide.number
    on conflict (day, number) do update set times = guide_lookup.times + excluded.times
  `.execute(db);

/** Digits that are new on a day with `most` others are passed over. */
export const countMissed = (db: Db, day: Day, missed: Lookups['missed'], most: number) =>
  sql`
    insert into guide_missed (day, digits, times)
    select ${day}::date, given.digits, given.times
    from (
      select digits, sum(times)::int as times
      from unnest(${missed.map(({ digits }) => digits)}::text[], ${missed.map(({ times }) => times)}::int[])
        as each (digits, times)
      group by digits
    ) as given
    where (select count(*) from guide_missed where day = ${day}::date) < ${most}
      or exists (select from guide_missed as known where known.day = ${day}::date and known.digits = given.digits)
    order by given.digits
    on conflict (day, digits) do update set times = guide_missed.times + excluded.times
  `.execute(db);

export async function forgetLookups(db: Db, before: Day): Promise<void> {
  await db.deleteFrom('guide_lookup').where('day', '<', before).execute();
  await db.deleteFrom('guide_missed').where('day', '<', before).execute();
}

/** Of the guides that boxes carry, those opened most since a day. */
export async function findPopular(db: Db, since: Day, most: number): Promise<GuideNumber[]> {
  const rows = await db
    .selectFrom('guide_lookup')
    .innerJoin('guide', 'guide.number', 'guide_lookup.number')
    .select('guide.number')
    .where('day', '>=', since)
    .where('guide.published', 'is not', null)
    .groupBy('guide.number')
    .orderBy((eb) => eb.fn.sum('times'), 'desc')
    .orderBy('guide.number')
    .limit(most)
    .execute();
  return rows.map(({ number }) => number);
}

/** Those that boxes carry, the last one added first. */
export async function findFavourites(db: Db, household: RegionCode): Promise<GuideNumber[]> {
  const rows = await db
    .selectFrom('favourite')
    .innerJoin('guide', 'guide.number', 'favourite.number')
    .select('favourite.number')
    .where('household', '=', household)
    .where('guide.published', 'is not', null)
    .orderBy('at', 'desc')
    .orderBy('favourite.number')
    .execute();
  return rows.map(({ number }) => number);
}

/** How many rows were written: none where it is one already, or no box carries such a guide. */
export async function insertFavourite(trx: Trx, row: Database['favourite']): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into favourite (household, number, at)
    select ${row.household}, number, ${row.at}::timestamptz
    from guide where number = ${row.number} and published is not null
    on conflict do nothing
  `.execute(trx);
  return Number(numAffectedRows ?? 0);
}

/** All but the `most` that were added last. */
export const trimFavourites = (trx: Trx, household: RegionCode, most: number) =>
  sql`
    delete from favourite where household = ${household} and number not in (
      select number from favourite where household = ${household} order by at desc, number limit ${most}
    )
  `.execute(trx);

export async function deleteFavourite(trx: Trx, household: RegionCode, number: GuideNumber): Promise<number> {
  const { numDeletedRows } = await trx
    .deleteFrom('favourite')
    .where('household', '=', household)
    .where('number', '=', number)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}

export const isCarried = async (db: Db, number: GuideNumber): Promise<boolean> =>
  (await db
    .selectFrom('guide')
    .select('number')
    .where('number', '=', number)
    .where('published', 'is not', null)
    .executeTakeFirst()) !== undefined;

/** The household's boxes but one. */
export async function findOthers(db: Db, household: RegionCode, but: BoxId): Promise<BoxId[]> {
  const rows = await db
    .selectFrom('box')
    .select('id')
    .where('household', '=', household)
    .where('id', '!=', but)
    .where('state', 'in', ['bound', 'authorised'])
    .execute();
  return rows.map(({ id }) => id);
}
