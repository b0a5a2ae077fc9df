// Drafts that phones go on with, in SQL.
import { type Insertable, type Kysely, type Selectable, sql, type Transaction, type Updateable } from 'kysely';
import type { RequestId } from '../../../contract/ids.ts';
import type { RequestPhotoId } from '../../../contract/requests.ts';
import type { Instant } from '../../../contract/time.ts';
import type { Database } from '../../store/schema.ts';

export type Db = Kysely<Database> | Transaction<Database>;
export type Trx = Transaction<Database>;
export type HandoverRow = Selectable<Database['handover']>;

/** Of two that open the same at once, the second changes nothing. */
export const insertHandover = (trx: Trx, row: Insertable<Database['handover']>) =>
  trx
    .insertInto('handover')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();

/** Nobody else changes it until the transaction ends. */
export const lockHandover = (trx: Trx, id: RequestId): Promise<HandoverRow | undefined> =>
  trx.selectFrom('handover').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

export const findHandover = (db: Db, id: RequestId): Promise<HandoverRow | undefined> =>
  db.selectFrom('handover').selectAll().where('id', '=', id).executeTakeFirst();

export const updateHandover = (trx: Trx, id: RequestId, change: Updateable<Database['handover']>) =>
  trx.updateTable('handover').set(change).where('id', '=', id).execute();

/** Those that ended before `long`; where nobody may know who told, those that ended before `now`. */
export const deleteEnded = (db: Db, now: Instant, long: Instant) =>
  sql`
    delete from handover where expires_at < ${long}
      or (expires_at < ${now} and input ->> 'category' in (
        select code from request_category where content ->> 'privacy' = 'anonymous'
      ))
  `.execute(db);

/** Those of the given that a request or a draft has. */
export async function findNamed(db: Db, photos: readonly RequestPhotoId[]): Promise<Set<RequestPhotoId>> {
  const { rows } = await sql<{ photo: RequestPhotoId }>`
    select photo from unnest(${photos}::text[]) as given (photo)
    where exists (select from request_photo where request_photo.photo = given.photo)
      or exists (select from handover where handover.input -> 'photos' ? given.photo)
  `.execute(db);
  return new Set(rows.map(({ photo }) => photo));
}
