// How far a notice is in its review, as the bar shows it.
import { expect, it } from 'vitest';
import { isVoided, reviewSteps } from '../../../../src/console/pages/notices/review-steps.ts';
import { lateText } from '../../../../src/console/pages/notices/tags.tsx';
import { Notice, readNotice } from '../../../../src/contract/notices.ts';

const published = Notice.parse(readNotice.example.reply);
const statuses = (change: Partial<Notice>) => reviewSteps({ ...published, ...change }).map(({ status }) => status);

it('is done with every step of what is on the screens', () => {
  expect(statuses({})).toEqual(['done', 'done', 'done', 'done']);
});

it('waits for the step of its state, until it is due', () => {
  const [first] = published.approvals;
  const dueAt = published.updatedAt;
  const approvals = first ? [first] : [];
  const steps = reviewSteps({ ...published, state: 'reviewed', approvals, dueAt });
  expect(steps.map(({ status }) => status)).toEqual(['done', 'done', 'waiting', 'ahead']);
  expect(steps.map((each) => each.dueAt)).toEqual([null, null, dueAt, null]);
});

it('shows an approval of other content as void', () => {
  const approvals = published.approvals.slice(0, 2).map((each) => ({ ...each, holds: false }));
  expect(statuses({ state: 'approved', approvals })).toEqual(['done', 'void', 'void', 'waiting']);
});

it('begins with the draft', () => {
  expect(statuses({ state: 'draft', approvals: [] })).toEqual(['waiting', 'ahead', 'ahead', 'ahead']);
});

it('is void from an edit of what was approved until it is submitted again', () => {
  const history = (...actions: string[]) =>
    actions.map((action) => ({ at: published.updatedAt, who: '某人', action, reason: null, inPlaceOf: null }));
  const voided = history('create', 'submit', 'review-first', 'edit', 'void');
  expect(isVoided({ state: 'draft', history: voided })).toBe(true);
  expect(isVoided({ state: 'draft', history: [...voided, ...history('edit')] })).toBe(true);
  expect(isVoided({ state: 'submitted', history: [...voided, ...history('submit')] })).toBe(false);
  expect(isVoided({ state: 'draft', history: [...voided, ...history('submit', 'return')] })).toBe(false);
});

it('is late from the moment on that it is due', () => {
  const due = '2026-11-23T04:00:00.000Z';
  const after = (minutes: number) => lateText(due, Date.parse(due) + minutes * 60_000);
  expect([-1, 0, 59, 60, 25 * 60].map(after)).toEqual([
    undefined,
    '超时 1 分钟',
    '超时 59 分钟',
    '超时 1 小时',
    '超时 1 天',
  ]);
});
