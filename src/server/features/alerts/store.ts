// Alerts in SQL.
import { type Kysely, sql, type Transaction } from 'kysely';
import type { AlertState, Severity } from '../../../contract/alerts.ts';
import type { AlertId, StaffId } from '../../../contract/ids.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import type { Instant } from '../../../contract/time.ts';
import { chainOf } from '../../../domain/regions/code.ts';
import type { Database } from '../../store/schema.ts';
import { withinAny } from '../../store/scope.ts';

type Db = Kysely<Database> | Transaction<Database>;

/** What a reader sees: what targets the own regions or those above, and what was sent from within the own. */
export interface Sight {
  readonly scopes: readonly RegionCode[];
}

const selectAlerts = (db: Db, { scopes }: Sight) => {
  const above = scopes.flatMap(chainOf);
  return db
    .selectFrom('alert')
    .leftJoin('alert_template as template', (join) =>
      join.onRef('template.id', '=', 'alert.template_id').onRef('template.version', '=', 'alert.template_version'),
    )
    .where((eb) =>
      eb.or([
        withinAny(sql.ref('alert.authority'), scopes),
        eb.exists(targets(db).where(withinAny(sql.ref('target.region_code'), scopes))),
        eb.exists(targets(db).where('target.region_code', 'in', above)),
      ]),
    );
};

const targets = (db: Db) =>
  db
    .selectFrom('alert_region as target')
    .select('target.region_code')
    .where('target.alert_id', '=', sql.ref<AlertId>('alert.id'));

const revisions = (db: Db) =>
  db
    .selectFrom('alert_revision as one')
    .select('one.revision')
    .where('one.alert_id', '=', sql.ref<AlertId>('alert.id'));

/** By their ids: few wait, and partial indexes name them, where the states are written out rather than parameters. */
const waiting = (db: Db) =>
  db.selectFrom('alert_revision').select('alert_id').where(sql<boolean>`state in ('incoming', 'prepared')`);

const unreviewed = (db: Db) =>
  db.selectFrom('alert_revision').select('alert_id').where(sql<boolean>`state = 'released' and reviewed_at is null`);

export interface AlertFilter {
  readonly state?: AlertState | undefined;
  readonly todo?: 'release' | 'review' | undefined;
  readonly severity?: Severity | undefined;
  readonly region?: RegionCode | undefined;
  readonly now: Instant;
  readonly offset: number;
  readonly limit: number;
}

/** What waits for someone first: for a second person, then for a third; the newest first. */
export async function pageOfAlerts(db: Db, sight: Sight, filter: AlertFilter) {
  let query = selectAlerts(db, sight);
  const { state, todo, severity, region, now } = filter;
  if (state === 'standing') query = query.where('alert.state', '=', 'released').where('alert.valid_to', '>', now);
  else if (state === 'expired') query = query.where('alert.state', '=', 'released').where('alert.valid_to', '<=', now);
  else if (state) query = query.where('alert.state', '=', state);
  if (todo) query = query.where('alert.id', 'in', todo === 'release' ? waiting(db) : unreviewed(db));
  if (severity)
    query = query.where((eb) => eb.exists(revisions(db).where(sql<boolean>`one.content ->> 'severity' = ${severity}`)));
  if (region)
    query = query.where((eb) => eb.exists(targets(db).where(withinAny(sql.ref('target.region_code'), [region]))));
  const { total } = await query.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await query
    .selectAll('alert')
    .select('template.name as template_name')
    .orderBy((eb) =>
      eb
        .case()
        .when('alert.id', 'in', waiting(db))
        .then(0)
        .when('alert.id', 'in', unreviewed(db))
        .then(1)
        .else(2)
        .end(),
    )
    .orderBy('alert.created_at', 'desc')
    .orderBy('alert.id')
    .offset(filter.offset)
    .limit(filter.limit)
    .execute();
  return { rows, total };
}

export const findAlert = (db: Db, sight: Sight, id: AlertId) =>
  selectAlerts(db, sight)
    .where('alert.id', '=', id)
    .selectAll('alert')
    .select('template.name as template_name')
    .executeTakeFirst();

export type AlertRow = NonNullable<Awaited<ReturnType<typeof findAlert>>>;

/** Whoever asks; takes no lock. */
export const readAlert = (db: Db, id: AlertId) =>
  db.selectFrom('alert').selectAll().where('id', '=', id).executeTakeFirst();

/** Holds the row until the transaction ends, so that two steps never decide on the same state. */
export const lockAlert = (trx: Transaction<Database>, id: AlertId) =>
  trx.selectFrom('alert').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

/** Oldest first. */
export const findRevisions = (db: Db, ids: readonly AlertId[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('alert_revision')
        .leftJoin('staff as preparer', 'preparer.id', 'prepared_by')
        .leftJoin('staff as releaser', 'releaser.id', 'released_by')
        .leftJoin('staff as reviewer', 'reviewer.id', 'reviewed_by')
        .selectAll('alert_revision')
        .select(['preparer.name as preparer_name', 'releaser.name as releaser_name', 'reviewer.name as reviewer_name'])
        .where('alert_id', 'in', ids)
        .orderBy('alert_id')
        .orderBy('revision')
        .execute();

export type RevisionRow = Awaited<ReturnType<typeof findRevisions>>[number];

type NewAlert = Omit<AlertRow, 'template_name'>;
type NewRevision = Omit<RevisionRow, 'preparer_name' | 'releaser_name' | 'reviewer_name' | 'content' | 'cap'> & {
  content: string;
  cap: string | null;
};

export const insertAlert = (trx: Transaction<Database>, row: NewAlert) => trx.insertInto('alert').values(row).execute();

export async function insertRevision(
  trx: Transaction<Database>,
  row: Pick<
    NewRevision,
    'alert_id' | 'revision' | 'act' | 'state' | 'content' | 'reason' | 'prepared_by' | 'prepared_at' | 'cap'
  >,
  regions: readonly RegionCode[],
) {
  await trx.insertInto('alert_revision').values(row).execute();
  await trx
    .insertInto('alert_region')
    .values(regions.map((region_code) => ({ alert_id: row.alert_id, region_code })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export const updateAlert = (
  trx: Transaction<Database>,
  id: AlertId,
  change: Partial<Pick<NewAlert, 'state' | 'valid_to'>>,
) => trx.updateTable('alert').set(change).where('id', '=', id).execute();

export const updateRevision = (
  trx: Transaction<Database>,
  id: AlertId,
  revision: number,
  change: Partial<Omit<NewRevision, 'alert_id' | 'revision'>>,
) =>
  trx.updateTable('alert_revision').set(change).where('alert_id', '=', id).where('revision', '=', revision).execute();

/** Every revision up to this one that was released and not yet looked at. */
export const markReviewed = (
  trx: Transaction<Database>,
  id: AlertId,
  upTo: number,
  review: { reviewed_by: StaffId; reviewed_at: Instant; verdict: 'in-order' | 'objection'; review_note: string },
) =>
  trx
    .updateTable('alert_revision')
    .set(review)
    .where('alert_id', '=', id)
    .where('revision', '<=', upTo)
    .where('state', '=', 'released')
    .where('reviewed_at', 'is', null)
    .execute();
