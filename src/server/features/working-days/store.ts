// The district's working days in SQL: a row for each year that is known.
import type { Kysely, Transaction } from 'kysely';
import type { Instant } from '../../../contract/time.ts';
import type { CalendarYear } from '../../../domain/time/district-calendar.ts';
import type { Database } from '../../store/schema.ts';

type Db = Kysely<Database> | Transaction<Database>;
type Trx = Transaction<Database>;

export const findYears = (db: Db) => db.selectFrom('working_year').select(['year', 'changes']).execute();

export const findYear = (db: Db, year: number) =>
  db.selectFrom('working_year').select(['changes', 'revision']).where('year', '=', year).executeTakeFirst();

/** False: it is there already. */
export async function insertYear(trx: Trx, { year, changes }: CalendarYear, at: Instant): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('working_year')
    .values({ year, revision: 1, changes: JSON.stringify(changes), updated_at: at })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirstOrThrow();
  return Number(numInsertedOrUpdatedRows) > 0;
}

/** False: it is at another revision than `before`. */
export async function updateYear(
  trx: Trx,
  { year, changes }: CalendarYear,
  before: number,
  at: Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('working_year')
    .set({ changes: JSON.stringify(changes), revision: before + 1, updated_at: at })
    .where('year', '=', year)
    .where('revision', '=', before)
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows) > 0;
}
