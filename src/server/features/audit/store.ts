// Audit rows and their chain in SQL. Rows are only ever added; a trigger chains them as they are committed.
import { type Kysely, sql, type Transaction } from 'kysely';
import type { RegionCode } from '../../../contract/regions.ts';
import type { Instant } from '../../../contract/time.ts';
import type { Link, Position } from '../../../domain/audit/chain.ts';
import type { Database } from '../../store/schema.ts';
import { withinAny } from '../../store/scope.ts';

type Db = Kysely<Database> | Transaction<Database>;

export interface AuditFilter {
  readonly scopes: readonly RegionCode[];
  readonly action?: string | undefined;
  readonly subject?: string | undefined;
  readonly offset: number;
  readonly limit: number;
}

export async function findAudit(db: Db, filter: AuditFilter) {
  let query = db
    .selectFrom('audit')
    .where((eb) => eb.or([eb('region_code', 'is', null), withinAny(sql.ref('region_code'), filter.scopes)]));
  if (filter.action) query = query.where('action', '=', filter.action);
  if (filter.subject) query = query.where('subject', '=', filter.subject);
  const { total } = await query.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await query
    .leftJoin('audit_link', 'audit_id', 'audit.id')
    .select(['id', 'link', 'at', 'who', 'action', 'subject', 'region_code', 'detail'])
    .orderBy('id', 'desc')
    .offset(filter.offset)
    .limit(filter.limit)
    .execute();
  return { rows, total };
}

export const findBySubject = (db: Db, subject: string) =>
  db
    .selectFrom('audit')
    .select(['at', 'who', 'action', 'detail'])
    .where('subject', '=', subject)
    .orderBy('id')
    .execute();

export const findLatest = (db: Db, subject: string) =>
  db
    .selectFrom('audit')
    .select('detail')
    .where('subject', '=', subject)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();

export interface Ends {
  /** Null: the row that keeps it is gone. */
  readonly head: Position | null;
  /** The highest link there is, 0 for none. */
  readonly link: number;
  /** The highest id of a row, 0 for none. */
  readonly row: number;
  /** The number of the last seal, 0 for none. */
  readonly seal: number;
}

/** Where chain, log and seals end, all at one moment. */
export async function findEnds(db: Db): Promise<Ends> {
  const { rows } = await sql<{ head_link: number | null; head_hash: string; link: number; row: number; seal: number }>`
    select audit_head.link as head_link, audit_head.hash as head_hash,
      (select coalesce(max(link), 0) from audit_link) as link, (select coalesce(max(id), 0) from audit) as row,
      (select coalesce(max(number), 0) from audit_seal) as seal
    from (select) as one left join audit_head on true`.execute(db);
  const [found] = rows;
  if (!found) throw new Error('a row without a table is always one');
  const { head_link, head_hash, link, row, seal } = found;
  return { head: head_link === null ? null : { link: head_link, hash: head_hash }, link, row, seal };
}

/** The links after one, up to and with `to`, each with its row as text. */
export async function findLinks(db: Db, range: { after: number; to: number; limit: number }): Promise<Link[]> {
  const rows = await db
    .selectFrom('audit_link')
    .leftJoin('audit', 'audit.id', 'audit_id')
    .select(['link', 'hash', sql<string | null>`audit.id::text`.as('id'), 'who', 'action', 'subject'])
    .select([
      sql<string>`(extract(epoch from at) * 1000000)::bigint::text`.as('at'),
      sql<string>`staff_id::text`.as('staff'),
      sql<string>`region_code`.as('region'),
      sql<string>`detail::text`.as('detail'),
    ])
    .where('link', '>', range.after)
    .where('link', '<=', range.to)
    .orderBy('link')
    .limit(range.limit)
    .execute();
  return rows.map(({ link, hash, id, who, action, subject, ...row }) => ({
    link,
    hash,
    row: id === null ? null : { ...row, id, who: who ?? '', action: action ?? '', subject: subject ?? '' },
  }));
}

/** The next rows by id, up to and with `to`: the last of them, and the first that has no link. Both null: there are none. */
export async function findUnlinked(db: Db, range: { after: number; to: number; limit: number }) {
  const { rows } = await sql<{ last: number | null; unlinked: number | null }>`
    select max(id) as last, min(id) filter (where link is null) as unlinked
    from (
      select id from audit where id > ${range.after} and id <= ${range.to} order by id limit ${range.limit}
    ) as piece left join audit_link on audit_id = id`.execute(db);
  return rows[0] ?? { last: null, unlinked: null };
}

export interface Seal {
  /** From 1, without holes: a seal that was taken away is missed. */
  readonly number: number;
  readonly link: number;
  readonly hash: string;
  readonly at: Instant;
  readonly mac: string;
}

/** Seals of links after one, up to and with `to`, no newer than number `last`. */
export const findSeals = (db: Db, range: { after: number; to: number; last: number }): Promise<Seal[]> =>
  db
    .selectFrom('audit_seal')
    .selectAll()
    .where('link', '>', range.after)
    .where('link', '<=', range.to)
    .where('number', '<=', range.last)
    .orderBy('link')
    .orderBy('number')
    .execute();

export const findSeal = (db: Db, number: number): Promise<Seal | undefined> =>
  db.selectFrom('audit_seal').selectAll().where('number', '=', number).executeTakeFirst();

export const findLastSeal = (db: Db): Promise<Seal | undefined> =>
  db.selectFrom('audit_seal').selectAll().orderBy('number', 'desc').limit(1).executeTakeFirst();

/** To the end of the transaction nothing is chained. */
export const lockHead = (trx: Transaction<Database>): Promise<Position | undefined> =>
  trx.selectFrom('audit_head').select(['link', 'hash']).forUpdate().executeTakeFirst();

export const findHash = (db: Db, link: number) =>
  db.selectFrom('audit_link').select('hash').where('link', '=', link).executeTakeFirst();

export const insertSeal = (trx: Transaction<Database>, seal: Seal) =>
  trx.insertInto('audit_seal').values(seal).execute();
