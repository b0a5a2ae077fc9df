// What requests go by, in SQL: categories, routing, ready words for answers.
import { type Kysely, sql, type Transaction } from 'kysely';
import type { RegionCode } from '../../../contract/regions.ts';
import type { AnswerTemplate } from '../../../contract/request-settings.ts';
import type { CategoryCode, Handler, RequestCategory } from '../../../contract/requests.ts';
import type { Instant } from '../../../contract/time.ts';
import type { HandlerKey } from '../../store/schema/requests.ts';
import type { Database } from '../../store/schema.ts';

type Db = Kysely<Database> | Transaction<Database>;
type Trx = Transaction<Database>;

export const findCategory = (db: Db, code: CategoryCode) =>
  db.selectFrom('request_category').select(['content', 'revision']).where('code', '=', code).executeTakeFirst();

/** In their order. */
export const findCategories = (db: Db) =>
  db.selectFrom('request_category').select(['content', 'revision']).orderBy('position').orderBy('code').execute();

export const hasCategories = async (db: Db): Promise<boolean> =>
  (await db.selectFrom('request_category').select('code').limit(1).executeTakeFirst()) !== undefined;

export async function putCategory(trx: Trx, category: RequestCategory, revision: number, at: Instant): Promise<void> {
  const { code, order: position, active } = category;
  const row = { revision, position, active, content: JSON.stringify(category), updated_at: at };
  await trx
    .insertInto('request_category')
    .values({ code, ...row })
    .onConflict((conflict) => conflict.column('code').doUpdateSet(row))
    .execute();
}

/** Of these regions alone, the most particular first. */
export const findRule = (db: Db, category: CategoryCode, regions: readonly RegionCode[]) =>
  db
    .selectFrom('request_routing')
    .select('handler')
    .where('category', '=', category)
    .where(sql<boolean>`region_code = any(${regions}::text[])`)
    .orderBy(sql`length(region_code)`, 'desc')
    .limit(1)
    .executeTakeFirst();

/** In the categories' order, the district's first. */
export const findRules = (db: Db) =>
  db
    .selectFrom('request_routing')
    .innerJoin('request_category', 'request_category.code', 'request_routing.category')
    .select(['request_routing.category', 'region_code as region', 'handler'])
    .orderBy('position')
    .orderBy('request_routing.category')
    .orderBy('region_code')
    .execute();

export interface Cell {
  readonly category: CategoryCode;
  readonly region: RegionCode;
}

export interface Rule extends Cell {
  readonly to: Handler;
}

export async function putRule(trx: Trx, { category, region, to }: Rule, at: Instant): Promise<void> {
  const row = { handler: JSON.stringify(to), updated_at: at };
  await trx
    .insertInto('request_routing')
    .values({ category, region_code: region, ...row })
    .onConflict((conflict) => conflict.columns(['category', 'region_code']).doUpdateSet(row))
    .execute();
}

export const deleteRule = (trx: Trx, { category, region }: Cell) =>
  trx.deleteFrom('request_routing').where('category', '=', category).where('region_code', '=', region).execute();

/** Those of them that exist. */
export async function findRegions(db: Db, codes: readonly RegionCode[]): Promise<RegionCode[]> {
  const rows = await db.selectFrom('region').select('code').where(sql<boolean>`code = any(${codes}::text[])`).execute();
  return rows.map(({ code }) => code);
}

export const findTemplates = (db: Db, office: HandlerKey) =>
  db.selectFrom('answer_template').select('items').where('office', '=', office).executeTakeFirst();

export async function putTemplates(
  trx: Trx,
  office: HandlerKey,
  items: readonly AnswerTemplate[],
  at: Instant,
): Promise<void> {
  const row = { items: JSON.stringify(items), updated_at: at };
  await trx
    .insertInto('answer_template')
    .values({ office, ...row })
    .onConflict((conflict) => conflict.column('office').doUpdateSet(row))
    .execute();
}
