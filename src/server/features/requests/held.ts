// One case held fast while something is done to it: whoever comes second sees what the first one did.
import type { RequestId } from '../../../contract/ids.ts';
import type { Instant } from '../../../contract/time.ts';
import type { Situation } from '../../../domain/requests/decide.ts';
import { dueOf, type WorkingDays } from '../../../domain/requests/limits.ts';
import { type Case, withAction } from '../../../domain/requests/state.ts';
import { ProblemError } from '../../problem.ts';
import { type Author, actOf, caseOf, columnsOf, type Deed, dueAfter, type RequestRow, rowOf } from './record.ts';
import { findActions, insertActions, lockRequest, type Trx, updateRequest } from './store.ts';

export interface Held {
  readonly row: RequestRow;
  readonly case: Case;
}

/** Undefined: there is none. */
export async function hold(trx: Trx, id: RequestId): Promise<Held | undefined> {
  const row = await lockRequest(trx, id);
  return row && told(trx, row);
}

/** Of a row that is locked. */
export const told = async (trx: Trx, row: RequestRow): Promise<Held> => ({
  row,
  case: caseOf(await findActions(trx, row.id)),
});

export const situationOf = ({ row }: Held, now: Instant): Situation => ({
  region: row.region_code,
  due: row.due_at,
  reporters: row.reporters,
  now,
});

/**
 * Appends what was decided, and brings the row to what follows from it. `lenient`: a limit that runs into a year nobody
 * has entered is left open, to be set once it is.
 * @throws ProblemError year-not-loaded
 */
export async function append(
  trx: Trx,
  held: Held,
  given: { readonly at: Instant; readonly by: Author; readonly deed: Deed; readonly works: WorkingDays },
  lenient = false,
): Promise<Held> {
  const { row } = held;
  const { at, by, deed } = given;
  const now = withAction(held.case, actOf(at, by, deed));
  const due = dueAfter(deed.kind, row.due_at, now, row.rules, given.works);
  if (due && 'missing' in due && !lenient && due.missing !== missingBefore(held, given.works))
    throw new ProblemError('year-not-loaded', { detail: `期限跨到了 ${due.missing} 年，那一年的工作日历还没有录入。` });
  await insertActions(trx, [rowOf(row.id, now.revision, at, by, deed)]);
  const change = { ...columnsOf(now, due && 'at' in due ? due.at : null), updated_at: at };
  await updateRequest(trx, row.id, change);
  return { row: { ...row, ...change }, case: now };
}

/** A year that was missing already stops nothing that does not need it. */
function missingBefore(held: Held, works: WorkingDays): number | undefined {
  const due = dueOf(held.case, held.row.rules, works);
  return due && 'missing' in due ? due.missing : undefined;
}
