// Who may take the step a notice waits for: nobody twice in one item, and only upon approvals of what is there now.
import { REVIEW_STEPS, type ReviewStep } from '../../contract/approvals.ts';
import type { StaffId } from '../../contract/ids.ts';
import type { NoticeCategory, NoticeMove, NoticeState } from '../../contract/notices.ts';
import type { ProblemCode } from '../../contract/problem.ts';
import type { RegionCode } from '../../contract/regions.ts';
import type { ReviewRule } from '../../contract/reviews.ts';
import type { Actor } from '../access/can.ts';
import { holdsStep } from './rules.ts';

type ReviewMove = Extract<NoticeMove, 'review-first' | 'review-second' | 'sign-off'>;
type WaitingState = Extract<NoticeState, 'submitted' | 'reviewed' | 'approved'>;

const STEP_OF_MOVE: Readonly<Record<ReviewMove, ReviewStep>> = {
  'review-first': 'first',
  'review-second': 'second',
  'sign-off': 'sign-off',
};
const STEP_OF_STATE: Readonly<Record<WaitingState, ReviewStep>> = {
  submitted: 'first',
  reviewed: 'second',
  approved: 'sign-off',
};
export const WAITING_STATES = Object.keys(STEP_OF_STATE) as WaitingState[];

/** The step a notice waits for; undefined where it waits for none. */
export const stepOfState = (state: NoticeState): ReviewStep | undefined =>
  (STEP_OF_STATE as Partial<Record<NoticeState, ReviewStep>>)[state];

export const stepOfMove = (move: string): ReviewStep | undefined =>
  (STEP_OF_MOVE as Readonly<Record<string, ReviewStep>>)[move];

/** An approval as the rules see it. */
export interface GivenApproval {
  readonly step: ReviewStep;
  readonly by: StaffId;
  /** Whom `by` stood in for. */
  readonly for: StaffId | null;
  readonly hash: string;
}

export interface ReviewFacts {
  readonly category: NoticeCategory;
  readonly regions: readonly RegionCode[];
  /** Everyone who wrote, edited or submitted it: its authors, as far as the review is concerned. */
  readonly writers: readonly StaffId[];
  /** Those that stand. */
  readonly approvals: readonly GivenApproval[];
  /** Of the content as it is now; asked for only where it is needed. */
  hash(): string;
}

export interface ReviewContext {
  readonly rules: readonly ReviewRule[];
  /** The people whom the actor stands in for today. */
  readonly standsInFor: readonly Actor[];
}

/** `for`: in whose place the step is taken; null: in the own. */
export type StepDecision = { readonly for: StaffId | null } | { readonly problem: ProblemCode };

/** May the actor take this step, which is the one the notice waits for? */
export function decideStep(step: ReviewStep, facts: ReviewFacts, actor: Actor, context: ReviewContext): StepDecision {
  const places = placesFor(step, facts, actor, context);
  if (places.length === 0) return { problem: 'forbidden' };
  if (facts.writers.includes(actor.id)) return { problem: 'reviewer-is-author' };
  const involved = new Set([...facts.writers, ...facts.approvals.flatMap((each) => [each.by, each.for])]);
  if (involved.has(actor.id)) return { problem: 'reviewer-twice' };
  const place = places.find((each) => !involved.has(each.id));
  if (!place) return { problem: 'reviewer-twice' };
  if (!holdUpTo(step, facts)) return { problem: 'approval-void' };
  return { for: place.id === actor.id ? null : place.id };
}

/** In whose place the actor could take the step, the own first; whether one took part before is not asked here. */
export function placesFor(
  step: ReviewStep,
  facts: Pick<ReviewFacts, 'category' | 'regions'>,
  actor: Actor,
  context: ReviewContext,
): Actor[] {
  const given = { ...facts, rules: context.rules };
  return [actor, ...context.standsInFor].filter((each) => holdsStep(each, step, given));
}

/** Every step before this one was approved, each with the hash of what is there now. */
function holdUpTo(step: ReviewStep, facts: ReviewFacts): boolean {
  const before = REVIEW_STEPS.slice(0, REVIEW_STEPS.indexOf(step));
  if (before.length === 0) return facts.approvals.length === 0;
  const hash = facts.hash();
  const given = facts.approvals.map((each) => each.step);
  return (
    given.length === before.length &&
    before.every((each) => given.includes(each)) &&
    facts.approvals.every((each) => each.hash === hash)
  );
}
