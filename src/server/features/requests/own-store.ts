// A household's own reports in SQL.
import { sql } from 'kysely';
import type { RequestId } from '../../../contract/ids.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import type { Instant } from '../../../contract/time.ts';
import type { Db, Trx } from './store.ts';

/** A report with the case it is in, and the one that goes on where it was merged. */
const own = (db: Db) =>
  db
    .selectFrom('request_reporter as report')
    .innerJoin('request as first', 'first.id', 'report.request_id')
    .innerJoin('request as root', (join) =>
      join.on('root.id', '=', sql<RequestId>`coalesce(first.merged_into, first.id)`),
    )
    .innerJoin('request_category as category', 'category.code', 'first.category')
    .select([
      'report.id',
      'report.at',
      'report.seen',
      'first.id as first_id',
      'first.number',
      'root.id as root_id',
      // What one of the two keeps to itself, both do.
      sql<boolean>`first.privacy <> 'open' or root.privacy <> 'open'`.as('is_silent'),
      'root.state',
      'root.revision',
      'root.counts_from',
      'root.due_at',
      sql<string>`category.content ->> 'name'`.as('category'),
    ]);

export type OwnRow = Awaited<ReturnType<typeof findOwn>>[number];

export const findOwn = (db: Db, household: RegionCode, since: Instant) =>
  own(db)
    .where('report.household', '=', household)
    .where('report.at', '>=', since)
    .orderBy('report.at', 'desc')
    .execute();

export const findOwnReport = (
  db: Db,
  id: RequestId,
): Promise<(OwnRow & { household: RegionCode | null }) | undefined> =>
  own(db).select('report.household').where('report.id', '=', id).executeTakeFirst();

export const findByCodeHash = (db: Db, hash: string) => own(db).where('report.code_hash', '=', hash).executeTakeFirst();

export const markSeen = (trx: Trx, id: RequestId, revision: number) =>
  trx.updateTable('request_reporter').set({ seen: revision }).where('id', '=', id).execute();
