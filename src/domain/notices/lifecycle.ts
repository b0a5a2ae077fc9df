// The life of a notice as one table of transitions; every change of state goes through `decide`.
import type { StaffId } from '../../contract/ids.ts';
import type { NoticeMove, NoticeState } from '../../contract/notices.ts';
import type { ProblemCode } from '../../contract/problem.ts';
import type { RegionCode } from '../../contract/regions.ts';
import type { Permission } from '../../contract/staff.ts';
import { type Actor, can } from '../access/can.ts';

type Step = NoticeMove | 'edit';

interface Transition {
  readonly from: readonly NoticeState[];
  readonly to: NoticeState;
  /** Needed in every region the notice targets. */
  readonly permission: Permission;
  readonly notAuthor?: true;
  readonly needsReason?: true;
}

export const LIFECYCLE: Readonly<Record<Step, Transition>> = {
  edit: { from: ['draft'], to: 'draft', permission: 'notice.write' },
  submit: { from: ['draft'], to: 'submitted', permission: 'notice.write' },
  return: { from: ['submitted', 'approved'], to: 'draft', permission: 'notice.review', needsReason: true },
  approve: { from: ['submitted'], to: 'approved', permission: 'notice.review', notAuthor: true },
  publish: { from: ['approved'], to: 'published', permission: 'notice.publish' },
  withdraw: { from: ['published'], to: 'withdrawn', permission: 'notice.publish', needsReason: true },
};

/** What the rules need to know of a notice. */
export interface NoticeFacts {
  readonly state: NoticeState;
  readonly revision: number;
  readonly authorId: StaffId;
  readonly regions: readonly RegionCode[];
}

/** The state a step leads to, or the code of the problem that forbids it. */
export type Decision = { readonly to: NoticeState } | { readonly problem: ProblemCode };

/** `given.revision` is the one the person saw; an edit in between makes the step void. */
export function decide(
  step: Step,
  notice: NoticeFacts,
  actor: Actor,
  given: { readonly revision: number; readonly reason?: string | undefined },
): Decision {
  const rule = LIFECYCLE[step];
  if (!notice.regions.every((region) => can(actor, rule.permission, region))) return { problem: 'forbidden' };
  if (given.revision !== notice.revision) return { problem: 'stale-revision' };
  if (!rule.from.includes(notice.state)) return { problem: 'move-not-allowed' };
  if (rule.notAuthor && notice.authorId === actor.id) return { problem: 'reviewer-is-author' };
  if (rule.needsReason && !given.reason) return { problem: 'reason-missing' };
  return { to: rule.to };
}

/** The steps this actor may take now; a reason, where one is needed, is asked for with the step. */
export function stepsFor(notice: NoticeFacts, actor: Actor): Step[] {
  const steps = Object.keys(LIFECYCLE) as Step[];
  return steps.filter((step) => 'to' in decide(step, notice, actor, { revision: notice.revision, reason: '-' }));
}
