// Broadband offers and the households that asked to be called, in SQL.
import { type Kysely, sql, type Transaction } from 'kysely';
import type { CarriedOffer, ContactState, OfferInput } from '../../../contract/broadband.ts';
import type { ContactId, OfferId, StaffId } from '../../../contract/ids.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import type { Instant } from '../../../contract/time.ts';
import type { Database } from '../../store/schema.ts';
import { withinAny } from '../../store/scope.ts';

type Db = Kysely<Database> | Transaction<Database>;
type Trx = Transaction<Database>;

const offers = (db: Db) =>
  db
    .selectFrom('offer')
    .select(['offer.id', 'offer.revision', 'offer.content', 'offer.updated_at'])
    .select([
      sql<
        RegionCode[]
      >`(select array_agg(region_code order by region_code) from offer_region where offer_id = offer.id)`.as('regions'),
      sql<string[]>`(
        select array_agg(region.short_name order by region.code)
        from offer_region join region on region.code = offer_region.region_code where offer_id = offer.id
      )`.as('region_names'),
    ]);

export type OfferRow = NonNullable<Awaited<ReturnType<typeof findOffer>>>;

export const findOffer = (db: Db, id: OfferId) => offers(db).where('offer.id', '=', id).executeTakeFirst();

export const findAllOffers = (db: Db) => offers(db).orderBy('offer.id').execute();

export const lockOffer = (trx: Trx, id: OfferId) =>
  trx.selectFrom('offer').select('id').where('id', '=', id).forUpdate().executeTakeFirst();

export const hasOffers = async (db: Db): Promise<boolean> =>
  (await db.selectFrom('offer').select('id').limit(1).executeTakeFirst()) !== undefined;

/** Offers that can be had somewhere in the scopes: in a region within them, or in one they lie in. */
export async function pageOfOffers(
  db: Db,
  given: { scopes: readonly RegionCode[]; above: readonly RegionCode[]; offset: number; limit: number },
) {
  const query = offers(db).where(
    sql<boolean>`exists (
      select from offer_region where offer_id = offer.id
      and (${withinAny(sql.ref('offer_region.region_code'), given.scopes)} or region_code = any(${given.above}::text[]))
    )`,
  );
  const { total } = await query.clearSelect().select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow();
  const rows = await query
    .orderBy(sql`offer.content ->> 'provider'`)
    .orderBy(sql`(offer.content ->> 'monthlyFee')::int`)
    .orderBy('offer.id')
    .offset(given.offset)
    .limit(given.limit)
    .execute();
  return { rows, total };
}

/** Those of the codes that no region has. */
export async function findMissingRegions(db: Db, codes: readonly RegionCode[]): Promise<RegionCode[]> {
  const rows = await db.selectFrom('region').select('code').where('code', 'in', codes).execute();
  return codes.filter((code) => !rows.some((row) => row.code === code));
}

export async function insertOffer(
  trx: Trx,
  id: OfferId,
  { regions, ...content }: OfferInput,
  at: Instant,
): Promise<void> {
  await trx
    .insertInto('offer')
    .values({ id, revision: 1, content: JSON.stringify(content), updated_at: at })
    .execute();
  await insertRegions(trx, id, regions);
}

export async function updateOffer(
  trx: Trx,
  id: OfferId,
  { regions, ...content }: OfferInput,
  revision: number,
  at: Instant,
): Promise<void> {
  await trx
    .updateTable('offer')
    .set({ revision, content: JSON.stringify(content), updated_at: at })
    .where('id', '=', id)
    .execute();
  await trx.deleteFrom('offer_region').where('offer_id', '=', id).execute();
  await insertRegions(trx, id, regions);
}

const insertRegions = (trx: Trx, offer: OfferId, regions: readonly RegionCode[]) =>
  trx
    .insertInto('offer_region')
    .values(regions.map((code) => ({ offer_id: offer, region_code: code })))
    .execute();

export const deleteOffer = (trx: Trx, id: OfferId) => trx.deleteFrom('offer').where('id', '=', id).execute();

const contacts = (db: Db) =>
  db
    .selectFrom('contact')
    .innerJoin('region as home', 'home.code', 'contact.household')
    .innerJoin('region as community', (join) => join.on(sql`community.code`, '=', sql`left(contact.household, 12)`))
    .leftJoin('staff', 'staff.id', 'contact.by_id')
    .select([
      'contact.id',
      'contact.offer',
      'contact.household',
      'contact.state',
      'contact.reason',
      'contact.asked_at',
      'contact.updated_at',
      'staff.name as by',
      'home.name as home',
      'community.short_name as community',
    ]);

export type ContactRow = NonNullable<Awaited<ReturnType<typeof findContact>>>;

export const findContact = (db: Db, id: ContactId) => contacts(db).where('contact.id', '=', id).executeTakeFirst();

export const lockContact = (trx: Trx, id: ContactId) =>
  trx.selectFrom('contact').select(['state', 'household']).where('id', '=', id).forUpdate().executeTakeFirst();

/** Those to be done by how long they have waited, those done by when. */
export async function pageOfContacts(
  db: Db,
  given: { scopes: readonly RegionCode[]; done: boolean; offset: number; limit: number },
) {
  const query = contacts(db)
    .where(withinAny(sql.ref('contact.household'), given.scopes))
    .where('contact.state', given.done ? '=' : '!=', 'closed');
  const { total } = await query.clearSelect().select(sql<number>`count(*)`.as('total')).executeTakeFirstOrThrow();
  const rows = await query
    .orderBy(given.done ? 'contact.updated_at' : 'contact.asked_at', given.done ? 'desc' : 'asc')
    .orderBy('contact.id')
    .offset(given.offset)
    .limit(given.limit)
    .execute();
  return { rows, total };
}

/** False: the household waits already. */
export async function insertContact(
  trx: Trx,
  row: { id: ContactId; offer: CarriedOffer; household: RegionCode; at: Instant },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('contact')
    .values({
      id: row.id,
      offer_id: row.offer.id,
      offer: JSON.stringify(row.offer),
      household: row.household,
      state: 'new',
      reason: null,
      by_id: null,
      asked_at: row.at,
      updated_at: row.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return Number(numInsertedOrUpdatedRows) > 0;
}

export const findWaiting = (db: Db, household: RegionCode, offer: OfferId) =>
  db
    .selectFrom('contact')
    .select('asked_at')
    .where('household', '=', household)
    .where('offer_id', '=', offer)
    .where('state', '!=', 'closed')
    .executeTakeFirst();

export const updateContact = (
  trx: Trx,
  id: ContactId,
  row: { state: ContactState; reason: string | null; by_id: StaffId; updated_at: Instant },
) => trx.updateTable('contact').set(row).where('id', '=', id).execute();
