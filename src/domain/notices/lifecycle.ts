// The life of a notice as one table of transitions; every change of state goes through `decide`.
import type { StaffId } from '../../contract/ids.ts';
import type { NoticeMove, NoticeState } from '../../contract/notices.ts';
import type { ProblemCode } from '../../contract/problem.ts';
import { type Actor, can } from '../access/can.ts';
import {
  decideStep,
  placesFor,
  type ReviewContext,
  type ReviewFacts,
  stepOfMove,
  stepOfState,
  WAITING_STATES,
} from '../review/steps.ts';

type Step = NoticeMove | 'edit';

interface Transition {
  readonly from: readonly NoticeState[];
  readonly to: NoticeState;
  readonly needsReason?: true;
}

export const LIFECYCLE: Readonly<Record<Step, Transition>> = {
  edit: { from: ['draft', ...WAITING_STATES], to: 'draft' },
  submit: { from: ['draft'], to: 'submitted' },
  return: { from: WAITING_STATES, to: 'draft', needsReason: true },
  'review-first': { from: ['submitted'], to: 'reviewed' },
  'review-second': { from: ['reviewed'], to: 'approved' },
  'sign-off': { from: ['approved'], to: 'published' },
  withdraw: { from: ['published'], to: 'withdrawn', needsReason: true },
};

/** What the rules need to know of a notice. */
export interface NoticeFacts extends ReviewFacts {
  readonly state: NoticeState;
  readonly revision: number;
}

/** The state a step leads to and in whose place it is taken (null: the own), or the problem that forbids it. */
export type Decision = { readonly to: NoticeState; readonly for: StaffId | null } | { readonly problem: ProblemCode };

/** `given.revision` is the one the person saw; an edit in between makes the step void. */
export function decide(
  step: Step,
  notice: NoticeFacts,
  actor: Actor,
  context: ReviewContext,
  given: { readonly revision: number; readonly reason?: string | undefined },
): Decision {
  const rule = LIFECYCLE[step];
  const review = stepOfMove(step);
  const place = review ? placesFor(review, notice, actor, context)[0] : placeFor(step, notice, actor, context);
  if (!place) return { problem: 'forbidden' };
  if (given.revision !== notice.revision) return { problem: 'stale-revision' };
  if (!rule.from.includes(notice.state)) return { problem: 'move-not-allowed' };
  if (rule.needsReason && !given.reason) return { problem: 'reason-missing' };
  if (!review) return { to: rule.to, for: place.id === actor.id ? null : place.id };
  const decision = decideStep(review, notice, actor, context);
  return 'problem' in decision ? decision : { to: rule.to, for: decision.for };
}

/** Writing and withdrawing need the permission in every region; whoever could take the waiting step may return it. */
function placeFor(step: Step, notice: NoticeFacts, actor: Actor, context: ReviewContext): Actor | undefined {
  const everywhere = (permission: 'notice.write' | 'notice.review') =>
    notice.regions.every((region) => can(actor, permission, region)) ? actor : undefined;
  if (step !== 'return') return everywhere('notice.write');
  const waiting = stepOfState(notice.state);
  return everywhere('notice.review') ?? (waiting && placesFor(waiting, notice, actor, context)[0]);
}

/** The steps this actor may take now; a reason, where one is needed, is asked for with the step. */
export function stepsFor(notice: NoticeFacts, actor: Actor, context: ReviewContext): Step[] {
  const steps = Object.keys(LIFECYCLE) as Step[];
  const given = { revision: notice.revision, reason: '-' };
  return steps.filter((step) => 'to' in decide(step, notice, actor, context, given));
}
