// The course of coverage as a chart wants it.
import { expect, it } from 'vitest';
import { hasFigures, monthStarts, seriesOf, yearBefore } from '../../../../src/console/pages/coverage/trend-series.ts';
import { Day } from '../../../../src/contract/time.ts';

const point = (day: string, percent: number | null) => ({
  day: Day.parse(day),
  households: percent === null ? 0 : 8,
  covered: percent === null ? 0 : 6,
  percent,
});
const items = [point('2026-10-31', null), point('2026-11-01', 62.5), point('2026-11-02', 75)];

it('goes back to the same day of the year before', () => {
  expect(yearBefore(Day.parse('2026-11-23'))).toBe('2025-11-23');
  expect(yearBefore(Day.parse('2027-01-01'))).toBe('2026-01-01');
});

it('goes back to the end of February from a leap day', () => {
  expect(yearBefore(Day.parse('2028-02-29'))).toBe('2027-02-28');
});

it('leaves a gap where no household was known', () => {
  expect(seriesOf(items)).toEqual([
    ['2026-10-31', null],
    ['2026-11-01', 62.5],
    ['2026-11-02', 75],
  ]);
});

it('has nothing to draw where no day has a figure', () => {
  expect(hasFigures(items)).toBe(true);
  expect(hasFigures(items.slice(0, 1))).toBe(false);
  expect(hasFigures([])).toBe(false);
});

it('marks the axis where months begin', () => {
  expect(monthStarts(items)).toEqual(['2026-11-01']);
});
