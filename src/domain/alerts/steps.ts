// Who may do what with an alert: one person asks, another releases, a third looks at it afterwards.
import type { Alert, AlertRevision } from '../../contract/alerts.ts';
import type { StaffId } from '../../contract/ids.ts';
import type { ProblemCode } from '../../contract/problem.ts';
import type { RegionCode } from '../../contract/regions.ts';
import type { Permission } from '../../contract/staff.ts';
import { type Actor, can } from '../access/can.ts';

export type AlertStep = Alert['moves'][number];

/** What the rules need to know of a revision. */
export type RevisionFacts = Pick<AlertRevision, 'revision' | 'act' | 'state'> & {
  readonly preparedBy: StaffId | null;
  readonly releasedBy: StaffId | null;
  readonly reviewed: boolean;
};

export interface AlertFacts {
  readonly authority: RegionCode;
  /** Of the newest released revision; null: none was released. */
  readonly validTo: string | null;
  /** Oldest first. */
  readonly revisions: readonly RevisionFacts[];
}

const PERMISSION: Readonly<Record<AlertStep, Permission>> = {
  endorse: 'alert.write',
  release: 'alert.release',
  discard: 'alert.write',
  update: 'alert.write',
  cancel: 'alert.write',
  review: 'alert.release',
};

export const waitingOf = ({ revisions }: AlertFacts): RevisionFacts | undefined =>
  revisions.find(({ state }) => state === 'incoming' || state === 'prepared');

export const shownOf = ({ revisions }: AlertFacts): RevisionFacts | undefined =>
  revisions.filter(({ state }) => state === 'released').at(-1);

/** Released, and nobody has looked at it yet. */
export const unreviewedOf = ({ revisions }: AlertFacts): RevisionFacts[] =>
  revisions.filter(({ state, reviewed }) => state === 'released' && !reviewed);

/**
 * The problem that forbids a step, or null. `given.revision`: the one the person saw, of which another may have made
 * something else since.
 */
export function forbids(
  step: AlertStep,
  alert: AlertFacts,
  actor: Actor,
  given: { readonly revision: number; readonly now: string; readonly reason?: string | undefined },
): ProblemCode | null {
  if (!can(actor, PERMISSION[step], alert.authority)) return 'forbidden';
  switch (step) {
    case 'endorse':
    case 'release':
    case 'discard':
      return ofWaiting(step, waitingOf(alert), actor, given);
    case 'update':
    case 'cancel': {
      const shown = shownOf(alert);
      if (waitingOf(alert)) return 'alert-waiting';
      if (!shown || shown.act === 'cancel' || (alert.validTo ?? '') <= given.now) return 'move-not-allowed';
      return shown.revision === given.revision ? null : 'stale-revision';
    }
    case 'review': {
      const open = unreviewedOf(alert);
      if (open.length === 0) return 'move-not-allowed';
      if (shownOf(alert)?.revision !== given.revision) return 'stale-revision';
      const involved = open.some(({ preparedBy, releasedBy }) => preparedBy === actor.id || releasedBy === actor.id);
      return involved ? 'alert-third-person' : null;
    }
  }
}

function ofWaiting(
  step: 'endorse' | 'release' | 'discard',
  waiting: RevisionFacts | undefined,
  actor: Actor,
  given: { readonly revision: number; readonly reason?: string | undefined },
): ProblemCode | null {
  if (!waiting) return 'move-not-allowed';
  if (waiting.revision !== given.revision) return 'stale-revision';
  if (step === 'discard') return given.reason ? null : 'reason-missing';
  if ((step === 'endorse') !== (waiting.state === 'incoming')) return 'move-not-allowed';
  return step === 'release' && waiting.preparedBy === actor.id ? 'alert-second-person' : null;
}

/** The steps this actor may take now; a reason, where one is needed, is asked for with the step. */
export function stepsFor(alert: AlertFacts, actor: Actor, now: string): AlertStep[] {
  const waiting = waitingOf(alert)?.revision ?? 0;
  const shown = shownOf(alert)?.revision ?? 0;
  return (Object.keys(PERMISSION) as AlertStep[]).filter((step) => {
    const ofWhat = step === 'endorse' || step === 'release' || step === 'discard' ? waiting : shown;
    return forbids(step, alert, actor, { revision: ofWhat, now, reason: '-' }) === null;
  });
}
