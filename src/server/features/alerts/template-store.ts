// Templates of alerts in SQL: a row for each version.
import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { TemplateState } from '../../../contract/alert-templates.ts';
import type { AlertTemplateId } from '../../../contract/ids.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import type { Database } from '../../store/schema.ts';
import { withinAny } from '../../store/scope.ts';

type Db = Kysely<Database> | Transaction<Database>;

const select = (db: Db) =>
  db
    .selectFrom('alert_template')
    .innerJoin('staff as author', 'author.id', 'author_id')
    .leftJoin('staff as approver', 'approver.id', 'approver_id')
    .selectAll('alert_template')
    .select(['author.name as author_name', 'approver.name as approver_name']);

/** Of the regions, those above them and those within them; without those out of use unless asked for. */
export const findTemplates = (
  db: Db,
  scopes: readonly RegionCode[],
  above: readonly RegionCode[],
  state: TemplateState | undefined,
) =>
  select(db)
    .where((eb) => eb.or([eb('region_code', 'in', above), withinAny(sql.ref('region_code'), scopes)]))
    .where((eb) => (state ? eb('state', '=', state) : eb('state', '!=', 'retired')))
    .orderBy('alert_template.name')
    .orderBy('version')
    .execute();

export const findVersion = (db: Db, id: AlertTemplateId, version: number) =>
  select(db).where('alert_template.id', '=', id).where('version', '=', version).executeTakeFirst();

export type TemplateRow = NonNullable<Awaited<ReturnType<typeof findVersion>>>;

/** Holds all versions until the transaction ends; oldest first. */
export const lockVersions = (trx: Transaction<Database>, id: AlertTemplateId) =>
  trx.selectFrom('alert_template').selectAll().where('id', '=', id).orderBy('version').forUpdate().execute();

type Insert = Omit<TemplateRow, 'author_name' | 'approver_name' | 'text' | 'instructions'> & {
  text: string;
  instructions: string;
};

export const insertVersion = (trx: Transaction<Database>, row: Insert) =>
  trx.insertInto('alert_template').values(row).execute();

export const setState = (
  trx: Transaction<Database>,
  id: AlertTemplateId,
  version: number,
  change: Partial<Pick<TemplateRow, 'state' | 'approver_id' | 'updated_at'>>,
) => trx.updateTable('alert_template').set(change).where('id', '=', id).where('version', '=', version).execute();
