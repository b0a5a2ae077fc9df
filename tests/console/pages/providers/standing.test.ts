// How a provider does, in one tag.
import { expect, it } from 'vitest';
import { standingOf } from '../../../../src/console/pages/providers/standing.ts';
import { CallState } from '../../../../src/contract/providers.ts';

const state = (change: object) =>
  CallState.parse({
    call: 'bills',
    succeededAt: null,
    failedAt: null,
    trouble: null,
    detail: null,
    failures: 0,
    pausedUntil: null,
    ...change,
  });
const AT = '2026-11-25T04:00:00.000Z';

it('tells the worst that is so now', () => {
  const failing = { succeededAt: AT, failedAt: AT, trouble: 'unreachable', failures: 6 };
  expect(standingOf(state({}))).toEqual({ color: 'default', text: '还没有问过' });
  expect(standingOf(state({ succeededAt: AT }))).toEqual({ color: 'green', text: '正常' });
  expect(standingOf(state(failing))).toEqual({ color: 'orange', text: '接连失败 6 次' });
  expect(standingOf(state({ ...failing, pausedUntil: AT }))).toEqual({
    color: 'red',
    text: '暂停询问到 2026-11-25 12:00',
  });
});

it('is well again after a success, whatever failed before', () => {
  expect(standingOf(state({ succeededAt: AT, failedAt: AT, trouble: 'unreadable' })).color).toBe('green');
});
