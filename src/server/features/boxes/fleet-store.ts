// The fleet in SQL: boxes with what they should show and what they show, a page at a time or summed up by region.
import { type Kysely, type RawBuilder, type SqlBool, sql, type Transaction } from 'kysely';
import type { BoxState } from '../../../contract/boxes.ts';
import type { BoxStanding } from '../../../contract/fleet.ts';
import type { BoxId } from '../../../contract/ids.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import type { Instant } from '../../../contract/time.ts';
import type { Database } from '../../store/schema.ts';
import { withinAny } from '../../store/scope.ts';

type Db = Kysely<Database> | Transaction<Database>;

export interface FleetFilter {
  readonly scopes: readonly RegionCode[];
  readonly state?: BoxState | undefined;
  readonly standing?: BoxStanding | undefined;
  readonly suspect?: boolean | undefined;
  readonly model?: string | undefined;
  readonly text?: string | undefined;
}

/** `now`, and the instant before which a change is old enough to be missed on a screen (`BEHIND_AFTER_MS`). */
export interface Moment {
  readonly now: Instant;
  readonly settled: Instant;
}

export interface FleetBox {
  readonly id: BoxId;
  readonly name: string;
  readonly household: RegionCode;
  readonly place: string;
  readonly state: BoxState;
  readonly smart_card: string | null;
  readonly model: string | null;
  readonly suspect_since: Instant | null;
  readonly app: string | null;
  readonly online: boolean;
  readonly last_seen_at: Instant | null;
  readonly desired: number;
  readonly changed_at: Instant | null;
  readonly received_total: number;
  readonly verified_total: number;
  readonly rendered_total: number;
}

/** Of six regions a box hears three are shared by a whole community: those are summed up once for each community. */
const WIDE = sql`(
  select community.code, sum(feed_head.seq) as seq, max(feed_head.at) as at
  from region as community
  join feed_head on feed_head.region_code in (left(community.code, 6), left(community.code, 9), community.code)
  where community.kind = 'community' group by community.code
) as wide`;
/** The others seldom have a feed of their own. */
const NARROW = sql`(select region_code, seq, at from feed_head where length(region_code) > 12)`;

/** How to join the heads of the feeds a box hears, with what it should show and since when. */
interface Heads {
  readonly joins: RawBuilder<unknown>;
  readonly desired: RawBuilder<unknown>;
  readonly changedAt: RawBuilder<unknown>;
}

const WIDE_HEADS: Heads = {
  joins: sql`left join ${WIDE} on wide.code = left(box.household, 12)`,
  desired: sql`coalesce(wide.seq, 0)`,
  changedAt: sql`wide.at`,
};
const ALL_HEADS: Heads = {
  joins: sql`${WIDE_HEADS.joins}
    left join ${NARROW} as grid on grid.region_code = left(box.household, 15)
    left join ${NARROW} as building on building.region_code = left(box.household, 18)
    left join ${NARROW} as home on home.region_code = box.household`,
  desired: sql`(coalesce(wide.seq, 0) + coalesce(grid.seq, 0) + coalesce(building.seq, 0) + coalesce(home.seq, 0))`,
  changedAt: sql`greatest(wide.at, grid.at, building.at, home.at)`,
};

/** Three joins over the whole fleet are left out as long as nothing narrower than a community has a feed. */
async function headsNow(db: Db): Promise<Heads> {
  const { rows } = await sql`select from feed_head where length(region_code) > 12 limit 1`.execute(db);
  return rows.length > 0 ? ALL_HEADS : WIDE_HEADS;
}

const JOINS = (now: Instant) => sql`
  join box_state on box_state.box_id = box.id
  left join node on node.id = box_state.node_id and node.lease_until > ${now}`;
const ONLINE = sql`(node.id is not null)`;
/** As `standingOf` of the domain has it. */
const behind = ({ desired, changedAt }: Heads, { settled }: Moment) =>
  sql`(node.id is not null and box_state.rendered_total < ${desired} and ${changedAt} < ${settled})`;

function standing(which: BoxStanding, heads: Heads, moment: Moment): RawBuilder<SqlBool> {
  switch (which) {
    case 'never':
      return sql`(box_state.last_seen_at is null)`;
    case 'offline':
      return sql`(box_state.last_seen_at is not null and not ${ONLINE})`;
    case 'online':
      return sql`(${ONLINE} and not ${behind(heads, moment)})`;
    case 'behind':
      return sql`${behind(heads, moment)}`;
  }
}

