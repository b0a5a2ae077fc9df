// The district's working days against a slow calendar that looks every day up in a list.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Day } from '../../../src/contract/time.ts';
import { addDays } from '../../../src/domain/time/days.ts';
import {
  type CalendarYear,
  calendarFaults,
  createDistrictCalendar,
} from '../../../src/domain/time/district-calendar.ts';
import { isWorkingDay, knownYears } from '../../../src/domain/time/working-days.ts';

const day = (text: string) => text as Day;
/** A Monday. */
const MONDAY = day('2024-01-01');
const LAST = day('2028-12-31');
const WEEK = [true, true, true, true, true, false, false];
const DAYS: readonly Day[] = Array.from({ length: 1827 }, (_, index) => addDays(MONDAY, index));

/** By counting weekdays from a Monday, and looking through all that was entered. */
function slowly(years: readonly CalendarYear[], asked: Day): boolean | null {
  for (const { year, changes } of years) {
    if (!asked.startsWith(`${year}-`)) continue;
    for (const change of changes) if (change.day === asked) return change.working;
    return WEEK[DAYS.indexOf(asked) % 7] ?? null;
  }
  return null;
}

/** A year of those days, each of whose days may be as its weekday does not say. */
const calendarYear = (year: number): fc.Arbitrary<CalendarYear> => {
  const own = DAYS.filter((each) => each.startsWith(`${year}-`));
  return fc.subarray(own, { maxLength: 60 }).map((days) => ({
    year,
    changes: days.map((each) => ({ day: each, working: !WEEK[DAYS.indexOf(each) % 7], name: '调整' })),
  }));
};
const years = () =>
  fc
    .subarray([2024, 2025, 2026, 2027, 2028])
    .chain((chosen) => fc.tuple(...chosen.map(calendarYear)) as fc.Arbitrary<CalendarYear[]>);

describe("the district's calendar", () => {
  it('says of every day what a slow one says', () => {
    expect(DAYS.at(-1)).toBe(LAST);
    fc.assert(
      fc.property(years(), (entered) => {
        const works = createDistrictCalendar(entered);
        expect(DAYS.map(works)).toEqual(DAYS.map((each) => slowly(entered, each)));
      }),
      { numRuns: 20 },
    );
  });

  it('is whole: each year that is entered is known to its last day, and no other has a known day', () => {
    fc.assert(
      fc.property(years(), fc.constantFrom(...DAYS), (entered, asked) => {
        const isEntered = entered.some(({ year }) => asked.startsWith(`${year}-`));
        expect(createDistrictCalendar(entered)(asked) !== null).toBe(isEntered);
      }),
    );
  });

  it("of the years that come with the system is the State Council's", () => {
    const shipped = knownYears(2015, 2100);
    expect(shipped.map(({ year }) => year)).toEqual(Array.from({ length: 12 }, (_, index) => 2015 + index));
    const works = createDistrictCalendar(shipped);
    for (let each = day('2014-12-25'); each < '2027-02-01'; each = addDays(each, 1))
      expect([each, works(each)]).toEqual([each, each < '2015' ? null : isWorkingDay(each)]);
  });

  it('names a holiday, and the weekend that is worked for it', () => {
    const [{ changes } = { changes: [] }] = knownYears(2026, 2026);
    expect(changes).toContainEqual({ day: '2026-10-01', working: false, name: '国庆节' });
    expect(changes).toContainEqual({ day: '2026-10-10', working: true, name: '国庆节调休' });
    // A Saturday within the holiday is as its weekday says.
    expect(changes.map((change) => change.day)).not.toContain('2026-10-03');
  });
});

describe('a year as it was entered', () => {
  it('is right where it names days of its own, each once, that are not as their weekday says', () => {
    for (const year of knownYears(2015, 2026)) expect(calendarFaults(year)).toEqual([]);
  });

  it('is told where it is not', () => {
    const change = (text: string, working: boolean) => ({ day: day(text), working, name: '元旦' });
    const changes = [
      change('2027-01-01', false),
      change('2027-01-01', false),
      change('2026-12-31', false),
      change('2027-01-02', false),
      change('2027-01-04', true),
    ];
    expect(calendarFaults({ year: 2027, changes }).map(({ path, message }) => [path, message])).toEqual([
      ['changes.1.day', '2027-01-01 填了两次'],
      ['changes.2.day', '2026-12-31 不在 2027 年'],
      ['changes.3.day', '2027-01-02 本来就休息，不用填'],
      ['changes.4.day', '2027-01-04 本来就上班，不用填'],
    ]);
  });
});
