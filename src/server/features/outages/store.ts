// Planned outages in SQL.
import { type Insertable, type Kysely, sql, type Transaction } from 'kysely';
import type { Utility } from '../../../contract/bills.ts';
import type { OutageId } from '../../../contract/ids.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import type { Instant } from '../../../contract/time.ts';
import { DISTRICT } from '../../../domain/regions/code.ts';
import type { Database } from '../../store/schema.ts';
import { withinAny } from '../../store/scope.ts';

type Db = Kysely<Database> | Transaction<Database>;
export type OutageRow = Awaited<ReturnType<typeof findOutages>>[number];

/** Those of one provider, or all; with the regions of each, by code. */
export async function findOutages(db: Db, utility?: Utility) {
  let query = db.selectFrom('outage').selectAll().orderBy('from_at').orderBy('id');
  if (utility) query = query.where('utility', '=', utility);
  const rows = await query.execute();
  const regions = await regionsOf(
    db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({ ...row, regions: regions.filter((each) => each.outage_id === row.id) }));
}

/** A place within a community is called by both names: 车站社区 1号楼. */
const regionsOf = (db: Db, ids: readonly OutageId[]) =>
  db
    .selectFrom('outage_region')
    .innerJoin('region', 'region.code', 'outage_region.region_code')
    .leftJoin('region as community', (join) =>
      join.on(sql<boolean>`length(region.code) > 12`).on('community.code', '=', sql<RegionCode>`left(region.code, 12)`),
    )
    .select(['outage_id', 'region.code'])
    .select(sql<string>`concat_ws(' ', community.short_name, region.short_name)`.as('name'))
    .where(sql<boolean>`outage_id = any(${ids}::uuid[])`)
    .orderBy('region.code')
    .execute();

/** Regions of the district by what a provider calls them: a code, or the name of the district, a town or a community. */
export const findByNames = (db: Db, names: readonly string[]) =>
  db
    .selectFrom('region')
    .select(['code', 'name', 'short_name'])
    .where(withinAny(sql.ref('code'), [DISTRICT]))
    .where((eb) =>
      eb.or([
        sql<boolean>`code = any(${names}::text[])`,
        eb.and([
          eb('kind', 'in', ['district', 'town', 'community']),
          sql<boolean>`(name = any(${names}::text[]) or short_name = any(${names}::text[]))`,
        ]),
      ]),
    )
    .execute();

export async function insertOutage(
  trx: Transaction<Database>,
  row: Insertable<Database['outage']>,
  regions: readonly RegionCode[],
): Promise<void> {
  await trx.insertInto('outage').values(row).execute();
  await insertRegions(trx, row.id, regions);
}

export async function updateOutage(
  db: Db,
  id: OutageId,
  change: Partial<Insertable<Database['outage']>>,
  regions?: readonly RegionCode[],
): Promise<void> {
  await db.updateTable('outage').set(change).where('id', '=', id).execute();
  if (!regions) return;
  await db.deleteFrom('outage_region').where('outage_id', '=', id).execute();
  await insertRegions(db, id, regions);
}

const insertRegions = (db: Db, id: OutageId, regions: readonly RegionCode[]) =>
  db
    .insertInto('outage_region')
    .values(regions.map((region_code) => ({ outage_id: id, region_code })))
    .execute();

export const forgetOutages = (trx: Transaction<Database>, before: Instant) =>
  trx.deleteFrom('outage').where('gone_at', '<', before).execute();

/** The communities within the regions. */
export async function findCommunities(db: Db, within: readonly RegionCode[]): Promise<RegionCode[]> {
  const rows = await db
    .selectFrom('region')
    .select('code')
    .where('kind', '=', 'community')
    .where(withinAny(sql.ref('code'), within))
    .orderBy('code')
    .execute();
  return rows.map(({ code }) => code);
}

/** Is it this process's turn to ask? Only where nobody has asked since `since`. */
export async function claimPoll(db: Db, utility: Utility, now: Instant, since: Instant): Promise<boolean> {
  const claimed = await db
    .insertInto('outage_poll')
    .values({ utility, polled_at: now })
    .onConflict((conflict) =>
      conflict.column('utility').doUpdateSet({ polled_at: now }).where('outage_poll.polled_at', '<=', since),
    )
    .returning('utility')
    .executeTakeFirst();
  return claimed !== undefined;
}
