// An import's figures.
import { expect, it } from 'vitest';
import { canApply, faultyOf, fineOf, progressOf } from '../../../../src/console/pages/imports/import-figures.ts';

const counts = { good: 5, same: 2, duplicate: 1, 'unknown-address': 3, malformed: 4 };

it('counts rows that were stored before as fine', () => {
  expect(fineOf(counts)).toBe(7);
  expect(faultyOf(counts)).toBe(8);
});

it('shows nothing done while the rows are counted, and not all done before it is', () => {
  expect(progressOf({ state: 'reading', done: 0, rows: null })).toBe(0);
  expect(progressOf({ state: 'running', done: 999, rows: 1000 })).toBe(99);
  expect(progressOf({ state: 'running', done: 1000, rows: 1000 })).toBe(99);
  expect(progressOf({ state: 'done', done: 1000, rows: 1000 })).toBe(100);
});

it('is done at once when the list is empty', () => {
  expect(progressOf({ state: 'running', done: 0, rows: 0 })).toBe(0);
  expect(progressOf({ state: 'done', done: 0, rows: 0 })).toBe(100);
});

it('can be applied after a dry run that found something good, and then only', () => {
  expect(canApply({ dryRun: true, state: 'done', counts })).toBe(true);
  expect(canApply({ dryRun: true, state: 'running', counts })).toBe(false);
  expect(canApply({ dryRun: false, state: 'done', counts })).toBe(false);
  expect(canApply({ dryRun: true, state: 'done', counts: { ...counts, good: 0 } })).toBe(false);
});
