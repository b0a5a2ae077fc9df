// The life of a guide as one table of transitions; every change of state goes through `decide`.
import type { Department } from '../../contract/departments.ts';
import type { GuideMove, GuideState } from '../../contract/guide-calls.ts';
import type { StaffId } from '../../contract/ids.ts';
import type { ProblemCode } from '../../contract/problem.ts';
import type { Permission } from '../../contract/staff.ts';
import { type Actor, departmentsOf } from '../access/can.ts';

export type GuideStep = GuideMove | 'edit';

interface Transition {
  readonly from: readonly GuideState[];
  readonly to: GuideState;
  readonly permission: Permission;
  readonly needsReason?: true;
}

/** Whatever happens to the newest revision, boxes keep the published one until `publish`, `confirm` or `withdraw`. */
const LIFECYCLE: Readonly<Record<GuideStep, Transition>> = {
  edit: { from: ['draft', 'submitted', 'published', 'withdrawn'], to: 'draft', permission: 'guide.write' },
  submit: { from: ['draft', 'withdrawn'], to: 'submitted', permission: 'guide.write' },
  return: { from: ['submitted'], to: 'draft', permission: 'guide.publish', needsReason: true },
  publish: { from: ['submitted'], to: 'published', permission: 'guide.publish' },
  confirm: { from: ['published'], to: 'published', permission: 'guide.write' },
  withdraw: {
    from: ['draft', 'submitted', 'published'],
    to: 'withdrawn',
    permission: 'guide.write',
    needsReason: true,
  },
};

/** What the rules need to know of a guide. */
export interface GuideFacts {
  readonly department: Department;
  readonly state: GuideState;
  readonly revision: number;
  readonly published: number | null;
  /** Who had a hand in what is not published yet: saved or submitted it. */
  readonly writers: readonly StaffId[];
}

/** The state a step leads to, or the problem that forbids it. `given.revision` is the one the person saw. */
export function decide(
  step: GuideStep,
  guide: GuideFacts,
  actor: Actor,
  given: { readonly revision: number; readonly reason?: string | undefined },
): { readonly to: GuideState } | { readonly problem: ProblemCode } {
  const rule = LIFECYCLE[step];
  if (!departmentsOf(actor, rule.permission).includes(guide.department)) return { problem: 'forbidden' };
  if (given.revision !== guide.revision) return { problem: 'stale-revision' };
  if (!rule.from.includes(guide.state)) return { problem: 'move-not-allowed' };
  if (step === 'withdraw' && guide.published === null) return { problem: 'move-not-allowed' };
  if (rule.needsReason && !given.reason) return { problem: 'reason-missing' };
  if (step === 'publish' && guide.writers.includes(actor.id)) return { problem: 'reviewer-is-author' };
  // Whoever works on the next text goes on with it.
  return { to: step === 'withdraw' && guide.state !== 'published' ? guide.state : rule.to };
}

/** The steps this actor may take now; a reason, where one is needed, is asked for with the step. */
export function stepsFor(guide: GuideFacts, actor: Actor): GuideStep[] {
  const steps = Object.keys(LIFECYCLE) as GuideStep[];
  const given = { revision: guide.revision, reason: '-' };
  return steps.filter((step) => 'to' in decide(step, guide, actor, given));
}
