// Imports, their rows and the boxes they store, in SQL.
import { type Kysely, sql, type Transaction } from 'kysely';
import type { SmartCard } from '../../../contract/activation.ts';
import type { BoxId, ImportId } from '../../../contract/ids.ts';
import type { ImportResult } from '../../../contract/imports.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import type { Instant } from '../../../contract/time.ts';
import type { Database } from '../../store/schema.ts';
import { withinAny } from '../../store/scope.ts';

type Db = Kysely<Database> | Transaction<Database>;
type Trx = Transaction<Database>;

export type ImportEntry = Awaited<ReturnType<typeof findUnfinished>>[number];
export type ImportCounts = Readonly<Record<ImportResult, number>>;

const selectImports = (db: Db) =>
  db
    .selectFrom('import')
    .innerJoin('staff', 'staff.id', 'import.staff_id')
    .selectAll('import')
    .select('staff.name as staff_name');

/** An import is seen by those who may manage boxes wherever it reached. */
const visible = (scopes: readonly RegionCode[]) => sql<boolean>`not exists (
  select from jsonb_array_elements_text("import".scopes) as reached (code)
  where not ${withinAny(sql`(reached.code collate "C")`, scopes)})`;

export const findImport = (db: Db, id: ImportId, scopes: readonly RegionCode[]) =>
  selectImports(db).where('import.id', '=', id).where(visible(scopes)).executeTakeFirst();

