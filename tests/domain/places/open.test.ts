import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Hours } from '../../../src/contract/places.ts';
import type { Day } from '../../../src/contract/time.ts';
import { carryHours, periodsWritten } from '../../../src/domain/places/hours.ts';
import { openingAt, periodsCarried } from '../../../src/domain/places/open.ts';
import { startOfDay } from '../../../src/domain/time/days.ts';
import { calendarDayOf } from '../../../src/domain/time/working-days.ts';
import { anyHours, at, dayNear, OFFICE } from './hours.ts';
import { changeSlowly, isOpenSlowly } from './slow-clock.ts';

const HOUR_MS = 3_600_000;
const DAYS_AHEAD = 14;
const moment = (day: string, hour: number) => startOfDay(day as Day) + hour * HOUR_MS;
const written = (hours: Hours) => periodsWritten(hours, calendarDayOf);
const everyDay = (from: number, to: number): Hours => ({
  week: Array.from({ length: 7 }, () => [at(from, to)]),
  holidays: 'as-usual',
  exceptions: [],
});

describe('a place', () => {
  it('agrees with a clock that looks at every minute, on whether it is open and until when', () => {
    const minute = fc.integer({ min: 0, max: 1439 });
    fc.assert(
      fc.property(anyHours(), dayNear(), minute, fc.integer({ min: 0, max: 59_999 }), (hours, day, of, ms) => {
        const now = startOfDay(day) + of * 60_000 + ms;
        const opening = openingAt(written(hours), now);
        expect(opening?.open).toBe(isOpenSlowly(hours, now));
        const told = opening?.open ? opening.until : opening?.opens;
        // One that is told lies within the fortnight to the day; the clock looks a day further.
        const change = changeSlowly(hours, now, DAYS_AHEAD + 1);
        if (told === null) expect(change === null || change >= startOfDay(day) + DAYS_AHEAD * 24 * HOUR_MS).toBe(true);
        else expect(told).toBe(change);
      }),
      { numRuns: 40 },
    );
  });

  it('is told the same from what a box carries', () => {
    const days = { from: '2026-09-01' as Day, to: '2026-11-30' as Day };
    fc.assert(
      fc.property(anyHours(), dayNear(), fc.integer({ min: 0, max: 24 * HOUR_MS - 1 }), (hours, day, ms) => {
        const now = startOfDay(day) + ms;
        const carried = carryHours(hours, days, calendarDayOf);
        expect(openingAt(periodsCarried(carried), now)).toEqual(openingAt(written(hours), now));
      }),
    );
  });

  it('that opens at a minute is open in it, and closed in the one it closes at', () => {
    const open = (hour: number) => openingAt(written(OFFICE), moment('2026-11-25', hour));
    expect(open(8.5)).toEqual({ open: true, until: moment('2026-11-25', 12) });
    expect(open(12)).toEqual({ open: false, opens: moment('2026-11-25', 13.5) });
    expect(open(17)).toEqual({ open: false, opens: moment('2026-11-26', 8.5) });
  });

  it('is closed on public holidays until the first working day, and works on make-up days', () => {
    expect(openingAt(written(OFFICE), moment('2026-09-30', 18))).toEqual({
      open: false,
      opens: moment('2026-10-08', 8.5),
    });
    expect(openingAt(written(OFFICE), moment('2026-10-10', 9))).toMatchObject({ open: true });
    expect(openingAt(written({ ...OFFICE, holidays: 'as-usual' }), moment('2026-10-01', 9))?.open).toBe(true);
  });

  it('goes on past midnight, and never ends where it is always open', () => {
    const night: Hours = { ...everyDay(20, 24), exceptions: [{ day: '2026-11-26' as Day, periods: [at(0, 2)] }] };
    expect(openingAt(written(night), moment('2026-11-25', 23))).toEqual({ open: true, until: moment('2026-11-26', 2) });
    expect(openingAt(written(everyDay(0, 24)), moment('2026-11-25', 23))).toEqual({ open: true, until: null });
  });

  it('says nothing of a day of which nobody knows whether it is a holiday', () => {
    const carried = { ...carryHours(OFFICE, { from: '2026-11-01' as Day, to: '2027-01-31' as Day }, calendarDayOf) };
    expect(carried.knownTo).toBe('2026-12-31');
    expect(openingAt(periodsCarried(carried), moment('2027-01-01', 9))).toBeNull();
    expect(openingAt(periodsCarried(carried), moment('2026-12-31', 18))).toEqual({ open: false, opens: null });
  });
});
