// A case in one line of a table: the columns it takes, and what of them is told. The door is masked.
import type { Kysely, Transaction } from 'kysely';
import type { RequestSummary } from '../../../contract/request-calls.ts';
import type { Instant } from '../../../contract/time.ts';
import { handlerOf } from '../../../domain/requests/handler.ts';
import { lightOf } from '../../../domain/requests/limits.ts';
import type { Database } from '../../store/schema.ts';
import { type Names, placeText } from './names.ts';
import type { RequestRow } from './record.ts';

const COLUMNS = [
  'id',
  'number',
  'revision',
  'category',
  'time_class',
  'region_code',
  'where_kind',
  'spot',
  'place',
  'state',
  'handler',
  'asked_at',
  'counts_from',
  'due_at',
  'supervised',
  'extension_until',
  'reporters',
  'updated_at',
] as const satisfies readonly (keyof RequestRow)[];

/** `may_read` is left out where it is sure. */
export type SummaryRow = Pick<RequestRow, (typeof COLUMNS)[number]> & { readonly may_read?: boolean };

export const summaries = (db: Kysely<Database> | Transaction<Database>) =>
  db.selectFrom('request').select(COLUMNS.map((column) => `request.${column}` as const));

/** `names` by `findNames` of all rows of the page. */
export function summaryOf(row: SummaryRow, names: Names, now: Instant): RequestSummary {
  return {
    id: row.id,
    number: row.number,
    revision: row.revision,
    category: row.category,
    categoryName: names.category(row.category),
    timeClass: row.time_class,
    state: row.state,
    place: placeText(row, names, 'masked'),
    handler: row.handler === null ? null : names.handler(handlerOf(row.handler)),
    askedAt: row.asked_at,
    dueAt: row.due_at,
    light: lightOf({ state: row.state, countsFrom: row.counts_from }, row.due_at, now),
    reporters: row.reporters,
    supervised: row.supervised,
    extensionAsked: row.extension_until !== null,
    updatedAt: row.updated_at,
    mayRead: row.may_read ?? true,
  };
}