export async function pageOfImports(db: Db, given: { scopes: readonly RegionCode[]; offset: number; limit: number }) {
  const { total } = await db
    .selectFrom('import')
    .where(visible(given.scopes))
    .select((eb) => eb.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const rows = await selectImports(db)
    .where(visible(given.scopes))
    .orderBy('at', 'desc')
    .orderBy('import.id', 'desc')
    .offset(given.offset)
    .limit(given.limit)
    .execute();
  return { rows, total };
}

export const findUnfinished = (db: Db) =>
  selectImports(db).where('state', 'in', ['reading', 'running']).orderBy('at').orderBy('import.id').execute();

export const findEntry = (db: Db, id: ImportId) => selectImports(db).where('import.id', '=', id).executeTakeFirst();

/** What imports since an instant were made from. */
export const findContents = (db: Db, since: Instant) =>
  db.selectFrom('import').select('content').distinct().where('at', '>=', since).execute();

export async function insertImport(
  trx: Trx,
  row: Pick<ImportEntry, 'id' | 'file' | 'dry_run' | 'content' | 'scopes' | 'staff_id' | 'at'>,
): Promise<void> {
  const { scopes, ...rest } = row;
  await trx
    .insertInto('import')
    .values({
      ...rest,
      scopes: JSON.stringify(scopes),
      state: 'reading',
      failure: null,
      rows: null,
      finished_at: null,
    })
    .execute();
}

export const startRunning = (db: Db, id: ImportId, rows: number) =>
  db
    .updateTable('import')
    .set({ state: 'running', rows })
    .where('id', '=', id)
    .where('state', '=', 'reading')
    .execute();

export const finishImport = (
  db: Db,
  id: ImportId,
  end: { state: 'done' | 'failed'; failure: string | null; at: Instant },
) =>
  db
    .updateTable('import')
    .set({ state: end.state, failure: end.failure, finished_at: end.at })
    .where('id', '=', id)
    .where('state', 'in', ['reading', 'running'])
    .execute();

/** True where the import stood at `from` rows and is moved on: of two that work on it by mistake, one gets this far. */
export async function moveOn(trx: Trx, id: ImportId, from: number, counts: ImportCounts): Promise<boolean> {
  const rows = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const { numUpdatedRows } = await trx
    .updateTable('import')
    .set((eb) => ({
      done: from + rows,
      good: eb('good', '+', counts.good),
      same: eb('same', '+', counts.same),
      duplicate: eb('duplicate', '+', counts.duplicate),
      unknown_address: eb('unknown_address', '+', counts['unknown-address']),
      malformed: eb('malformed', '+', counts.malformed),
    }))
    .where('id', '=', id)
    .where('state', '=', 'running')
    .where('done', '=', from)
    .executeTakeFirstOrThrow();
  return numUpdatedRows === 1n;
}

export type RowEntry = Database['import_row'];

export async function insertRows(trx: Trx, rows: readonly RowEntry[]): Promise<void> {
  await trx
    .insertInto('import_row')
    .columns(['import_id', 'row', 'result', 'smart_card', 'message'])
    .expression(
      sql`select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as given (import_id uuid, "row" integer, result text, smart_card text, message text)`,
    )
    .execute();
}

export async function pageOfRows(
  db: Db,
  given: { id: ImportId; result: ImportResult | undefined; offset: number; limit: number },
) {
  let query = db.selectFrom('import_row').where('import_id', '=', given.id);
  if (given.result) query = query.where('result', '=', given.result);
  const { total } = await query.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await query
    .select(['row', 'result', 'smart_card', 'message'])
    .orderBy('row')
    .offset(given.offset)
    .limit(given.limit)
    .execute();
  return { rows, total };
}

/** The first row of the import with each smart card. */
export const findRowsOfCards = (db: Db, id: ImportId, cards: readonly string[]) =>
  db
    .selectFrom('import_row')
    .select(['smart_card', (eb) => eb.fn.min('row').as('row')])
    .where('import_id', '=', id)
    .where(sql<boolean>`smart_card = any(${cards}::text[])`)
    .groupBy('smart_card')
    .execute();

/** Held until the transaction ends: an activation at the same moment waits, or is seen. */
export const lockBoxesOfCards = (trx: Trx, cards: readonly SmartCard[]) =>
  trx
    .selectFrom('box')
    .select(['id', 'smart_card', 'household', 'name', 'state', 'model', 'chip_id', 'two_way', 'hd'])
    .where(sql<boolean>`smart_card = any(${cards}::text[])`)
    .orderBy('smart_card')
    .forUpdate()
    .execute();

export interface ListedBox {
  readonly id: BoxId;
  readonly household: RegionCode;
  readonly name: string;
  readonly smart_card: SmartCard;
  readonly model: string;
  readonly chip_id: string;
  readonly two_way: boolean;
  readonly hd: boolean;
}

const LISTED = sql`(id uuid, household text, name text, smart_card text, model text, chip_id text, two_way boolean, hd boolean)`;

/** New boxes in state `listed`, each with the state row that belongs to it. */
export async function insertListed(trx: Trx, boxes: readonly ListedBox[], at: Instant): Promise<void> {
  if (boxes.length === 0) return;
  const given = JSON.stringify(boxes);
  await sql`insert into box (id, household, name, smart_card, model, chip_id, two_way, hd, state, created_at)
    select given.*, 'listed', ${at}::timestamptz from jsonb_to_recordset(${given}::jsonb) as given ${LISTED}`.execute(
    trx,
  );
  await sql`insert into box_state (box_id) select id from jsonb_to_recordset(${given}::jsonb) as given (id uuid)`.execute(
    trx,
  );
}

/** Listed boxes that the list tells something new of. */
export async function updateListed(trx: Trx, boxes: readonly ListedBox[]): Promise<void> {
  if (boxes.length === 0) return;
  await sql`update box set household = given.household, name = given.name, model = given.model,
      chip_id = given.chip_id, two_way = given.two_way, hd = given.hd
    from jsonb_to_recordset(${JSON.stringify(boxes)}::jsonb) as given ${LISTED}
    where box.id = given.id and box.state = 'listed'`.execute(trx);
}

export const findUpperPlaces = (db: Db) =>
  db
    .selectFrom('region')
    .select(['code', 'kind', 'name', 'short_name'])
    .where('kind', 'in', ['district', 'town', 'community'])
    .execute();

/** Units of the programme that are a town by another name: 永安街街道 is 永安街道. */
export const findTownAliases = (db: Db) =>
  db
    .selectFrom('programme_unit')
    .select(['statistical_code as code', 'name'])
    .where('statistical_code', 'is not', null)
    .execute();

export const findInCommunities = (db: Db, communities: readonly RegionCode[]) =>
  communities.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('region')
        .select(['code', 'kind', 'name', 'short_name'])
        .where('kind', 'in', ['grid', 'building'])
        .where(withinAny(sql.ref('code'), communities))
        .execute();

export const findHouseholds = (db: Db, codes: readonly RegionCode[]) =>
  codes.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('region')
        .select(['code', 'name'])
        .where('kind', '=', 'household')
        .where(sql<boolean>`code = any(${codes}::text[])`)
        .execute();

/** Households of these buildings that go by one of these names, written without blanks. */
export const findRooms = (db: Db, buildings: readonly RegionCode[], names: readonly string[]) =>
  buildings.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('region')
        .select(['code', 'parent', 'name', sql<string>`regexp_replace(name, '\\s', '', 'g')`.as('plain')])
        .where('kind', '=', 'household')
        .where(sql<boolean>`parent = any(${buildings}::text[])`)
        .where(sql<boolean>`regexp_replace(name, '\\s', '', 'g') = any(${names}::text[])`)
        .execute();
