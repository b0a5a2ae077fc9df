// The feed in SQL: sequences, entries, receipts.
import { type Kysely, sql, type Transaction } from 'kysely';
import type { FeedItem, Receipt } from '../../../contract/feed.ts';
import type { BoxId, ItemId } from '../../../contract/ids.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import type { Signature } from '../../../contract/signing.ts';
import type { Instant } from '../../../contract/time.ts';
import type { Holder } from '../../push/door.ts';
import type { Database } from '../../store/schema.ts';
import { withinAny } from '../../store/scope.ts';

type Db = Kysely<Database> | Transaction<Database>;

/**
 * Takes the next number of each region. The row locks are held to the end of the transaction, so numbers become
 * visible in order and without holes; regions are locked in order, so that two publishers never wait in a ring.
 */
export function takeSequences(trx: Transaction<Database>, regions: readonly RegionCode[], at: Instant) {
  const values = [...regions].sort().map((region_code) => ({ region_code, seq: 1, at }));
  return trx
    .insertInto('feed_head')
    .values(values)
    .onConflict((conflict) => conflict.column('region_code').doUpdateSet({ seq: sql`feed_head.seq + 1`, at }))
    .returning(['region_code', 'seq'])
    .execute();
}

export const insertEntries = (
  trx: Transaction<Database>,
  heads: readonly { region_code: RegionCode; seq: number; signature: Signature }[],
  entry: { action: 'put' | 'drop'; itemId: ItemId; revision: number; item: FeedItem | null; at: Instant },
) =>
  trx
    .insertInto('feed_entry')
    .values(
      heads.map(({ region_code, seq, signature }) => ({
        region_code,
        seq,
        action: entry.action,
        item_id: entry.itemId,
        revision: entry.revision,
        valid_to: entry.item?.validTo ?? null,
        item: entry.item && JSON.stringify(entry.item),
        key_id: signature.key,
        signature: signature.value,
        at: entry.at,
      })),
    )
    .execute();

/** One parameter for all regions: a process may hear more of them than a statement takes parameters. */
export const findHeads = (db: Db, regions: readonly RegionCode[]) =>
  db.selectFrom('feed_head').selectAll().where(sql<boolean>`region_code = any(${regions}::text[])`).execute();

const ENTRY_COLUMNS = ['region_code', 'seq', 'action', 'item_id', 'revision', 'item', 'key_id', 'signature'] as const;

/** A region's entries after a sequence, in order. */
export const findAfter = (db: Db, region: RegionCode, seq: number, limit: number) =>
  db
    .selectFrom('feed_entry')
    .select(ENTRY_COLUMNS)
    .where('region_code', '=', region)
    .where('seq', '>', seq)
    .orderBy('seq')
    .limit(limit)
    .execute();

/** Of each item its latest entry in each region, where that still stands. */
export const findCurrent = (db: Db, regions: readonly RegionCode[], now: Instant) =>
  standing(db, now).where('region_code', 'in', regions).execute();

/** The same of all regions. */
export const findStanding = (db: Db, now: Instant) => standing(db, now).execute();

const standing = (db: Db, now: Instant) =>
  db
    .selectFrom('feed_entry')
    .select(ENTRY_COLUMNS)
    .where('action', '=', 'put')
    .where((eb) => eb.or([eb('valid_to', 'is', null), eb('valid_to', '>', now)]))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('feed_entry as later')
            .select('later.seq')
            .whereRef('later.item_id', '=', 'feed_entry.item_id')
            .whereRef('later.region_code', '=', 'feed_entry.region_code')
            .whereRef('later.seq', '>', 'feed_entry.seq'),
        ),
      ),
    )
    .orderBy('region_code')
    .orderBy('seq');

/** Nothing where the holder's credential is void or the box stands elsewhere. */
export const findAdmittance = (db: Db, { box, household, credentialAt }: Holder) =>
  db
    .selectFrom('box_credential')
    .innerJoin('box', 'box.id', 'box_credential.box_id')
    .select('box.id')
    .where('box_credential.box_id', '=', box)
    .where('issued_at', '=', credentialAt)
    .where('household', '=', household)
    .where('box.state', 'in', ['bound', 'authorised'])
    .executeTakeFirst();

/** Those of the holders whose credential stands, in the household they know. */
export const findAdmitted = (db: Db, holders: readonly Holder[]) =>
  db
    .selectFrom('box')
    .innerJoin('box_credential', 'box_credential.box_id', 'box.id')
    .innerJoin(
      sql<{ box: BoxId; household: RegionCode; issued: Instant }>`unnest(
        ${holders.map(({ box }) => box)}::uuid[],
        ${holders.map(({ household }) => household)}::text[],
        ${holders.map(({ credentialAt }) => credentialAt)}::timestamptz[]
      )`.as<'holder'>(sql`holder(box, household, issued)`),
      (join) => join.onRef('holder.box', '=', 'box.id'),
    )
    .select('box.id')
    .distinct()
    .whereRef('box.household', '=', sql`holder.household`)
    .whereRef('box_credential.issued_at', '=', sql`holder.issued`)
    .where('box.state', 'in', ['bound', 'authorised'])
    .execute();

/** Which of the items, in which revision, were put to one of the regions. */
export const findAddressed = (db: Db, regions: readonly RegionCode[], items: readonly ItemId[]) =>
  db
    .selectFrom('feed_entry')
    .select(['item_id', 'revision'])
    .distinct()
    .where('region_code', 'in', regions)
    .where('action', '=', 'put')
    .where('item_id', 'in', items)
    .execute();

export const insertReceipts = (db: Db, box: BoxId, receipts: readonly Receipt[]) =>
  db
    .insertInto('receipt')
    .values(receipts.map(({ item, reason = null, ...receipt }) => ({ ...receipt, reason, item_id: item, box_id: box })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();

export const countRefused = async (db: Db, box: BoxId): Promise<number> => {
  const { n } = await db
    .selectFrom('receipt')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('box_id', '=', box)
    .where('step', '=', 'refused')
    .executeTakeFirstOrThrow();
  return n;
};

/** Boxes of a region by how far they reported to have come; who read an item has rendered and received it as well. */
export const countReceipts = (db: Db, item: ItemId, revision: number, region: RegionCode) =>
  db
    .selectFrom('receipt')
    .innerJoin('box', 'box.id', 'receipt.box_id')
    .select([
      sql<number>`count(distinct box_id)`.as('received'),
      sql<number>`count(distinct box_id) filter (where step in ('rendered', 'read'))`.as('rendered'),
      sql<number>`count(distinct box_id) filter (where step = 'read')`.as('read'),
    ])
    .where('item_id', '=', item)
    .where('revision', '=', revision)
    .where('step', '!=', 'refused')
    .where(withinAny(sql.ref('box.household'), [region]))
    .executeTakeFirstOrThrow();
