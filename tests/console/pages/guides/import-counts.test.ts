// How a sheet came out, in figures.
import { expect, it } from 'vitest';
import { countsOf, savedBy } from '../../../../src/console/pages/guides/import-counts.ts';
import type { GuideImport, GuideRow } from '../../../../src/contract/guide-calls.ts';

const row = (at: number, outcome: GuideRow['outcome']): GuideRow => ({
  row: at,
  number: '0201',
  name: '补办身份证',
  outcome,
  errors: [],
});
const report: GuideImport = {
  applied: false,
  rows: [row(2, 'new'), row(3, 'changed'), row(4, 'same'), row(5, 'refused'), row(6, 'changed')],
};

it('counts each outcome, also those that no row has', () => {
  expect(countsOf(report)).toEqual({ new: 1, changed: 2, same: 1, refused: 1 });
  expect(countsOf({ applied: true, rows: [] })).toEqual({ new: 0, changed: 0, same: 0, refused: 0 });
});

it('saves what is new and what was changed', () => {
  expect(savedBy(report)).toBe(3);
});
