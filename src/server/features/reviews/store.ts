// Rules of review, words and deputies in SQL.
import { type Kysely, sql, type Transaction } from 'kysely';
import type { ReviewStep } from '../../../contract/approvals.ts';
import type { DeputyId, StaffId } from '../../../contract/ids.ts';
import type { NoticeCategory } from '../../../contract/notices.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import type { ReviewWord } from '../../../contract/reviews.ts';
import type { Day, Instant } from '../../../contract/time.ts';
import { foldWord } from '../../../domain/review/words.ts';
import type { Database } from '../../store/schema.ts';

type Db = Kysely<Database> | Transaction<Database>;

/** The rules set in any of the regions, with who set them. */
export const findRules = (db: Db, regions: readonly RegionCode[]) =>
  db
    .selectFrom('review_rule')
    .innerJoin('staff', 'staff.id', 'review_rule.staff_id')
    .innerJoin('region', 'region.code', 'review_rule.region_code')
    .select([
      'region_code as region',
      'category',
      'step',
      'level',
      'hours',
      'reason',
      'at',
      'staff.name as by',
      'region.short_name as regionName',
    ])
    .where(sql<boolean>`region_code = any(${regions}::text[])`)
    .execute();

/** Every rule there is: for finding out what waits for whom. */
export const findAllRules = (db: Db) =>
  db.selectFrom('review_rule').select(['region_code as region', 'category', 'step', 'level', 'hours']).execute();

interface Cell {
  readonly region: RegionCode;
  readonly category: NoticeCategory;
  readonly step: ReviewStep;
}

export const putRule = (
  trx: Transaction<Database>,
  { region, ...row }: Cell & Pick<Database['review_rule'], 'level' | 'hours' | 'staff_id' | 'reason' | 'at'>,
) =>
  trx
    .insertInto('review_rule')
    .values({ ...row, region_code: region })
    .onConflict((conflict) => conflict.columns(['region_code', 'category', 'step']).doUpdateSet(row))
    .execute();

export const deleteRule = (trx: Transaction<Database>, { region, category, step }: Cell) =>
  trx
    .deleteFrom('review_rule')
    .where('region_code', '=', region)
    .where('category', '=', category)
    .where('step', '=', step)
    .execute();

export const findWords = (db: Db) =>
  db.selectFrom('review_word').select(['word', 'level', 'note']).orderBy('word').execute();

export const putWords = (trx: Transaction<Database>, words: readonly ReviewWord[]) =>
  trx
    .insertInto('review_word')
    .values(words.map((each) => ({ ...each, folded: foldWord(each.word) })))
    .onConflict((conflict) =>
      conflict.column('folded').doUpdateSet((eb) => ({
        word: eb.ref('excluded.word'),
        level: eb.ref('excluded.level'),
        note: eb.ref('excluded.note'),
      })),
    )
    .execute();

export const deleteWords = (trx: Transaction<Database>, words: readonly string[]) =>
  trx.deleteFrom('review_word').where('folded', 'in', words.map(foldWord)).execute();

const deputies = (db: Db) =>
  db
    .selectFrom('deputy')
    .innerJoin('staff as absent', 'absent.id', 'deputy.for_id')
    .innerJoin('staff as present', 'present.id', 'deputy.by_id')
    .select([
      'deputy.id',
      'for_id',
      'absent.name as for_name',
      'by_id',
      'present.name as by_name',
      'from_day',
      'to_day',
      'reason',
      'ended_at',
    ]);

export type DeputyRow = Awaited<ReturnType<typeof findDeputies>>[number];

/** Newest first; those that are long over are left to the audit. */
export const findDeputies = (db: Db, since: Day) =>
  deputies(db).where('to_day', '>=', since).orderBy('from_day', 'desc').orderBy('deputy.id').execute();

export const findDeputy = (db: Db, id: DeputyId) => deputies(db).where('deputy.id', '=', id).executeTakeFirst();

/** Whom a person stands in for on a day. */
export const findStoodInFor = (db: Db, by: StaffId, day: Day) =>
  db
    .selectFrom('deputy')
    .innerJoin('staff', 'staff.id', 'deputy.for_id')
    .select(['staff.id', 'staff.name'])
    .distinct()
    .where('by_id', '=', by)
    .where('from_day', '<=', day)
    .where('to_day', '>=', day)
    .where('ended_at', 'is', null)
    .execute();

export const insertDeputy = (trx: Transaction<Database>, row: Omit<Database['deputy'], 'ended_at'>) =>
  trx
    .insertInto('deputy')
    .values({ ...row, ended_at: null })
    .execute();

export const endDeputy = (trx: Transaction<Database>, id: DeputyId, at: Instant) =>
  trx.updateTable('deputy').set({ ended_at: at }).where('id', '=', id).where('ended_at', 'is', null).executeTakeFirst();
