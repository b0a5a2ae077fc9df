// Guides in SQL: their revisions, who wrote them, what was looked up.
import { type Kysely, type SelectQueryBuilder, sql, type Transaction } from 'kysely';
import type { Department } from '../../../contract/departments.ts';
import type { GuideState } from '../../../contract/guide-calls.ts';
import type { GuideInput, GuideNumber } from '../../../contract/guides.ts';
import type { StaffId } from '../../../contract/ids.ts';
import type { Day, Instant } from '../../../contract/time.ts';
import type { Database } from '../../store/schema.ts';

type Db = Kysely<Database> | Transaction<Database>;
type Trx = Transaction<Database>;

/** With the content of its newest revision, and when what the boxes have was checked. */
const guides = (db: Db) =>
  db
    .selectFrom('guide')
    .innerJoin('guide_revision as newest', (join) =>
      join.onRef('newest.number', '=', 'guide.number').onRef('newest.revision', '=', 'guide.revision'),
    )
    .leftJoin('guide_revision as carried', (join) =>
      join.onRef('carried.number', '=', 'guide.number').onRef('carried.revision', '=', 'guide.published'),
    )
    .leftJoin('staff as author', 'author.id', 'guide.author_id')
    .select([
      'guide.number',
      'guide.department',
      'guide.state',
      'guide.revision',
      'guide.published',
      'guide.author_id',
      'author.name as author_name',
      'guide.updated_at',
      'newest.content',
      sql<Day | null>`carried.content ->> 'checkedOn'`.as('carried_checked_on'),
    ]);

export type GuideRow = NonNullable<Awaited<ReturnType<typeof findGuide>>>;

export const findGuide = (db: Db, number: GuideNumber) =>
  guides(db).where('guide.number', '=', number).executeTakeFirst();

export const findGuides = (db: Db, departments: readonly Department[]): Promise<GuideRow[]> =>
  guides(db).where(sql<boolean>`guide.department = any(${departments}::text[])`).orderBy('guide.number').execute();

/** What all other guides are called. */
export const findNeighbours = (db: Db, number: GuideNumber) =>
  db
    .selectFrom('guide')
    .innerJoin('guide_revision', (join) =>
      join.onRef('guide_revision.number', '=', 'guide.number').onRef('guide_revision.revision', '=', 'guide.revision'),
    )
    .select([
      'guide.number',
      sql<string>`content ->> 'name'`.as('name'),
      sql<string[]>`content -> 'aliases'`.as('aliases'),
    ])
    .where('guide.number', '!=', number)
    .orderBy('guide.number')
    .execute();

export const lockGuide = (trx: Trx, number: GuideNumber) =>
  trx.selectFrom('guide').select('number').where('number', '=', number).forUpdate().executeTakeFirst();

export const isEmpty = async (db: Db): Promise<boolean> =>
  (await db.selectFrom('guide').select('number').limit(1).executeTakeFirst()) === undefined;

export interface GuideFilter {
  readonly departments: readonly Department[];
  readonly state?: GuideState | undefined;
  readonly text?: string | undefined;
  /** On the boxes, and last checked on this day or before. */
  readonly checkedUntil?: Day | undefined;
  /** On the boxes, and never confirmed. */
  readonly isUnverified?: boolean | undefined;
  /** No hand in what is not published yet. */
  readonly notWrittenBy?: StaffId | undefined;
  readonly offset: number;
  readonly limit: number;
}

export async function pageOfGuides(db: Db, filter: GuideFilter) {
  let query = guides(db).where(sql<boolean>`guide.department = any(${filter.departments}::text[])`);
  const { state, text, checkedUntil, isUnverified, notWrittenBy } = filter;
  if (state) query = query.where('guide.state', '=', state);
  if (text)
    query = query.where(
      sql<boolean>`strpos(newest.content ->> 'name', ${text}) > 0 or starts_with(guide.number, ${text})`,
    );
  if (checkedUntil) query = query.where(sql<boolean>`carried.content ->> 'checkedOn' <= ${checkedUntil}`);
  if (isUnverified) query = query.where(sql<boolean>`carried.content -> 'verified' = 'false'`);
  if (notWrittenBy)
    query = query.where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('guide_writer')
            .select('staff_id')
            .whereRef('guide_writer.number', '=', 'guide.number')
            .where('staff_id', '=', notWrittenBy),
        ),
      ),
    );
  const { total } = await countOf(query);
  const rows = await query.orderBy('guide.number').offset(filter.offset).limit(filter.limit).execute();
  return { rows, total };
}

const countOf = <DB, TB extends keyof DB>(query: SelectQueryBuilder<DB, TB, unknown>) =>
  query
    .clearSelect()
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();

export const findContent = (db: Db, number: GuideNumber, revision: number) =>
  db
    .selectFrom('guide_revision')
    .select(['revision', 'content'])
    .where('number', '=', number)
    .where('revision', '=', revision)
    .executeTakeFirst();

