// The steps of a notice's review as a bar shows them: who has taken which, which one is waited for, which is void.
import { REVIEW_STEPS, type ReviewStep } from '../../../contract/approvals.ts';
import type { Notice } from '../../../contract/notices.ts';
import { stepOfState } from '../../../domain/review/steps.ts';

export interface ReviewStepShown {
  readonly step: 'draft' | ReviewStep;
  readonly status: 'done' | 'void' | 'waiting' | 'ahead';
  readonly by: string | null;
  /** Whom `by` stood in for. */
  readonly absent: string | null;
  /** When it was taken. */
  readonly at: string | null;
  /** When it has to be taken. */
  readonly dueAt: string | null;
}

type Shown = Pick<Notice, 'state' | 'author' | 'approvals' | 'dueAt'>;

export function reviewSteps(notice: Shown): ReviewStepShown[] {
  const nobody = { by: null, absent: null, at: null, dueAt: null };
  const waiting = stepOfState(notice.state);
  return [
    { ...nobody, step: 'draft', status: notice.state === 'draft' ? 'waiting' : 'done', by: notice.author.name },
    ...REVIEW_STEPS.map((step): ReviewStepShown => {
      const given = notice.approvals.find((each) => each.step === step);
      if (given) {
        const { by, at, holds } = given;
        const status = holds ? 'done' : 'void';
        return { ...nobody, step, status, by: by.name, absent: given.for?.name ?? null, at };
      }
      return step === waiting
        ? { ...nobody, step, status: 'waiting', dueAt: notice.dueAt }
        : { ...nobody, step, status: 'ahead' };
    }),
  ];
}

/** An edit has made earlier approvals void, and it was not submitted again since. */
export function isVoided({ state, history }: Pick<Notice, 'state' | 'history'>): boolean {
  const last = history.findLast(({ action }) => action === 'submit' || action === 'void');
  return state === 'draft' && last?.action === 'void';
}
