// Senders of warnings, their documents, and the numbers of our own messages, in SQL.
import { type Kysely, sql, type Transaction } from 'kysely';
import type { CapState } from '../../../contract/cap-calls.ts';
import type { AlertId, CapMessageId, CapSenderId } from '../../../contract/ids.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import type { Day, Instant } from '../../../contract/time.ts';
import type { Reference } from '../../../domain/cap/warning.ts';
import type { CapMessageTable, CapSenderTable } from '../../store/schema/alerts.ts';
import type { Database } from '../../store/schema.ts';
import { withinAny } from '../../store/scope.ts';

type Db = Kysely<Database> | Transaction<Database>;
export type SenderRow = Awaited<ReturnType<typeof findSender>> & object;

const senders = (db: Db) =>
  db
    .selectFrom('cap_sender')
    .innerJoin('region', 'region.code', 'cap_sender.authority')
    .selectAll('cap_sender')
    .select('region.short_name as authority_name');

export const findSender = (db: Db, id: CapSenderId) => senders(db).where('id', '=', id).executeTakeFirst();
export const findByToken = (db: Db, hash: string) =>
  senders(db).where('token_hash', '=', hash).where('active', '=', true).executeTakeFirst();
export const findByIdentity = (db: Db, identity: string) =>
  senders(db).where('identity', '=', identity).executeTakeFirst();

export const findSenders = (db: Db, scopes: readonly RegionCode[]) =>
  senders(db)
    .select((eb) =>
      eb
        .selectFrom('cap_message')
        .whereRef('cap_message.sender_id', '=', 'cap_sender.id')
        .select((inner) => inner.fn.max('at').as('at'))
        .as('last_at'),
    )
    .where(withinAny(sql.ref('authority'), scopes))
    .orderBy('cap_sender.name')
    .orderBy('cap_sender.id')
    .execute();

type SenderColumns = Partial<Omit<CapSenderTable, 'id' | 'active'> & { active: boolean }>;

export const insertSender = (trx: Transaction<Database>, row: Omit<CapSenderTable, 'active'>) =>
  trx.insertInto('cap_sender').values(row).execute();
export const updateSender = (db: Db, id: CapSenderId, change: SenderColumns) =>
  db.updateTable('cap_sender').set(change).where('id', '=', id).execute();

/** Held until the transaction ends: a sender's documents are decided one after another. */
export const lockSender = (trx: Transaction<Database>, id: CapSenderId) =>
  trx.selectFrom('cap_sender').select('id').where('id', '=', id).forUpdate().execute();

/** Takes those whose time has come, each for one process alone. */
export async function claimDue(db: Db, now: Instant): Promise<SenderRow[]> {
  const taken = await db
    .updateTable('cap_sender')
    .set({ polled_at: now })
    .where('active', '=', true)
    .where('poll_url', 'is not', null)
    .where(sql<boolean>`(polled_at is null or polled_at + poll_seconds * interval '1 second' <= ${now}::timestamptz)`)
    .returning('id')
    .execute();
  if (taken.length === 0) return [];
  return senders(db)
    .where(
      'id',
      'in',
      taken.map(({ id }) => id),
    )
    .execute();
}

export const findByBytes = (db: Db, sender: CapSenderId | null, sha256: string) =>
  messages(db)
    .where('cap_message.sender_id', sender === null ? 'is' : '=', sender)
    .where('sha256', '=', sha256)
    .executeTakeFirst();

export const findAccepted = (db: Db, sender: CapSenderId, identifier: string, sentAt: Instant) =>
  db
    .selectFrom('cap_message')
    .select('id')
    .where('sender_id', '=', sender)
    .where('identifier', '=', identifier)
    .where('sent_at', '=', sentAt)
    .where('state', '<>', 'refused')
    .executeTakeFirst();

