// Notices in SQL.
import { type Kysely, sql, type Transaction } from 'kysely';
import type { NoticeId, StaffId } from '../../../contract/ids.ts';
import type { NoticeCategory, NoticeState } from '../../../contract/notices.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import { chainOf } from '../../../domain/regions/code.ts';
import type { Database } from '../../store/schema.ts';
import { withinAny } from '../../store/scope.ts';

type Db = Kysely<Database> | Transaction<Database>;

/** What a reader sees: the own drafts, all that targets the own regions, and what was published to a region above. */
export interface Sight {
  readonly reader: StaffId;
  readonly scopes: readonly RegionCode[];
}

const selectNotices = (db: Db, sight: Sight) => {
  const above = sight.scopes.flatMap((scope) => chainOf(scope));
  return db
    .selectFrom('notice')
    .innerJoin('staff as author', 'author.id', 'notice.author_id')
    .leftJoin('staff as reviewer', 'reviewer.id', 'notice.reviewer_id')
    .where((eb) =>
      eb.or([
        eb('author_id', '=', sight.reader),
        eb.exists(targets(db).where(withinAny(sql.ref('target.region_code'), sight.scopes))),
        eb.and([
          eb('state', 'in', ['published', 'withdrawn']),
          eb.exists(targets(db).where('target.region_code', 'in', above)),
        ]),
      ]),
    );
};

const targets = (db: Db) =>
  db
    .selectFrom('notice_region as target')
    .select('target.region_code')
    .where('target.notice_id', '=', sql.ref<NoticeId>('notice.id'));

export async function pageOfNotices(
  db: Db,
  sight: Sight,
  filter: {
    state?: NoticeState | undefined;
    category?: NoticeCategory | undefined;
    region?: RegionCode | undefined;
    text?: string | undefined;
    offset: number;
    limit: number;
  },
) {
  let query = selectNotices(db, sight);
  if (filter.state) query = query.where('state', '=', filter.state);
  if (filter.category) query = query.where('category', '=', filter.category);
  if (filter.text) query = query.where(sql<boolean>`strpos(title, ${filter.text}) > 0`);
  const region = filter.region;
  if (region)
    query = query.where((eb) => eb.exists(targets(db).where(withinAny(sql.ref('target.region_code'), [region]))));
  const { total } = await query.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await query
    .selectAll('notice')
    .select(['author.name as author_name', 'reviewer.name as reviewer_name'])
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
    .select(['author.name as author_name', 'reviewer.name as reviewer_name'])
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

type Insert = Omit<NoticeRow, 'author_name' | 'reviewer_name' | 'blocks'> & { blocks: string };

export async function insertNotice(trx: Transaction<Database>, row: Insert, regions: readonly RegionCode[]) {
  await trx.insertInto('notice').values(row).execute();
  await insertTargets(trx, row.id, regions);
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
