// Wrong guesses of codes, counted by where they come from.
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Instant } from '../../contract/time.ts';
import type { Database } from './schema.ts';

type Db = Kysely<Database> | Transaction<Database>;

/** Counts a guess before it is looked at, so that many at once are all counted; the count within the window. */
export async function countGuess(db: Db, source: string, now: Instant, windowStart: Instant): Promise<number> {
  const { wrong } = await db
    .insertInto('guess')
    .values({ source, wrong: 1, since: now })
    .onConflict((conflict) =>
      conflict.column('source').doUpdateSet({
        wrong: sql`case when guess.since < ${windowStart} then 1 else guess.wrong + 1 end`,
        since: sql`case when guess.since < ${windowStart} then ${now}::timestamptz else guess.since end`,
      }),
    )
    .returning('wrong')
    .executeTakeFirstOrThrow();
  return wrong;
}

/** It was right after all. */
export const takeBackGuess = (db: Db, sources: readonly string[]) =>
  db.updateTable('guess').set({ wrong: sql`greatest(wrong - 1, 0)` }).where('source', 'in', sources).execute();