/** The newest of the messages referred to that was taken from this sender, with the alert it made or changed, if it did. */
export async function findReferred(db: Db, sender: CapSenderId, references: readonly Reference[]) {
  if (references.length === 0) return undefined;
  return db
    .selectFrom('cap_message')
    .select('alert_id')
    .where('sender_id', '=', sender)
    .where('state', '<>', 'refused')
    .where((eb) =>
      eb.or(
        references.map(({ identifier, sentAt }) =>
          eb.and([eb('identifier', '=', identifier), ...(sentAt === null ? [] : [eb('sent_at', '=', sentAt)])]),
        ),
      ),
    )
    .orderBy('sent_at', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** The same bytes again are the same row; it keeps its id and tells the newest outcome. */
export async function upsertMessage(trx: Transaction<Database>, row: CapMessageTable): Promise<CapMessageTable> {
  const { id: _, ...change } = row;
  const { id } = await trx
    .insertInto('cap_message')
    .values(row)
    .onConflict((conflict) => conflict.columns(['sender_id', 'sha256']).doUpdateSet(change))
    .returning('id')
    .executeTakeFirstOrThrow();
  return { ...row, id };
}

/** Whoever sends nothing but rubbish keeps so many of it and no more. */
export const dropRefused = (trx: Transaction<Database>, sender: CapSenderId | null, keep: number) =>
  trx
    .deleteFrom('cap_message')
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('cap_message')
        .select('id')
        .where('state', '=', 'refused')
        .where('sender_id', sender === null ? 'is' : '=', sender)
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .offset(keep),
    )
    .execute();

const messages = (db: Db) =>
  db
    .selectFrom('cap_message')
    .leftJoin('cap_sender', 'cap_sender.id', 'cap_message.sender_id')
    .select([
      'cap_message.id',
      'cap_message.at',
      'cap_sender.name as sender',
      'format',
      'identifier',
      'title',
      'state',
      'reason',
      'detail',
      'alert_id',
    ]);

export type MessageRow = Awaited<ReturnType<typeof findByBytes>> & object;

export async function pageOfMessages(
  db: Db,
  filter: { scopes: readonly RegionCode[]; state?: CapState | undefined; offset: number; limit: number },
) {
  let query = messages(db).where((eb) =>
    eb.or([eb('sender_id', 'is', null), withinAny(sql.ref('authority'), filter.scopes)]),
  );
  if (filter.state) query = query.where('state', '=', filter.state);
  const { total } = await query
    .clearSelect()
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await query
    .orderBy('cap_message.at', 'desc')
    .orderBy('cap_message.id', 'desc')
    .offset(filter.offset)
    .limit(filter.limit)
    .execute();
  return { rows, total };
}

export const findMessage = (db: Db, id: CapMessageId, scopes: readonly RegionCode[]) =>
  messages(db)
    .select('document')
    .where('cap_message.id', '=', id)
    .where((eb) => eb.or([eb('sender_id', 'is', null), withinAny(sql.ref('authority'), scopes)]))
    .executeTakeFirst();

/** The number an alert's revision has, given at the first asking. */
export async function takeEbmNumber(trx: Transaction<Database>, alert: AlertId, revision: number, day: Day) {
  // One at a time: two that count the same day would get the same number.
  await sql`lock table ebm_number in exclusive mode`.execute(trx);
  const found = await trx
    .selectFrom('ebm_number')
    .select(['day', 'number'])
    .where('alert_id', '=', alert)
    .where('revision', '=', revision)
    .executeTakeFirst();
  if (found) return found;
  const { last } = await trx
    .selectFrom('ebm_number')
    .select((eb) => eb.fn.coalesce(eb.fn.max('number'), sql<number>`0`).as('last'))
    .where('day', '=', day)
    .executeTakeFirstOrThrow();
  const made = { day, number: last + 1 };
  await trx
    .insertInto('ebm_number')
    .values({ alert_id: alert, revision, ...made })
    .execute();
  return made;
}
