// How soon boxes showed an alert, in SQL: over receipts, which carry the moment of the pixels.
import { type Kysely, sql } from 'kysely';
import type { AlertId, BoxId } from '../../../contract/ids.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import type { Instant } from '../../../contract/time.ts';
import type { Database } from '../../store/schema.ts';
import { withinAny } from '../../store/scope.ts';

interface Shown {
  readonly id: AlertId;
  readonly revision: number;
  readonly releasedAt: Instant;
}

const boxesIn = (db: Kysely<Database>, regions: readonly RegionCode[]) =>
  db
    .selectFrom('box')
    .where('box.state', 'in', ['bound', 'authorised'])
    .where(withinAny(sql.ref('box.household'), regions));

/** From the receipt to its box, one look into an index each: the other way round the store may compare all with all. */
const receiptsOf = (
  db: Kysely<Database>,
  { id, revision }: Shown,
  step: 'received' | 'rendered',
  regions: readonly RegionCode[],
) =>
  db
    .selectFrom('receipt')
    .innerJoin('box', 'box.id', 'receipt.box_id')
    .where('receipt.item_id', '=', id)
    .where('receipt.revision', '=', revision)
    .where('receipt.step', '=', step)
    .where(withinAny(sql.ref('box.household'), regions));

/** A box whose clock is a little behind has shown it before it was released. */
const msAfter = (releasedAt: Instant) =>
  sql<number>`greatest(0, extract(epoch from receipt.at - ${releasedAt}::timestamptz) * 1000)`;

/** Null: no box showed it yet. */
export async function measure(db: Kysely<Database>, shown: Shown, regions: readonly RegionCode[]) {
  const percentile = (part: number) =>
    sql<number | null>`(percentile_cont(${sql.lit(part)}) within group (order by ${msAfter(shown.releasedAt)}))::int`;
  const count = sql<number>`count(*)`;
  const { addressed } = await boxesIn(db, regions).select(count.as('addressed')).executeTakeFirstOrThrow();
  const { received } = await receiptsOf(db, shown, 'received', regions)
    .select(count.as('received'))
    .executeTakeFirstOrThrow();
  const rendered = await receiptsOf(db, shown, 'rendered', regions)
    .select([
      count.as('rendered'),
      percentile(0.5).as('p50Ms'),
      percentile(0.99).as('p99Ms'),
      percentile(1).as('maxMs'),
    ])
    .executeTakeFirstOrThrow();
  return { addressed, received, ...rendered };
}

/** Those that have not shown it first, then the slowest. */
export async function findLaggards(
  db: Kysely<Database>,
  shown: Shown,
  regions: readonly RegionCode[],
  limit: number,
): Promise<{ box: BoxId; name: string; household: RegionCode; ms: number | null }[]> {
  const missing = await boxesIn(db, regions)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('receipt')
            .select('receipt.box_id')
            .where('receipt.item_id', '=', shown.id)
            .where('receipt.step', '=', 'rendered')
            .whereRef('receipt.box_id', '=', 'box.id')
            .where('receipt.revision', '=', shown.revision),
        ),
      ),
    )
    .select(['box.id as box', 'box.name', 'box.household', sql<null>`null`.as('ms')])
    .orderBy('box.id')
    .limit(limit)
    .execute();
  const slowest = await receiptsOf(db, shown, 'rendered', regions)
    .select(['box.id as box', 'box.name', 'box.household', sql<number>`${msAfter(shown.releasedAt)}::int`.as('ms')])
    .orderBy('receipt.at', 'desc')
    .orderBy('box.id')
    .limit(limit - missing.length)
    .execute();
  return [...missing, ...slowest];
}