/** Newest first. */
export const findVersions = (db: Db, number: GuideNumber) =>
  db
    .selectFrom('guide_revision')
    .leftJoin('staff', 'staff.id', 'guide_revision.by_id')
    .select(['revision', 'at', 'staff.name as by', 'action', 'reason'])
    .where('number', '=', number)
    .orderBy('revision', 'desc')
    .execute();

/** As boxes carry them. */
const published = (db: Db) =>
  db
    .selectFrom('guide')
    .innerJoin('guide_revision', (join) =>
      join.onRef('guide_revision.number', '=', 'guide.number').onRef('guide_revision.revision', '=', 'guide.published'),
    )
    .select(['content', 'at']);

/** By number. */
export const findPublished = (db: Db, departments: readonly Department[]) =>
  published(db).where(sql<boolean>`department = any(${departments}::text[])`).orderBy('guide.number').execute();

export const findPublishedGuide = (db: Db, number: GuideNumber) =>
  published(db).where('guide.number', '=', number).executeTakeFirst();

/** False where the number is taken. */
export async function insertGuide(trx: Trx, row: Database['guide']): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('guide')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export const updateGuide = (
  trx: Trx,
  number: GuideNumber,
  change: Partial<Pick<Database['guide'], 'state' | 'revision' | 'published' | 'author_id' | 'updated_at'>>,
) => trx.updateTable('guide').set(change).where('number', '=', number).execute();

interface NewRevision {
  readonly number: GuideNumber;
  readonly revision: number;
  readonly content: GuideInput;
  readonly action: string;
  readonly by_id: StaffId | null;
  readonly at: Instant;
}

export const insertRevision = (trx: Trx, { content, ...row }: NewRevision) =>
  trx
    .insertInto('guide_revision')
    .values({ ...row, content: JSON.stringify(content), reason: null })
    .execute();

/** Published as they come, all in two statements. */
export async function insertPublished(trx: Trx, contents: readonly GuideInput[], at: Instant): Promise<void> {
  if (contents.length === 0) return;
  const first = { revision: 1, at, by_id: null, reason: null, action: 'published' } as const;
  await trx
    .insertInto('guide')
    .values(
      contents.map(({ number, department }) => ({
        number,
        department,
        state: 'published' as const,
        revision: 1,
        published: 1,
        author_id: null,
        updated_at: at,
      })),
    )
    .execute();
  await trx
    .insertInto('guide_revision')
    .values(contents.map((content) => ({ ...first, number: content.number, content: JSON.stringify(content) })))
    .execute();
}

/** What was done last with a revision. */
export const markRevision = (
  trx: Trx,
  number: GuideNumber,
  revision: number,
  done: { action: string; by_id: StaffId; at: Instant; reason: string | null },
) =>
  trx.updateTable('guide_revision').set(done).where('number', '=', number).where('revision', '=', revision).execute();

export async function findWriters(db: Db, number: GuideNumber): Promise<StaffId[]> {
  const rows = await db.selectFrom('guide_writer').select('staff_id').where('number', '=', number).execute();
  return rows.map(({ staff_id }) => staff_id);
}

export const addWriter = (trx: Trx, number: GuideNumber, staff: StaffId) =>
  trx
    .insertInto('guide_writer')
    .values({ number, staff_id: staff })
    .onConflict((conflict) => conflict.doNothing())
    .execute();

export const clearWriters = (trx: Trx, number: GuideNumber) =>
  trx.deleteFrom('guide_writer').where('number', '=', number).execute();

interface Span {
  readonly from: Day;
  readonly to: Day;
  readonly departments: readonly Department[];
}

const lookups = (db: Db, { from, to, departments }: Span) =>
  db
    .selectFrom('guide_lookup')
    .innerJoin('guide', 'guide.number', 'guide_lookup.number')
    .where('day', '>=', from)
    .where('day', '<=', to)
    .where(sql<boolean>`department = any(${departments}::text[])`);

export const findLookupsByDay = (db: Db, span: Span) =>
  lookups(db, span)
    .select(['day', sql<number>`sum(times)::int`.as('times')])
    .groupBy('day')
    .orderBy('day')
    .execute();

export const findLookupsByGuide = (db: Db, span: Span) =>
  lookups(db, span)
    .innerJoin('guide_revision', (join) =>
      join.onRef('guide_revision.number', '=', 'guide.number').onRef('guide_revision.revision', '=', 'guide.revision'),
    )
    .select([
      'guide.number',
      'department',
      sql<string>`content ->> 'name'`.as('name'),
      sql<number>`sum(times)::int`.as('times'),
    ])
    .groupBy(['guide.number', 'department', sql`content ->> 'name'`])
    .orderBy('times', 'desc')
    .orderBy('guide.number')
    .execute();

export const findMissed = (db: Db, { from, to, most }: { from: Day; to: Day; most: number }) =>
  db
    .selectFrom('guide_missed')
    .select(['digits', sql<number>`sum(times)::int`.as('times')])
    .where('day', '>=', from)
    .where('day', '<=', to)
    .groupBy('digits')
    .orderBy('times', 'desc')
    .orderBy('digits')
    .limit(most)
    .execute();
