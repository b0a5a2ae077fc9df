// Notices in SQL.
import { type Insertable, type Kysely, sql, type Transaction } from 'kysely';
import type { NoticeId, StaffId } from '../../../contract/ids.ts';
import type { NoticeCategory, NoticeState } from '../../../contract/notices.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import type { Instant } from '../../../contract/time.ts';
import { chainOf } from '../../../domain/regions/code.ts';
import { WAITING_STATES } from '../../../domain/review/steps.ts';
import type { Database } from '../../store/schema.ts';
import { withinAny } from '../../store/scope.ts';

type Db = Kysely<Database> | Transaction<Database>;

/**
 * What a reader sees: what the reader wrote or approved, all that targets the own regions, what was published to a
 * region above, and what waits for review where the reader stands in for someone (`standingIn`).
 */
export interface Sight {
  readonly reader: StaffId;
  readonly scopes: readonly RegionCode[];
  readonly standingIn: readonly RegionCode[];
}

const selectNotices = (db: Db, sight: Sight) => {
  const above = sight.scopes.flatMap((scope) => chainOf(scope));
  return db
    .selectFrom('notice')
    .innerJoin('staff as author', 'author.id', 'notice.author_id')
    .where((eb) =>
      eb.or([
        eb('author_id', '=', sight.reader),
        eb.exists(approvals(db).where('by_id', '=', sight.reader)),
        eb.exists(targets(db).where(withinAny(sql.ref('target.region_code'), sight.scopes))),
        eb.and([
          eb('state', 'in', ['published', 'withdrawn']),
          eb.exists(targets(db).where('target.region_code', 'in', above)),
        ]),
        eb.and([
          eb('state', 'in', WAITING_STATES),
          eb.exists(targets(db).where(withinAny(sql.ref('target.region_code'), sight.standingIn))),
        ]),
      ]),
    );
};

const targets = (db: Db) =>
  db
    .selectFrom('notice_region as target')
    .select('target.region_code')
    .where('target.notice_id', '=', sql.ref<NoticeId>('notice.id'));

const approvals = (db: Db) =>
  db
    .selectFrom('notice_approval')
    .select('notice_approval.id')
    .where('notice_approval.notice_id', '=', sql.ref<NoticeId>('notice.id'));

export async function pageOfNotices(
  db: Db,
  sight: Sight,
  filter: {
    state?: NoticeState | undefined;
    category?: NoticeCategory | undefined;
    region?: RegionCode | undefined;
    text?: string | undefined;
    /** None but these. */
    among?: readonly NoticeId[] | undefined;
    dueBefore?: Instant | undefined;
    offset: number;
    limit: number;
  },
) {
  let query = selectNotices(db, sight);
  if (filter.state) query = query.where('state', '=', filter.state);
  if (filter.category) query = query.where('category', '=', filter.category);
  if (filter.dueBefore) query = query.where('due_at', '<', filter.dueBefore);
  if (filter.among) query = query.where(sql<boolean>`notice.id = any(${filter.among}::uuid[])`);
  if (filter.text) query = query.where(sql<boolean>`strpos(title, ${filter.text}) > 0`);
  const region = filter.region;
  if (region)
    query = query.where((eb) => eb.exists(targets(db).where(withinAny(sql.ref('target.region_code'), [region]))));
  const { total } = await query.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await query
    .selectAll('notice')
    .select('author.name as author_name')
    // What is looked for because it waits is listed by how long it may still do so.
    .$if(filter.dueBefore !== undefined || filter.among !== undefined, (listed) => listed.orderBy('due_at'))
    .orderBy('updated_at', 'desc')
    .orderBy('notice.id')
    .offset(filter.offset)
    .limit(filter.limit)
    .execute();
  return { rows, total };
}

export const findNotice = (db: Db, sight: Sight, id: NoticeId) =>
  selectNotices(db, sight)
    .where('notice.id', '=', id)
    .selectAll('notice')
    .select('author.name as author_name')
    .executeTakeFirst();

/** Holds the row until the transaction ends, so that two moves never decide on the same state. */
export const lockNotice = (trx: Transaction<Database>, id: NoticeId) =>
  trx.selectFrom('notice').select('id').where('id', '=', id).forUpdate().executeTakeFirst();

