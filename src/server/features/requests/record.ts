// Between rows and the domain: a case told again from its stored actions, and the columns that follow from it.
import type { Insertable, Selectable, Updateable } from 'kysely';
import type { ActionBy, Move, TimeClass, TimeRule } from '../../../contract/requests.ts';
import type { Instant } from '../../../contract/time.ts';
import { callDays } from '../../../domain/requests/decide.ts';
import { keyOf } from '../../../domain/requests/handler.ts';
import { type Due, dueOf, responseBy, type WorkingDays, yellowFrom } from '../../../domain/requests/limits.ts';
import { type Action, type Case, replay } from '../../../domain/requests/state.ts';
import type { Database } from '../../store/schema.ts';

export type RequestRow = Selectable<Database['request']>;
export type ActionRow = Selectable<Database['request_action']>;
type Rules = Readonly<Record<TimeClass, TimeRule>>;

/** Who did it, as it is stored: staff with the office they acted for. */
export type Author =
  | { readonly kind: 'resident' }
  | { readonly kind: 'staff'; readonly id: NonNullable<ActionRow['by_id']>; readonly office: string }
  | { readonly kind: 'system'; readonly name: string };

type Words = { readonly public?: string | undefined; readonly internal?: string | undefined };
/** A domain action without when and by whom. */
export type Deed = (
  | { readonly kind: 'receive'; readonly category: RequestRow['category']; readonly timeClass: TimeClass }
  | { readonly kind: 'follow'; readonly report: RequestRow['id'] }
  | Move
) &
  Words;

export function actionOf(row: ActionRow): Action {
  // What was stored went through the contract's schema, and the table of transitions.
  return {
    ...row.detail,
    kind: row.kind,
    at: row.at,
    by: { staff: row.by_id, system: row.by_kind === 'system' },
    ...(row.public !== null && { public: row.public }),
    ...(row.internal !== null && { internal: row.internal }),
  } as unknown as Action;
}

/** The same, before it is stored. */
export const actOf = (at: Instant, by: Author, deed: Deed): Action => ({
  ...deed,
  at,
  by: { staff: by.kind === 'staff' ? by.id : null, system: by.kind === 'system' },
});

export const caseOf = (rows: readonly ActionRow[]): Case => replay(rows.map(actionOf));

export function rowOf(
  id: RequestRow['id'],
  seq: number,
  at: Instant,
  by: Author,
  deed: Deed,
): Insertable<Database['request_action']> {
  const { kind, public: said, internal, ...detail } = deed;
  return {
    request_id: id,
    seq,
    kind,
    at,
    by_kind: by.kind,
    by_id: by.kind === 'staff' ? by.id : null,
    by_name: by.kind === 'staff' ? by.office : by.kind === 'system' ? by.name : null,
    public: said ?? null,
    internal: internal ?? null,
    detail: JSON.stringify(detail),
  };
}

export const byOf = ({ by_kind, by_name }: Pick<ActionRow, 'by_kind' | 'by_name'>): ActionBy =>
  by_kind === 'resident' ? { kind: 'resident' } : { kind: by_kind, name: by_name ?? '' };

/** What the row says of the case. `due_at` null: the clock stands, or it runs into a year that is not loaded. */
export function columnsOf(now: Case, due: Instant | null) {
  return {
    revision: now.revision,
    category: now.category,
    time_class: now.timeClass,
    state: now.state,
    handler: now.handler && keyOf(now.handler),
    joint: now.joint.map(keyOf),
    counts_from: now.countsFrom,
    due_at: due,
    yellow_at: due && yellowFrom(now.countsFrom, due),
    reminded: now.remindedBySystem,
    urged: now.urgedBySystem,
    supervised_by_system: now.supervisedBySystem,
    supervised: now.supervised,
    declined: now.declined,
    extension_until: now.extensionAsked,
    started_at: now.startedAt,
    answered_at: now.answeredAt,
    ended_at: now.endedAt,
    call_days: callDays(now.calls),
    call_outcome: outcomeOf(now.calls),
    // It counts by the time rule alone, and stands once work has begun.
    ...(due && now.startedAt === null && now.extendedTo === null && { response_by: responseBy(now.countsFrom, due) }),
    score: now.score,
    satisfied: now.satisfied,
    merged_into: now.mergedInto,
  } satisfies Updateable<Database['request']>;
}

/** What the calls since the last answer come to: one that tells it is not done outweighs the others. */
const outcomeOf = (calls: Case['calls']): Case['calls'][number]['outcome'] | null =>
  (['not-done', 'done', 'not-reached'] as const).find((each) => calls.some(({ outcome }) => outcome === each)) ?? null;

/** What the deadline is reckoned from changes with these alone. */
const MOVES_DEADLINE: readonly Deed['kind'][] = ['receive', 'classify', 'extend', 'suspend', 'resume', 'rework'];

/**
 * After an action of that kind. All others leave the deadline as it was, also where the calendar has changed since; of a
 * case that is answered it tells whether the answer was in time.
 */
export function dueAfter(
  kind: Deed['kind'],
  before: Instant | null,
  now: Case,
  rules: Rules,
  works: WorkingDays,
): Due | null {
  const waits = ['received', 'assigned', 'handling', 'suspended'].includes(now.state);
  if (!waits || (before !== null && !MOVES_DEADLINE.includes(kind))) return before && { at: before };
  return dueOf(now, rules, works);
}
