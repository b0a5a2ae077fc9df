// How soon boxes showed an alert, in SQL: over receipts, which carry the moment of the pixels.
import { type Kysely, sql } from 'kysely';
import type { AlertId } from '../../../contract/ids.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import type { Instant } from '../../../contract/time.ts';
import type { Database } from '../../store/schema.ts';
import { withinAny } from '../../store/scope.ts';

interface Shown {
  readonly id: AlertId;
  readonly revision: number;
  readonly releasedAt: Instant;
}

/** The boxes of the regions, each with its receipts of this revision. */
const boxesWith = (db: Kysely<Database>, { id, revision }: Shown, regions: readonly RegionCode[]) =>
  db
    .selectFrom('box')
    .leftJoin('receipt as received', (join) =>
      join
        .onRef('received.box_id', '=', 'box.id')
        .on('received.item_id', '=', id)
        .on('received.revision', '=', revision)
        .on('received.step', '=', 'received'),
    )
    .leftJoin('receipt as rendered', (join) =>
      join
        .onRef('rendered.box_id', '=', 'box.id')
        .on('rendered.item_id', '=', id)
        .on('rendered.revision', '=', revision)
        .on('rendered.step', '=', 'rendered'),
    )
    .where('box.state', 'in', ['bound', 'authorised'])
    .where(withinAny(sql.ref('box.household'), regions));

/** A box whose clock is a little behind has shown it before it was released. */
const msAfter = (releasedAt: Instant) =>
  sql<number>`greatest(0, extract(epoch from rendered.at - ${releasedAt}::timestamptz) * 1000)`;

/** Null: no box showed it yet. */
export function measure(db: Kysely<Database>, shown: Shown, regions: readonly RegionCode[]) {
  const ms = msAfter(shown.releasedAt);
  const percentile = (part: number) =>
    sql<
      number | null
    >`(percentile_cont(${sql.lit(part)}) within group (order by ${ms}) filter (where rendered.at is not null))::int`;
  return boxesWith(db, shown, regions)
    .select([
      sql<number>`count(*)`.as('addressed'),
      sql<number>`count(received.at)`.as('received'),
      sql<number>`count(rendered.at)`.as('rendered'),
      percentile(0.5).as('p50Ms'),
      percentile(0.99).as('p99Ms'),
      percentile(1).as('maxMs'),
    ])
    .executeTakeFirstOrThrow();
}

/** Those that have not shown it first, then the slowest. */
export const findLaggards = (db: Kysely<Database>, shown: Shown, regions: readonly RegionCode[], limit: number) =>
  boxesWith(db, shown, regions)
    .innerJoin('region as community', (join) =>
      join.on('community.code', '=', sql<RegionCode>`substr(box.household, 1, 12)`),
    )
    .select(['box.id as box', 'box.name', 'community.short_name as place'])
    .select(
      sql<number | null>`case when rendered.at is null then null else ${msAfter(shown.releasedAt)}::int end`.as('ms'),
    )
    .orderBy(sql`rendered.at desc nulls first`)
    .orderBy('box.id')
    .limit(limit)
    .execute();
