import { describe, expect, it } from 'vitest';
import type { Day } from '../../../src/contract/time.ts';
import { isWorkingDay } from '../../../src/domain/time/working-days.ts';

describe('a working day', () => {
  it.each([
    ['2026-09-30', true],
    ['2026-10-01', false],
    ['2026-10-10', true],
    ['2026-10-11', false],
    ['2004-01-01', false],
    ['2026-12-31', true],
  ])('%s: %s', (day, working) => {
    expect(isWorkingDay(day as Day)).toBe(working);
  });

  it.each(['2003-12-31', '2027-01-01', '2027-06-01', '2035-10-01'])('is not guessed where nobody knows: %s', (day) => {
    expect(isWorkingDay(day as Day)).toBeNull();
  });
});
