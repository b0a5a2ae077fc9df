// Figures in SQL: cases counted by region, by who has them, by category or by month.
import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Exclusion, RateName } from '../../../contract/request-figures.ts';
import type { Instant } from '../../../contract/time.ts';
import type { Database } from '../../store/schema.ts';
import { type Condition, hasLight, isOpen, notExcluded, rateOf } from './conditions.ts';

type Db = Kysely<Database>;

export type Grouping =
  /** Digits of the codes they are told apart by. */
  { readonly by: 'region'; readonly width: number } | { readonly by: 'department' | 'category' | 'month' };

export type Counts = Awaited<ReturnType<typeof countRequests>>[number];

/** A row for each key that has cases, by key; keys as in `RequestFigures` of the contract. */
export async function countRequests(
  db: Db,
  given: { where: Condition; grouping: Grouping; exclude: readonly Exclusion[]; now: Instant },
) {
  const { where, grouping, exclude, now } = given;
  const counted = notExcluded(exclude);
  const count = (condition: Condition) => sql<number>`count(*) filter (where ${condition})`;
  const rate = (name: RateName) => {
    const { all, hit } = rateOf(name, now);
    return { all: count(sql`${counted} and ${all}`), of: count(sql`${counted} and ${all} and ${hit}`) };
  };
  const [response, inTime, solved, satisfaction] = [
    rate('response'),
    rate('inTime'),
    rate('solved'),
    rate('satisfaction'),
  ];
  return db
    .selectFrom('request')
    .where(where)
    .select([
      keyOf(grouping).as('key'),
      sql<number>`count(*)`.as('received'),
      count(isOpen).as('open'),
      count(hasLight('red', now)).as('overdue'),
      response.of.as('response_of'),
      response.all.as('response_all'),
      inTime.of.as('in_time_of'),
      inTime.all.as('in_time_all'),
      solved.of.as('solved_of'),
      solved.all.as('solved_all'),
      satisfaction.of.as('satisfaction_of'),
      satisfaction.all.as('satisfaction_all'),
    ])
    .groupBy(sql`1`)
    .orderBy(sql`1`)
    .execute();
}

function keyOf(grouping: Grouping): RawBuilder<string> {
  switch (grouping.by) {
    case 'region': {
      const width = sql`${grouping.width}::int`;
      return sql<string>`case when length(request.region_code) < ${width} then request.region_code || '-own'
        else left(request.region_code, ${width}) end`;
    }
    case 'department':
      return sql<string>`case when request.handler is null then 'nobody' when request.handler = 'operator' then 'operator'
        when request.handler < 'region:' then substr(request.handler, ${'department:'.length + 1}::int)
        else 'offices' end`;
    case 'category':
      return sql<string>`request.category`;
    case 'month':
      return sql<string>`to_char(request.asked_at at time zone interval '+08:00', 'YYYY-MM')`;
  }
}

/** What the categories are called, in their order. */
export const findCategoryNames = (db: Db) =>
  db
    .selectFrom('request_category')
    .select(['code', sql<string>`content ->> 'name'`.as('name')])
    .orderBy('position')
    .orderBy('code')
    .execute();

export const findRegionNames = (db: Db, codes: readonly string[]) =>
  db
    .selectFrom('region')
    .select(['code', 'short_name as name'])
    .where(sql<boolean>`code = any(${codes}::text[])`)
    .orderBy('code')
    .execute();
