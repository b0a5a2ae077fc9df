// What is known of pictures, in SQL; their bytes are files.
import type { Kysely, Selectable } from 'kysely';
import type { PictureId } from '../../../contract/ids.ts';
import type { Database } from '../../store/schema.ts';

export const insertPicture = (db: Kysely<Database>, row: Selectable<Database['picture']>) =>
  db
    .insertInto('picture')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute();

export const findPictures = (db: Kysely<Database>, ids: readonly PictureId[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : db.selectFrom('picture').select(['id', 'width', 'height', 'bytes']).where('id', 'in', ids).execute();
