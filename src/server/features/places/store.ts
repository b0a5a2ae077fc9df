// Places in SQL.
import { type Kysely, sql, type Transaction } from 'kysely';
import type { PlaceId } from '../../../contract/ids.ts';
import type { PlaceInput, PlaceKind } from '../../../contract/places.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import type { Instant } from '../../../contract/time.ts';
import type { Database } from '../../store/schema.ts';
import { withinAny } from '../../store/scope.ts';

type Db = Kysely<Database> | Transaction<Database>;
type Trx = Transaction<Database>;

const places = (db: Db) =>
  db
    .selectFrom('place')
    .innerJoin('region', 'region.code', 'place.region_code')
    .select([
      'place.id',
      'place.region_code',
      'region.short_name as region_name',
      'place.revision',
      'place.kind',
      'place.name',
      'place.address',
      'place.hours',
      'place.phone',
      'place.lat',
      'place.lon',
      'place.note',
      'place.updated_at',
    ]);

export type PlaceRow = NonNullable<Awaited<ReturnType<typeof findPlace>>>;

export const findPlace = (db: Db, id: PlaceId) => places(db).where('place.id', '=', id).executeTakeFirst();

export const lockPlace = (trx: Trx, id: PlaceId) =>
  trx.selectFrom('place').select(['region_code', 'revision']).where('id', '=', id).forUpdate().executeTakeFirst();

export const findAllPlaces = (db: Db) => places(db).orderBy('place.id').execute();

export const hasPlaces = async (db: Db): Promise<boolean> =>
  (await db.selectFrom('place').select('id').limit(1).executeTakeFirst()) !== undefined;

export interface PlaceFilter {
  /** With what lies below them. */
  readonly scopes: readonly RegionCode[];
  /** These alone. */
  readonly above: readonly RegionCode[];
  readonly kind?: PlaceKind | undefined;
  readonly text?: string | undefined;
  readonly offset: number;
  readonly limit: number;
}

export async function pageOfPlaces(db: Db, { scopes, above, kind, text, offset, limit }: PlaceFilter) {
  let query = places(db).where(
    sql<boolean>`(${withinAny(sql.ref('place.region_code'), scopes)} or place.region_code = any(${above}::text[]))`,
  );
  if (kind) query = query.where('place.kind', '=', kind);
  if (text) query = query.where(sql<boolean>`position(${text} in place.name || ' ' || place.address) > 0`);
  const { total } = await query.clearSelect().select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow();
  const rows = await query
    .orderBy(sql`(${withinAny(sql.ref('place.region_code'), scopes)})`, 'desc')
    .orderBy('place.region_code')
    .orderBy('place.name')
    .orderBy('place.id')
    .offset(offset)
    .limit(limit)
    .execute();
  return { rows, total };
}

export const regionExists = async (db: Db, code: RegionCode): Promise<boolean> =>
  (await db.selectFrom('region').select('code').where('code', '=', code).executeTakeFirst()) !== undefined;

const valuesOf = ({ region, position, hours, ...rest }: PlaceInput) => ({
  ...rest,
  region_code: region,
  hours: hours && JSON.stringify(hours),
  lat: position?.lat ?? null,
  lon: position?.lon ?? null,
});

export const insertPlace = (trx: Trx, id: PlaceId, input: PlaceInput, at: Instant) =>
  trx
    .insertInto('place')
    .values({ ...valuesOf(input), id, revision: 1, updated_at: at })
    .execute();

export const updatePlace = (trx: Trx, id: PlaceId, input: PlaceInput, revision: number, at: Instant) =>
  trx
    .updateTable('place')
    .set({ ...valuesOf(input), revision, updated_at: at })
    .where('id', '=', id)
    .execute();

export const deletePlace = (trx: Trx, id: PlaceId) => trx.deleteFrom('place').where('id', '=', id).execute();
