// A year of working days as it is drawn and corrected.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { monthsOf, withChange } from '../../../../src/console/pages/requests/calendar-days.ts';
import { Day } from '../../../../src/contract/time.ts';
import type { WorkingDayChange } from '../../../../src/contract/working-days.ts';

const day = (text: string) => Day.parse(text);
const national: WorkingDayChange = { day: day('2026-10-01'), working: false, name: '国庆节' };
const makeUp: WorkingDayChange = { day: day('2026-10-10'), working: true, name: '国庆节调休' };

it('has every day of the year once, under its own weekday', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2015, max: 2100 }), (year) => {
      const months = monthsOf(year, []);
      const days = months.flatMap((month) => month.days);
      const isLeap = new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;
      expect(days).toHaveLength(isLeap ? 366 : 365);
      for (const { days: own, blanks } of months)
        for (const { day: each, date } of own)
          expect((blanks + date - 1) % 7).toBe((new Date(each).getUTCDay() + 6) % 7);
    }),
  );
});

it('a holiday is not worked, a make-up day is', () => {
  const october = monthsOf(2026, [national, makeUp])[9];
  expect(october?.blanks).toBe(3);
  expect(october?.days[0]).toMatchObject({ works: false, isWeekend: false });
  expect(october?.days[9]).toMatchObject({ works: true, isWeekend: true });
  expect(october?.workingDays).toBe(22);
});

it('a day is set once, in its order, and can be set back', () => {
  const both = withChange([makeUp], national.day, { working: false, name: '国庆节' });
  expect(both).toEqual([national, makeUp]);
  expect(withChange(both, national.day, { working: false, name: '国庆' })).toHaveLength(2);
  expect(withChange(both, national.day, null)).toEqual([makeUp]);
});
