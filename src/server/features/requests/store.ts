// Cases, their actions and reporters in SQL.
import { type Insertable, type Kysely, sql, type Transaction, type Updateable } from 'kysely';
import type { RequestId, StaffId } from '../../../contract/ids.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import type { CategoryCode, RequestPhotoId } from '../../../contract/requests.ts';
import type { Day, Instant } from '../../../contract/time.ts';
import type { Database } from '../../store/schema.ts';
import type { ActionRow, RequestRow } from './record.ts';

export type Db = Kysely<Database> | Transaction<Database>;
export type Trx = Transaction<Database>;

/** Reports of a day are taken in one after the other, so that two of the same thing find each other. */
export const lockDay = (trx: Trx, day: Day) =>
  trx
    .insertInto('request_counter')
    .values({ day, last: 0 })
    .onConflict((conflict) => conflict.column('day').doUpdateSet({ last: sql`request_counter.last` }))
    .execute();

/** Call `lockDay` before. */
export async function nextOfDay(trx: Trx, day: Day): Promise<number> {
  const { last } = await trx
    .updateTable('request_counter')
    .set({ last: sql`last + 1` })
    .where('day', '=', day)
    .returning('last')
    .executeTakeFirstOrThrow();
  return last;
}

export const lockRequest = (trx: Trx, id: RequestId): Promise<RequestRow | undefined> =>
  trx.selectFrom('request').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

export const findRequest = (db: Db, id: RequestId): Promise<RequestRow | undefined> =>
  db.selectFrom('request').selectAll().where('id', '=', id).executeTakeFirst();

/** Oldest first. */
export const findActions = (db: Db, id: RequestId): Promise<ActionRow[]> =>
  db.selectFrom('request_action').selectAll().where('request_id', '=', id).orderBy('seq').execute();

export const insertRequest = (trx: Trx, row: Insertable<Database['request']>) =>
  trx.insertInto('request').values(row).execute();

export const updateRequest = (trx: Trx, id: RequestId, change: Updateable<Database['request']>) =>
  trx.updateTable('request').set(change).where('id', '=', id).execute();

export const insertActions = (trx: Trx, rows: Insertable<Database['request_action']>[]) =>
  trx.insertInto('request_action').values(rows).execute();

export type ReporterRow = NonNullable<Awaited<ReturnType<typeof findReport>>>;

export const findReport = (db: Db, id: RequestId) =>
  db.selectFrom('request_reporter').selectAll().where('id', '=', id).executeTakeFirst();

export const insertReport = (trx: Trx, row: Insertable<Database['request_reporter']>) =>
  trx.insertInto('request_reporter').values(row).execute();

export const isCodeTaken = async (trx: Trx, hash: string): Promise<boolean> =>
  (await trx.selectFrom('request_reporter').select('id').where('code_hash', '=', hash).executeTakeFirst()) !==
  undefined;

/** The newest of the same that nobody has answered yet, held fast. */
export const lockSame = (trx: Trx, same: { key: string; category: CategoryCode; since: Instant }) =>
  trx
    .selectFrom('request')
    .selectAll()
    .where('same_key', '=', same.key)
    .where('category', '=', same.category)
    .where('state', 'in', ['received', 'assigned', 'handling', 'suspended'])
    .where('asked_at', '>=', same.since)
    .orderBy('asked_at', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst();

/** In the order they were attached to the action `seq`. */
export async function insertPhotos(
  trx: Trx,
  { request, seq }: { request: RequestId; seq: number },
  photos: readonly RequestPhotoId[],
): Promise<void> {
  const rows = photos.map((photo, position) => ({ request_id: request, seq, position, photo }));
  if (rows.length > 0) await trx.insertInto('request_photo').values(rows).execute();
}

/** Of all actions of a case, in their order. */
export const findPhotos = (db: Db, id: RequestId) =>
  db
    .selectFrom('request_photo')
    .select(['photo', 'seq'])
    .where('request_id', '=', id)
    .orderBy('seq')
    .orderBy('position')
    .execute();

export async function findPeople(db: Db, ids: readonly StaffId[]): Promise<ReadonlyMap<StaffId, string>> {
  const rows = await db
    .selectFrom('staff')
    .select(['id', 'name'])
    .where(sql<boolean>`id = any(${[...new Set(ids)]}::uuid[])`)
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export const regionExists = async (db: Db, code: RegionCode): Promise<boolean> =>
  (await db.selectFrom('region').select('code').where('code', '=', code).executeTakeFirst()) !== undefined;

/** Where those lead that were merged into one that is merged itself. */
export const followMerge = (trx: Trx, from: RequestId, into: RequestId) =>
  trx.updateTable('request').set({ merged_into: into }).where('merged_into', '=', from).execute();

/** Those of which the clock has something to say. */
export async function findDue(db: Db, now: Instant, most: number): Promise<RequestId[]> {
  const late = sql<Instant>`${now}::timestamptz - interval '5 days'`;
  const rows = await db
    .selectFrom('request')
    .select('id')
    .where('state', 'in', ['received', 'assigned', 'handling'])
    .where((eb) =>
      eb.or([
        eb.and([eb('yellow_at', '<=', now), eb('due_at', '>', now), eb('reminded', '=', false)]),
        eb.and([eb('due_at', '<=', now), eb('urged', '=', false)]),
        eb.and([eb('due_at', '<=', late), eb('supervised_by_system', '=', false)]),
      ]),
    )
    .orderBy('due_at')
    .limit(most)
    .execute();
  return rows.map(({ id }) => id);
}

/** Those whose limit runs into a year that nobody had entered, by id. */
export async function findUnlimited(db: Db, after: RequestId | null, most: number): Promise<RequestId[]> {
  const rows = await db
    .selectFrom('request')
    .select('id')
    .where('state', 'in', ['received', 'assigned', 'handling'])
    .where('due_at', 'is', null)
    .$if(after !== null, (rest) => rest.where('id', '>', after as RequestId))
    .orderBy('id')
    .limit(most)
    .execute();
  return rows.map(({ id }) => id);
}
