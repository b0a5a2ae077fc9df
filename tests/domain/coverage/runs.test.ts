import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTIVE_DAYS } from '../../../src/contract/coverage.ts';
import type { Day } from '../../../src/contract/time.ts';
import { isActive, leave, PAUSE_DAYS, type Run, sight } from '../../../src/domain/coverage/runs.ts';
import { addDays } from '../../../src/domain/time/days.ts';

const START = '2026-02-20' as Day;
const day = (number: number) => addDays(START, number);
const run = (first: number, last: number, ended: number | null = null): Run => ({
  firstDay: day(first),
  lastDay: day(last),
  endedDay: ended === null ? null : day(ended),
});
const seenOn = (...days: number[]) => days.reduce<Run[]>((runs, number) => sight(runs, day(number)), []);

describe('a run', () => {
  it('goes on after a short pause and begins anew after a long one', () => {
    expect(seenOn(0, 1, 1 + PAUSE_DAYS)).toEqual([run(0, 1 + PAUSE_DAYS)]);
    expect(seenOn(0, 1, 2 + PAUSE_DAYS)).toEqual([run(0, 1), run(2 + PAUSE_DAYS, 2 + PAUSE_DAYS)]);
  });

  it('is not shortened by a day that is told late', () => {
    expect(seenOn(0, 3, 2)).toEqual([run(0, 3)]);
  });

  it('counts from its first day, and so many days in all from its last', () => {
    const active = [-1, 0, 5, 5 + 29, 5 + 30].map((number) => isActive(run(0, 5), day(number), 30));
    expect(active).toEqual([false, true, true, true, false]);
  });

  it('counts no longer from the day the box left', () => {
    expect([7, 8].map((number) => isActive(run(0, 5, 8), day(number), 30))).toEqual([true, false]);
  });

  it('begins anew where the box comes back after it left, even on the same day', () => {
    expect(sight(leave(seenOn(0, 2), day(2)), day(2))).toEqual([run(0, 2, 2), run(2, 2)]);
    expect(sight(leave(seenOn(2), day(2)), day(2))).toEqual([run(2, 2)]);
  });

  it('crosses the end of a year and of a leap month by calendar days', () => {
    expect(
      sight([{ firstDay: '2027-12-28' as Day, lastDay: '2027-12-28' as Day, endedDay: null }], '2028-01-04' as Day),
    ).toEqual([{ firstDay: '2027-12-28', lastDay: '2028-01-04', endedDay: null }]);
    expect(addDays('2028-02-28' as Day, 1)).toBe('2028-02-29');
  });
});

/** The same told slowly: every sighting is kept, with the day on which the box left after it. */
interface Sighting {
  readonly day: number;
  ended: number | null;
}
const isActiveBySightings = (sightings: readonly Sighting[], asOf: number, activeDays: number) =>
  sightings.some(({ day, ended }) => day <= asOf && day > asOf - activeDays && (ended === null || asOf < ended));

type Event = { readonly kind: 'sight' | 'leave'; readonly wait: number };
const events = fc.array(
  fc.record<Event>({
    kind: fc.constantFrom('sight', 'sight', 'sight', 'sight', 'leave'),
    // Around the pause and around the longest period asked for, or anything.
    wait: fc.oneof(fc.nat({ max: 2 }), fc.integer({ min: 6, max: 9 }), fc.nat({ max: 100 })),
  }),
  { maxLength: 12 },
);

function both(happened: readonly Event[]) {
  let today = 0;
  let runs: Run[] = [];
  const sightings: Sighting[] = [];
  for (const { kind, wait } of happened) {
    today += wait;
    if (kind === 'sight') {
      runs = sight(runs, day(today));
      sightings.push({ day: today, ended: null });
    } else {
      runs = leave(runs, day(today));
      for (const one of sightings) one.ended ??= today;
    }
  }
  return { runs, sightings, until: today + ACTIVE_DAYS.most + 1 };
}

function expectSame(runs: readonly Run[], sightings: readonly Sighting[], until: number) {
  const [firstDay, ...days] = Array.from({ length: until + 2 }, (_, index) => index - 1);
  for (let activeDays: number = ACTIVE_DAYS.least; activeDays <= ACTIVE_DAYS.most; activeDays++) {
    for (const asOf of [firstDay ?? -1, ...days]) {
      const byRuns = runs.some((one) => isActive(one, day(asOf), activeDays));
      if (byRuns !== isActiveBySightings(sightings, asOf, activeDays))
        expect.fail(`day ${asOf}, ${activeDays} days: by runs ${byRuns}; ${JSON.stringify({ runs, sightings })}`);
    }
  }
}

describe('runs', () => {
  it('answer as every single sighting would, for every number of days and every day', () => {
    fc.assert(
      fc.property(events, (happened) => {
        const { runs, sightings, until } = both(happened);
        expectSame(runs, sightings, until);
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  it('answer so also where days are told out of order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 60 }), { maxLength: 12 }), (days) => {
        expectSame(
          seenOn(...days),
          days.map((one) => ({ day: one, ended: null })),
          60 + ACTIVE_DAYS.most + 1,
        );
      }),
      { numRuns: 20 },
    );
  }, 60_000);

  it('have first days of their own, as the table wants it', () => {
    fc.assert(
      fc.property(events, (happened) => {
        const firsts = both(happened).runs.map((one) => one.firstDay);
        expect(new Set(firsts).size).toBe(firsts.length);
      }),
    );
  });

  it('would not do so with a pause of one day more', () => {
    const wrong = [run(0, PAUSE_DAYS + 1)];
    const seen = [0, PAUSE_DAYS + 1].map((one) => ({ day: one, ended: null }));
    const asOf = PAUSE_DAYS;
    expect(isActive(wrong[0] ?? run(0, 0), day(asOf), ACTIVE_DAYS.least)).toBe(true);
    expect(isActiveBySightings(seen, asOf, ACTIVE_DAYS.least)).toBe(false);
  });
});