function wanted(filter: FleetFilter, heads: Heads, moment: Moment): RawBuilder<unknown> {
  const { scopes, text } = filter;
  const parts: RawBuilder<unknown>[] = [withinAny(sql.ref('box.household'), scopes)];
  if (filter.state) parts.push(sql`box.state = ${filter.state}`);
  if (filter.suspect) parts.push(sql`box.suspect_since is not null`);
  if (filter.model) parts.push(sql`box.model = ${filter.model}`);
  if (text)
    parts.push(
      sql`(box.smart_card like ${`${text.replace(/[\\%_]/g, '\\$&')}%`} or position(${text} in box.name) > 0)`,
    );
  if (filter.standing) parts.push(standing(filter.standing, heads, moment));
  return sql.join(parts, sql` and `);
}

/** Looked for once: how many there are, and which of them stand on the page. */
export async function pageOfFleet(
  db: Db,
  filter: FleetFilter & { offset: number; limit: number },
  moment: Moment,
): Promise<{ rows: FleetBox[]; total: number }> {
  const heads = await headsNow(db);
  const withHeads = filter.standing === 'online' || filter.standing === 'behind';
  const joins = filter.standing ? sql`${JOINS(moment.now)} ${withHeads ? heads.joins : sql``}` : sql``;
  const { rows: found } = await sql<{ total: number; ids: BoxId[] }>`
    with matched as materialized (
      select box.id, box.household from box ${joins} where ${wanted(filter, heads, moment)}
    ), page as (
      select id from matched order by household, id offset ${filter.offset} limit ${filter.limit}
    )
    select (select count(*) from matched) as total, array(select id from page) as ids`.execute(db);
  const { total = 0, ids = [] } = found[0] ?? {};
  if (ids.length === 0) return { rows: [], total };
  const { rows } = await sql<FleetBox>`
    ${SELECT(moment)} where box.id = any(${ids}::uuid[]) order by box.household, box.id`.execute(db);
  return { rows, total };
}

export async function findFleetBox(db: Db, id: BoxId, moment: Moment): Promise<FleetBox | undefined> {
  const { rows } = await sql<FleetBox>`${SELECT(moment)} where box.id = ${id}`.execute(db);
  return rows[0];
}

const SELECT = (moment: Moment) => sql`
  select box.id, box.name, box.household, region.short_name as place, box.state, box.smart_card, box.model,
    box.suspect_since, box_state.app, ${ONLINE} as online,
    case when ${ONLINE} then ${moment.now}::timestamptz else box_state.last_seen_at end as last_seen_at,
    feeds.desired, feeds.changed_at, received_total, verified_total, rendered_total
  from box join region on region.code = left(box.household, 12) ${JOINS(moment.now)}
  cross join lateral (
    select coalesce(sum(seq), 0)::bigint as desired, max(at) as changed_at from feed_head where region_code in (
      left(box.household, 6), left(box.household, 9), left(box.household, 12),
      left(box.household, 15), left(box.household, 18), box.household)
  ) as feeds`;

export interface FleetSum {
  readonly code: RegionCode;
  readonly boxes: number;
  readonly online: number;
  readonly behind: number;
  readonly bound: number;
  readonly suspect: number;
}

/** Boxes below a region by the first `width` digits of where they stand. */
export async function sumFleet(db: Db, region: RegionCode, width: number, moment: Moment): Promise<FleetSum[]> {
  const heads = await headsNow(db);
  const { rows } = await sql<FleetSum>`
    select left(box.household, ${width}::int) as code, count(*) as boxes,
      count(*) filter (where ${ONLINE}) as online,
      count(*) filter (where ${behind(heads, moment)}) as behind,
      count(*) filter (where box.state = 'bound') as bound,
      count(*) filter (where box.suspect_since is not null) as suspect
    from box ${JOINS(moment.now)} ${heads.joins}
    where ${withinAny(sql.ref('box.household'), [region])}
    group by 1`.execute(db);
  return rows;
}

export async function sumHouseholds(db: Db, region: RegionCode, width: number) {
  const { rows } = await sql<{ code: RegionCode; households: number }>`
    select left(code, ${width}::int) as code, count(*) as households from region
    where kind = 'household' and ${withinAny(sql.ref('region.code'), [region])}
    group by 1`.execute(db);
  return rows;
}
