import { describe, expect, it } from 'vitest';
import type { Day } from '../../../src/contract/time.ts';
import { openingInWords, weekLines } from '../../../src/domain/places/hours-words.ts';
import { startOfDay } from '../../../src/domain/time/days.ts';
import { at, OFFICE } from './hours.ts';

const moment = (day: string, hour: number) => startOfDay(day as Day) + hour * 3_600_000;

describe('the hours of a week in words', () => {
  it.each([
    [OFFICE.week, ['周一至周五 8:30—12:00，13:30—17:00', '周六、周日 休息']],
    [Array.from({ length: 7 }, () => [at(0, 24)]), ['每天 全天']],
    [
      [[at(9, 10)], [], [at(9, 10)], [], [at(9, 10)], [], [at(6, 12)]],
      ['周一、周三、周五 9:00—10:00', '周日 6:00—12:00', '周二、周四、周六 休息'],
    ],
    [
      [[], [at(9, 10)], [at(9, 10)], [at(9, 10)], [], [at(9, 10)], [at(9, 10)]],
      ['周二至周四、周六、周日 9:00—10:00', '周一、周五 休息'],
    ],
  ])('%#', (week, lines) => {
    expect(weekLines(week)).toEqual(lines);
  });
});

describe('whether it is open, in words', () => {
  // A Wednesday.
  const now = moment('2026-11-25', 10);
  it.each([
    ['现在开着，17:00关门', { open: true, until: moment('2026-11-25', 17) }],
    ['现在开着，24:00关门', { open: true, until: moment('2026-11-25', 24) }],
    ['现在开着，明天2:05关门', { open: true, until: moment('2026-11-26', 2) + 5 * 60_000 }],
    ['全天开着', { open: true, until: null }],
    ['现在关着，13:30开门', { open: false, opens: moment('2026-11-25', 13.5) }],
    ['现在关着，明天0:00开门', { open: false, opens: moment('2026-11-26', 0) }],
    ['现在关着，周六8:30开门', { open: false, opens: moment('2026-11-28', 8.5) }],
    ['现在关着，12月2日8:30开门', { open: false, opens: moment('2026-12-02', 8.5) }],
    ['现在关着', { open: false, opens: null }],
  ] as const)('%s', (text, opening) => {
    expect(openingInWords(opening, now)).toBe(text);
  });
});
