// Set-top boxes in SQL: the operator's list, what a box reports, its log and commands.
import { type Kysely, sql, type Transaction, type Updateable } from 'kysely';
import type { SmartCard } from '../../../contract/activation.ts';
import type { BoxOrder, BoxReport, BoxState } from '../../../contract/boxes.ts';
import type { BoxId, CommandId, StaffId } from '../../../contract/ids.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import type { Day, Instant } from '../../../contract/time.ts';
import type { BoxStateTable, BoxTable } from '../../store/schema/boxes.ts';
import type { Database } from '../../store/schema.ts';
import { withinAny } from '../../store/scope.ts';

type Db = Kysely<Database> | Transaction<Database>;
type Trx = Transaction<Database>;

export const findBox = (db: Db, id: BoxId) => db.selectFrom('box').selectAll().where('id', '=', id).executeTakeFirst();

export const lockBox = (trx: Trx, id: BoxId) =>
  trx.selectFrom('box').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

export const findByCard = (db: Db, card: SmartCard) =>
  db
    .selectFrom('box')
    .innerJoin('region', (join) => join.on(sql`region.code`, '=', sql`left(box.household, 12)`))
    .select(['box.id', 'box.household', 'box.name', 'box.state', 'region.short_name'])
    .where('smart_card', '=', card)
    .executeTakeFirst();

/** With its empty state row. */
export async function insertBox(
  trx: Trx,
  row: Pick<BoxTable, 'id' | 'household' | 'name' | 'model' | 'state' | 'created_at'>,
): Promise<void> {
  await trx
    .insertInto('box')
    .values({ ...row, smart_card: null, chip_id: null, suspect_since: null })
    .execute();
  await trx
    .insertInto('box_state')
    .values({ ...NOTHING_KNOWN, box_id: row.id, last_seen_at: null })
    .execute();
}

const NOTHING_KNOWN = {
  node_id: null,
  online_since: null,
  instance: null,
  former_instance: null,
  app: null,
  engine: null,
  screen: null,
  memory_mb: null,
  reported_at: null,
} as const;

export const updateBox = (
  db: Db,
  id: BoxId,
  change: { household?: RegionCode; name?: string; state?: BoxState; model?: string | null; suspect_since?: null },
) => db.updateTable('box').set(change).where('id', '=', id).execute();

/** Another device, or another home: what was reported before says nothing any more. */
export const forgetReports = (trx: Trx, id: BoxId) =>
  trx
    .updateTable('box_state')
    .set({
      ...NOTHING_KNOWN,
      received: '',
      verified: '',
      rendered: '',
      received_total: 0,
      verified_total: 0,
      rendered_total: 0,
    })
    .where('box_id', '=', id)
    .execute();

/** It counts for coverage where it stands no longer. */
export const endActivity = (trx: Trx, id: BoxId, day: Day) =>
  trx
    .updateTable('box_activity')
    .set({ ended_day: day })
    .where('box_id', '=', id)
    .where('ended_day', 'is', null)
    .execute();

export const findPlace = (db: Db, household: RegionCode) =>
  db
    .selectFrom('region')
    .innerJoin('region as community', (join) => join.on(sql`community.code`, '=', sql`left(region.code, 12)`))
    .select(['region.name', 'community.short_name as place'])
    .where('region.code', '=', household)
    .where('region.kind', '=', 'household')
    .executeTakeFirst();

export const touchBox = (db: Db, id: BoxId, at: Instant) =>
  db.updateTable('box_state').set({ last_seen_at: at }).where('box_id', '=', id).execute();

export const findState = (db: Db, id: BoxId) =>
  db.selectFrom('box_state').selectAll().where('box_id', '=', id).executeTakeFirst();

export const updateReport = (db: Db, id: BoxId, change: Omit<Updateable<BoxStateTable>, 'box_id'>) =>
  db.updateTable('box_state').set(change).where('box_id', '=', id).execute();

/** Lines past the newest `keep` are dropped. */
export async function appendLog(db: Db, box: BoxId, lines: BoxReport['log'], keep: number): Promise<void> {
  if (lines.length === 0) return;
  await db
    .insertInto('box_log')
    .values(lines.map((line) => ({ ...line, box_id: box })))
    .execute();
  await sql`
    delete from box_log where box_id = ${box}
      and id <= (select id from box_log where box_id = ${box} order by id desc offset ${keep} limit 1)`.execute(db);
}

export const findLog = (db: Db, box: BoxId, limit: number) =>
  db
    .selectFrom('box_log')
    .select(['at', 'level', 'text'])
    .where('box_id', '=', box)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();

export const insertCommand = (
  trx: Trx,
  row: { id: CommandId; box: BoxId; order: BoxOrder; staff: StaffId; at: Instant },
) =>
  trx
    .insertInto('box_command')
    .values({
      id: row.id,
      box_id: row.box,
      command: JSON.stringify(row.order),
      staff_id: row.staff,
      at: row.at,
      done_at: null,
    })
    .execute();

/** Once: a second word changes nothing. */
export const finishCommand = (db: Db, box: BoxId, id: CommandId, at: Instant) =>
  db
    .updateTable('box_command')
    .set({ done_at: at })
    .where('id', '=', id)
    .where('box_id', '=', box)
    .where('done_at', 'is', null)
    .execute();

export const findCommands = (db: Db, box: BoxId, limit: number) =>
  db
    .selectFrom('box_command')
    .innerJoin('staff', 'staff.id', 'box_command.staff_id')
    .select(['box_command.id', 'command', 'box_command.at', 'done_at', 'staff.name as by'])
    .where('box_id', '=', box)
    .orderBy('box_command.at', 'desc')
    .limit(limit)
    .execute();

export const findCredential = (db: Db, box: BoxId) =>
  db
    .selectFrom('box_credential')
    .select('issued_at')
    .where('box_id', '=', box)
    .where('state', '=', 'current')
    .executeTakeFirst();

export const findHeads = (db: Db, chain: readonly RegionCode[]) =>
  db
    .selectFrom('region')
    .leftJoin('feed_head', 'feed_head.region_code', 'region.code')
    .select(['region.code', 'region.short_name', 'feed_head.seq'])
    .where('region.code', 'in', chain)
    .orderBy('region.code')
    .execute();

/** Boxes addressed by each region: a listed or revoked one shows nothing. */
export const countBoxes = (db: Db, region: RegionCode) =>
  db
    .selectFrom('box')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('state', 'in', ['bound', 'authorised'])
    .where(withinAny(sql.ref('box.household'), [region]))
    .executeTakeFirstOrThrow();
