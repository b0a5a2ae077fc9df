// Proof of display in SQL: where an item was sent, how far boxes came with it and when, and which have not shown it.
import { type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely';
import type { FeedItem } from '../../../contract/feed.ts';
import type { BoxId, ItemId } from '../../../contract/ids.ts';
import type { ProofGap } from '../../../contract/proof.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import type { Instant } from '../../../contract/time.ts';
import type { Arrivals } from '../../../domain/proof/ladder.ts';
import type { Database } from '../../store/schema.ts';

type Db = Kysely<Database>;

/** Digits of a community's code. */
const COMMUNITY = 12;

export interface Sent {
  readonly region_code: RegionCode;
  readonly revision: number;
  readonly at: Instant;
  readonly item: FeedItem;
}

/** Every time the item was put to a region, oldest first. */
export async function findSent(db: Db, item: ItemId): Promise<Sent[]> {
  const { rows } = await sql<Sent>`
    select region_code, revision, at, item from feed_entry
    where item_id = ${item} and action = 'put' order by revision, at, region_code`.execute(db);
  return rows;
}

export interface Look {
  readonly item: ItemId;
  readonly revision: number;
  readonly regions: readonly RegionCode[];
}

/**
 * One row a box of the regions: when it came to each step (who read an item has rendered, verified and received it),
 * when it refused unless it has verified since, and why. What is told of it is `told.*`, what it is `box.*`.
 */
const STANDING = ({ item, revision, regions }: Look) => sql`
  with told as materialized (
    select box_id, min(at) filter (where step <> 'refused') as received,
      min(at) filter (where step in ('verified', 'rendered', 'read')) as verified,
      min(at) filter (where step in ('rendered', 'read')) as rendered,
      min(at) filter (where step = 'read') as read,
      max(at) filter (where step = 'refused') as refused_at,
      max(reason) as reason
    from receipt where item_id = ${item} and revision = ${revision} group by box_id
  ), standing as materialized (
    select target.code as target, box.id, box.household, box.state, received, verified, rendered, read, reason,
      case when verified is null then refused_at end as refused,
      told.box_id is not null as has_told
    from unnest(${regions}::text[]) as target (code)
    join box on box.household >= target.code collate "C" and box.household < (target.code || ':') collate "C"
    left join told on told.box_id = box.id
  )`;

const LET_IN = sql<SqlBool>`(state in ('bound', 'authorised') or has_told)`;

/** The region a box is summed up to. */
const placed = (width: number | null): RawBuilder<RegionCode> =>
  width === null ? sql`target` : sql`left(household, ${width}::int)`;

export interface Sum {
  readonly code: RegionCode;
  readonly addressed: number;
  readonly not_joined: number;
  readonly received: number;
  readonly verified: number;
  readonly rendered: number;
  readonly read: number;
  readonly refused: number;
}

export interface Counts {
  readonly sums: readonly Sum[];
  /** Boxes by step and by how many rungs lie behind their coming to it. */
  readonly arrivals: readonly Arrivals[];
  /** Most frequent first. */
  readonly refusals: readonly { readonly reason: string; readonly boxes: number }[];
}

/**
 * All figures of one moment, in one go through the boxes.
 * @param width the digits of the regions to sum up to; null: the regions looked at themselves
 * @param rungs the instants of the curve, in order
 */
export async function countBoxes(
  db: Db,
  look: Look,
  { width, rungs }: { width: number | null; rungs: readonly Instant[] },
): Promise<Counts> {
  const { rows } = await sql<Counts>`${STANDING(look)}, total as (
      select ${placed(width)} as code, count(*) filter (where ${LET_IN}) as addressed,
        count(*) filter (where not ${LET_IN}) as not_joined,
        count(received) as received, count(verified) as verified, count(rendered) as rendered, count(read) as read,
        count(refused) as refused
      from standing group by 1
    ), arrival as (
      select step, width_bucket(at, ${rungs}::timestamptz[]) as rung, count(*) as boxes
      from standing cross join lateral (values
        ('received', received), ('verified', verified), ('rendered', rendered), ('read', read), ('refused', refused)
      ) as reached (step, at)
      where at is not null group by 1, 2
    ), refusal as (
      select reason, count(*) as boxes from standing where refused is not null and reason is not null group by 1
    )
    select (select coalesce(jsonb_agg(total order by code), '[]') from total) as sums,
      (select coalesce(jsonb_agg(arrival), '[]') from arrival) as arrivals,
      (select coalesce(jsonb_agg(refusal order by boxes desc, reason), '[]') from refusal) as refusals`.execute(db);
  return rows[0] ?? { sums: [], arrivals: [], refusals: [] };
}

export interface GapBox {
  readonly id: BoxId;
  readonly name: string;
  readonly place: string;
  readonly smart_card: string | null;
  readonly gap: ProofGap;
  readonly reason: string | null;
  readonly since: Instant | null;
}

/** Boxes that have not shown the item, by where they stand. `gapOf` of the domain says the same. */
export async function pageOfGaps(
  db: Db,
  look: Look,
  given: { gap: ProofGap | undefined; now: Instant; offset: number; limit: number },
): Promise<{ rows: GapBox[]; total: number }> {
  const { gap, now, offset, limit } = given;
  const { rows } = await sql<(GapBox | { id: null }) & { total: number }>`${STANDING(look)},
    gap as (
      select standing.id, household,
        case
          when standing.refused is not null then 'refused'
          when standing.received is not null then 'not-drawn'
          when state in ('listed', 'revoked') then 'not-joined'
          when node.id is not null then 'lagging'
          when last_seen_at is not null then 'offline'
          else 'never-seen'
        end as gap,
        case when standing.refused is not null then reason end as reason,
        coalesce(standing.refused, standing.received, case when node.id is null then last_seen_at else online_since end) as since
      from standing
      left join box_state on box_state.box_id = standing.id
      left join node on node.id = box_state.node_id and node.lease_until > ${now}
      where standing.rendered is null
    ), matched as materialized (
      select * from gap where ${gap ?? null}::text is null or gap = ${gap ?? null}
    ), page as (
      select matched.*, box.name, box.smart_card, region.short_name as place
      from matched join box on box.id = matched.id join region on region.code = left(matched.household, ${COMMUNITY}::int)
      order by matched.household, matched.id offset ${offset} limit ${limit}
    )
    select counted.total, page.* from (select count(*) as total from matched) as counted left join page on true
    order by page.household, page.id`.execute(db);
  return { total: rows[0]?.total ?? 0, rows: rows.filter((row) => row.id !== null) };
}
