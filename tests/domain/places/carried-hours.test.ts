import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Day } from '../../../src/contract/time.ts';
import { carryHours, daysCarried } from '../../../src/domain/places/hours.ts';
import { addDays, daysBetween } from '../../../src/domain/time/days.ts';
import { calendarDayOf } from '../../../src/domain/time/working-days.ts';
import { at, OFFICE } from './hours.ts';

it('carries only the days on which it is otherwise than in the week', () => {
  const exceptions = [
    { day: '2026-10-12' as Day, periods: [at(8.5, 12)] },
    { day: '2026-12-24' as Day, periods: [] },
    { day: '2026-10-13' as Day, periods: OFFICE.week[1] ?? [] },
  ];
  const days = { from: '2026-10-01' as Day, to: '2026-10-31' as Day };
  const { special, knownTo } = carryHours({ ...OFFICE, exceptions }, days, calendarDayOf);
  const holidays = ['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'];
  expect(special).toEqual([
    ...holidays.map((day) => ({ day, periods: [] })),
    { day: '2026-10-10', periods: OFFICE.week[0] },
    { day: '2026-10-12', periods: [at(8.5, 12)] },
  ]);
  expect(knownTo).toBe('2026-10-31');
});

it('does not ask the calendar of a place that opens on holidays as usual', () => {
  const days = { from: '2026-12-01' as Day, to: '2027-02-28' as Day };
  expect(carryHours({ ...OFFICE, holidays: 'as-usual' }, days, () => null)).toMatchObject({
    special: [],
    knownTo: '2027-02-28',
  });
  expect(carryHours(OFFICE, days, () => null).knownTo).toBe('2026-11-30');
});

it('tells boxes of two months ahead at least, and of the same days all month long', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2000 }), (n) => {
      const today = addDays('2026-01-01' as Day, n);
      const { from, to } = daysCarried(today);
      expect([from.slice(0, 7), from.slice(8)]).toEqual([today.slice(0, 7), '01']);
      expect(daysBetween(today, to)).toBeGreaterThanOrEqual(59);
      expect(addDays(to, 1).slice(8)).toBe('01');
      expect(daysCarried(from)).toEqual({ from, to });
    }),
  );
});