export const findTargets = (db: Db, ids: readonly NoticeId[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('notice_region')
        .innerJoin('region', 'region.code', 'notice_region.region_code')
        .select(['notice_id', 'code', 'short_name as name'])
        .where('notice_id', 'in', ids)
        .orderBy('code')
        .execute();

export type NoticeRow = NonNullable<Awaited<ReturnType<typeof findNotice>>>;

type InJson = 'blocks' | 'findings' | 'schedule' | 'placements' | 'airing';
type Insert = Omit<NoticeRow, 'author_name' | InJson> &
  Record<Exclude<InJson, 'airing'>, string> & { airing: string | null };

export async function insertNotice(trx: Transaction<Database>, row: Insert, regions: readonly RegionCode[]) {
  await trx.insertInto('notice').values(row).execute();
  await insertTargets(trx, row.id, regions);
  await addWriter(trx, row.id, row.author_id);
}

export async function updateNotice(
  trx: Transaction<Database>,
  id: NoticeId,
  change: Partial<Omit<Insert, 'id'>>,
  regions?: readonly RegionCode[],
) {
  await trx.updateTable('notice').set(change).where('id', '=', id).execute();
  if (!regions) return;
  await trx.deleteFrom('notice_region').where('notice_id', '=', id).execute();
  await insertTargets(trx, id, regions);
}

const insertTargets = (trx: Transaction<Database>, id: NoticeId, regions: readonly RegionCode[]) =>
  trx
    .insertInto('notice_region')
    .values(regions.map((region_code) => ({ notice_id: id, region_code })))
    .execute();

/** Whoever had a hand in the content; asked again, nothing changes. */
export const addWriter = (trx: Transaction<Database>, id: NoticeId, staff: StaffId) =>
  trx
    .insertInto('notice_writer')
    .values({ notice_id: id, staff_id: staff })
    .onConflict((conflict) => conflict.doNothing())
    .execute();

export const findWriters = (db: Db, ids: readonly NoticeId[]) =>
  db
    .selectFrom('notice_writer')
    .select(['notice_id', 'staff_id'])
    .where(sql<boolean>`notice_id = any(${ids}::uuid[])`)
    .execute();

/** Those that stand, in the order in which they were given. */
export const findApprovals = (db: Db, ids: readonly NoticeId[]) =>
  db
    .selectFrom('notice_approval')
    .innerJoin('staff as present', 'present.id', 'notice_approval.by_id')
    .leftJoin('staff as absent', 'absent.id', 'notice_approval.for_id')
    .select([
      'notice_id',
      'step',
      'by_id',
      'present.name as by_name',
      'for_id',
      'absent.name as for_name',
      'hash',
      'at',
    ])
    .where(sql<boolean>`notice_id = any(${ids}::uuid[])`)
    .where('void_at', 'is', null)
    .orderBy('notice_approval.id')
    .execute();

export const insertApproval = (
  trx: Transaction<Database>,
  row: Omit<Insertable<Database['notice_approval']>, 'id' | 'void_at'>,
) =>
  trx
    .insertInto('notice_approval')
    .values({ ...row, void_at: null })
    .execute();

/** The steps that had been approved. */
export const voidApprovals = (trx: Transaction<Database>, id: NoticeId, at: Instant) =>
  trx
    .updateTable('notice_approval')
    .set({ void_at: at })
    .where('notice_id', '=', id)
    .where('void_at', 'is', null)
    .returning('step')
    .execute();

/** What waits for a step of its review, soonest due first; without the texts. */
export const findWaiting = (db: Db, sight: Sight, limit: number) =>
  selectNotices(db, sight)
    .where('state', 'in', WAITING_STATES)
    .select(['notice.id', 'state', 'category', 'due_at'])
    .orderBy('due_at')
    .limit(limit)
    .execute();

/** Those of the notices that are out and not over, whoever reads. */
export const findPublished = (db: Db, ids: readonly string[], now: Instant) =>
  db
    .selectFrom('notice')
    .selectAll()
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .where('state', '=', 'published')
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', now)]))
    .execute();
