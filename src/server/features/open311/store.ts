// What the Open311 interface reads and writes: offered categories, regions, keys with their use, cases anybody may see.
import { type Insertable, type Kysely, type SqlBool, sql, type Transaction } from 'kysely';
import type { Open311KeyId } from '../../../contract/ids.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import type { CategoryCode, RequestNumber, RequestState } from '../../../contract/requests.ts';
import type { Day, Instant } from '../../../contract/time.ts';
import type { Database } from '../../store/schema.ts';

type Db = Kysely<Database> | Transaction<Database>;
type Trx = Transaction<Database>;

/** In their order. */
export async function findCategories(db: Db) {
  const rows = await db.selectFrom('request_category').select('content').orderBy('position').orderBy('code').execute();
  return rows.map(({ content }) => content);
}

export async function findCategory(db: Db, code: CategoryCode) {
  const row = await db.selectFrom('request_category').select('content').where('code', '=', code).executeTakeFirst();
  return row?.content;
}

/** When a category was last changed; null: there is none. */
export const findChange = async (db: Db): Promise<Instant | null> =>
  (
    await db
      .selectFrom('request_category')
      .select(({ fn }) => fn.max('updated_at').as('at'))
      .executeTakeFirst()
  )?.at ?? null;

export const findTownsAndCommunities = (db: Db) =>
  db.selectFrom('region').select(['code', 'name', 'short_name']).where('kind', 'in', ['town', 'community']).execute();

export const findRegion = (db: Db, code: RegionCode) =>
  db.selectFrom('region').select(['code', 'short_name']).where('code', '=', code).executeTakeFirst();

export type KeyRow = Awaited<ReturnType<typeof findKeys>>[number];

/** Newest first, each with what it sent on that day. */
export const findKeys = (db: Db, day: Day) =>
  db
    .selectFrom('open311_key')
    .leftJoin('open311_use', (join) => join.onRef('key_id', '=', 'id').on('day', '=', day))
    .select(['id', 'name', 'per_day', 'created_at', 'revoked_at', 'sent'])
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute();

/** One that is still good. */
export const findKey = (db: Db, hash: string) =>
  db
    .selectFrom('open311_key')
    .select(['id', 'name', 'per_day'])
    .where('key_hash', '=', hash)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();

/** False: there is one of that name already. */
export const insertKey = async (trx: Trx, row: Insertable<Database['open311_key']>): Promise<boolean> =>
  (
    await trx
      .insertInto('open311_key')
      .values(row)
      .onConflict((conflict) => conflict.column('name').where('revoked_at', 'is', null).doNothing())
      .returning('id')
      .execute()
  ).length > 0;

export const revokeKey = (trx: Trx, id: Open311KeyId, at: Instant) =>
  trx.updateTable('open311_key').set({ revoked_at: at }).where('id', '=', id).where('revoked_at', 'is', null).execute();

/** False: the day's requests are used up. */
export async function spend(trx: Trx, id: Open311KeyId, day: Day, perDay: number): Promise<boolean> {
  const rows = await trx
    .insertInto('open311_use')
    .values({ key_id: id, day, sent: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['key_id', 'day'])
        .doUpdateSet({ sent: sql`open311_use.sent + 1` })
        .where('open311_use.sent', '<', perDay),
    )
    .returning('sent')
    .execute();
  return rows.length > 0;
}

export interface Asked {
  readonly numbers?: readonly RequestNumber[];
  readonly categories?: readonly CategoryCode[];
  readonly states?: readonly RequestState[];
  /** Received from `from` to `to`, both included. */
  readonly from?: Instant;
  readonly to?: Instant;
  readonly offset: number;
  readonly limit: number;
}

export type PublishedRow = Awaited<ReturnType<typeof findPublished>>[number];

/**
 * Newest first. Open as they were received and as their category is now: one that became discreet is nobody's business.
 * `words`: what staff last said to the resident.
 */
export const findPublished = (db: Db, { numbers, categories, states, from, to, offset, limit }: Asked) =>
  db
    .selectFrom('request')
    .innerJoin('request_category as category', 'category.code', 'request.category')
    .leftJoin('request as target', (join) =>
      join.onRef('target.id', '=', 'request.merged_into').on('target.privacy', '=', 'open'),
    )
    .select([
      'request.number',
      'request.category',
      'category.content',
      'request.region_code',
      'request.where_kind',
      'request.spot',
      'request.place',
      'request.lat',
      'request.lon',
      'request.answers',
      'request.said',
      'request.text',
      'request.state',
      'request.handler',
      'request.asked_at',
      'request.due_at',
      'request.ended_at',
      'request.updated_at',
      'target.number as merged_into',
    ])
    .select((eb) =>
      eb
        .selectFrom('request_action as action')
        .select('action.public')
        .whereRef('action.request_id', '=', 'request.id')
        .where('action.by_kind', '=', 'staff')
        .where('action.public', 'is not', null)
        .orderBy('action.seq', 'desc')
        .limit(1)
        .as('words'),
    )
    .where('request.privacy', '=', 'open')
    .where(sql<SqlBool>`category.content ->> 'privacy' = 'open'`)
    .$if(numbers !== undefined, (query) => query.where(sql<SqlBool>`request.number = any(${numbers}::text[])`))
    .$if(categories !== undefined, (query) => query.where(sql<SqlBool>`request.category = any(${categories}::text[])`))
    .$if(states !== undefined, (query) => query.where(sql<SqlBool>`request.state = any(${states}::text[])`))
    .$if(from !== undefined, (query) => query.where('request.asked_at', '>=', from ?? null))
    .$if(to !== undefined, (query) => query.where('request.asked_at', '<=', to ?? null))
    .orderBy('request.asked_at', 'desc')
    .orderBy('request.number', 'desc')
    .offset(offset)
    .limit(limit)
    .execute();
