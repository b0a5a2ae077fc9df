// Coverage in SQL: households and those with an active box, by community and by day. What `isActive` says, for all at once.
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { RegionCode } from '../../../contract/regions.ts';
import type { Day } from '../../../contract/time.ts';
import type { Database } from '../../store/schema.ts';
import { withinAny } from '../../store/scope.ts';

type Db = Kysely<Database>;

/** Digits of a community's code. */
const COMMUNITY = 12;

interface Basis {
  readonly asOf: Day;
  readonly activeDays: number;
}

/** The region itself, and the towns and communities within it. */
export const findPlaces = (db: Db, region: RegionCode) =>
  db
    .selectFrom('region')
    .select(['code', 'parent', 'kind', 'short_name', 'setting'])
    .where('kind', 'in', ['district', 'town', 'community'])
    .where(withinAny(sql.ref('code'), [region]))
    .orderBy('code')
    .execute();

/** Runs that are active as of the day (`isActive` in domain/coverage); the writer keeps runs of two-way HD boxes only. */
const active = ({ asOf, activeDays }: Basis) => sql`
  first_day <= ${asOf}::date and last_day > ${asOf}::date - ${activeDays}::int
  and (ended_day is null or ended_day > ${asOf}::date)`;

/**
 * Households of each community within the region, and how many of them are covered; a community without one is absent.
 * The two are counted apart: a household is entered before a box can be seen in it, so none is covered that does not
 * count. Joined, they would take minutes on the embedded store as long as it has no statistics of a large import.
 */
export async function countByCommunity(db: Db, region: RegionCode, basis: Basis) {
  const { rows } = await sql<{ community: RegionCode; households: number; covered: number }>`
    with home as (
      select left(code, ${COMMUNITY}::int) as community, count(*) as households from region
      where kind = 'household' and since_day <= ${basis.asOf}::date and ${withinAny(sql.ref('code'), [region])}
      group by 1
    ), seen as (
      select left(household, ${COMMUNITY}::int) as community, count(*) as covered from (
        select distinct household from box_activity
        where ${active(basis)} and ${withinAny(sql.ref('household'), [region])}
      ) as home group by 1
    )
    select community, households, coalesce(covered, 0) as covered from home left join seen using (community)`.execute(
    db,
  );
  return rows;
}

/**
 * Households and covered ones of the region on every day from `from` to `to`. Each household's active periods are laid
 * over each other (a period begins only where all earlier ones have ended), so that one with two boxes or two runs
 * counts once; then what begins and what ends is summed up day by day.
 */
export async function countByDay(
  db: Db,
  given: { region: RegionCode; from: Day; to: Day; activeDays: number },
): Promise<{ day: Day; households: number; covered: number }[]> {
  const { region, from, to, activeDays } = given;
  // The first day on which a run counts no longer.
  const end = sql`least(last_day + ${activeDays}::int, ended_day)`;
  const { rows } = await sql<{ day: Day; households: number; covered: number }>`
    with period as (
      select first_day, ${end} as until, max(${end}) over (
        partition by household order by first_day rows between unbounded preceding and 1 preceding
      ) as covered_until
      from box_activity
      where first_day <= ${to}::date and ${end} > ${from}::date and ${withinAny(sql.ref('household'), [region])}
    ), fresh as (
      select greatest(first_day, covered_until, ${from}::date) as begins, until from period
    ), part as (
      select begins, until, count(*) as covered from fresh where begins < until group by begins, until
    ), change as (
      select begins as day, 0 as households, covered from part
      union all select until, 0, -covered from part
      union all select greatest(since_day, ${from}::date), count(*), 0 from region
        where kind = 'household' and since_day <= ${to}::date and ${withinAny(sql.ref('code'), [region])} group by 1
    ), step as (
      select day, sum(households) as households, sum(covered) as covered from change group by day
    )
    select day, (sum(coalesce(households, 0)) over course)::int as households,
      (sum(coalesce(covered, 0)) over course)::int as covered
    from (select ${from}::date + n as day from generate_series(0, ${to}::date - ${from}::date) as n) as every
      left join step using (day)
    window course as (order by day)
    order by day`.execute(db);
  return rows;
}

interface HouseholdFilter extends Basis {
  readonly region: RegionCode;
  readonly covered: boolean | undefined;
  readonly offset: number;
  readonly limit: number;
}

/** `last_seen`: the last day a box was seen there of which it was first seen on `asOf` or before. */
export async function pageOfHouseholds(db: Db, filter: HouseholdFilter) {
  const { asOf, region, covered } = filter;
  const isCovered: RawBuilder<boolean> = sql`exists (
    select from box_activity where household = region.code and ${active(filter)})`;
  let query = db
    .selectFrom('region')
    .where('kind', '=', 'household')
    .where('since_day', '<=', asOf)
    .where(withinAny(sql.ref('region.code'), [region]));
  if (covered !== undefined) query = query.where(covered ? isCovered : sql<boolean>`not ${isCovered}`);
  const { total } = await query.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await query
    .select(['code', 'short_name', isCovered.as('covered')])
    .select((eb) => [
      eb
        .selectFrom('region as community')
        .select('community.short_name')
        .where('community.code', '=', sql<RegionCode>`left(region.code, ${COMMUNITY}::int)`)
        .as('place'),
      eb
        .selectFrom('box_activity')
        .select((last) => last.fn.max('last_day').as('day'))
        .whereRef('household', '=', 'region.code')
        .where('first_day', '<=', asOf)
        .as('last_seen'),
    ])
    .orderBy('region.code')
    .offset(filter.offset)
    .limit(filter.limit)
    .execute();
  return { rows, total };
}
