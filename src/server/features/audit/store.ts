// Audit rows in SQL. Rows are only ever added.
import { type Kysely, sql } from 'kysely';
import type { RegionCode } from '../../../contract/regions.ts';
import type { Database } from '../../store/schema.ts';
import { withinAny } from '../../store/scope.ts';

export interface AuditFilter {
  readonly scopes: readonly RegionCode[];
  readonly action?: string | undefined;
  readonly subject?: string | undefined;
  readonly offset: number;
  readonly limit: number;
}

export async function findAudit(db: Kysely<Database>, filter: AuditFilter) {
  let query = db
    .selectFrom('audit')
    .where((eb) => eb.or([eb('region_code', 'is', null), withinAny(sql.ref('region_code'), filter.scopes)]));
  if (filter.action) query = query.where('action', '=', filter.action);
  if (filter.subject) query = query.where('subject', '=', filter.subject);
  const { total } = await query.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await query.selectAll().orderBy('id', 'desc').offset(filter.offset).limit(filter.limit).execute();
  return { rows, total };
}

export const findBySubject = (db: Kysely<Database>, subject: string) =>
  db
    .selectFrom('audit')
    .select(['at', 'who', 'action', 'detail'])
    .where('subject', '=', subject)
    .orderBy('id')
    .execute();
