// Hours for tests: any that an office could write, and some that one does.
import fc from 'fast-check';
import { Hours, type Period } from '../../../src/contract/places.ts';
import type { Day } from '../../../src/contract/time.ts';

const DAY_MS = 86_400_000;
/** Holidays and make-up days of 2026 lie on both sides. */
const FIRST = Date.parse('2026-09-20');

const periods = (): fc.Arbitrary<Period[]> =>
  fc
    .uniqueArray(fc.constantFrom(0, 1, 390, 510, 720, 721, 810, 1020, 1439, 1440), { maxLength: 8 })
    .map((edges) => [...edges].sort((one, other) => one - other))
    .map((edges) => Array.from({ length: Math.floor(edges.length / 2) }, (_, at) => edges.slice(2 * at, 2 * at + 2)))
    .map((pairs) => pairs.map(([from = 0, to = 1]) => ({ from, to })));

/** Often around the clock, so that a night joins two days. */
const day = () => fc.oneof(periods(), fc.constantFrom([{ from: 0, to: 1440 }], []));

export const dayNear = (): fc.Arbitrary<Day> =>
  fc.integer({ min: 0, max: 25 }).map((n) => new Date(FIRST + n * DAY_MS).toISOString().slice(0, 10) as Day);

export const anyHours = (): fc.Arbitrary<Hours> =>
  fc
    .record({
      week: fc.array(day(), { minLength: 7, maxLength: 7 }),
      holidays: fc.constantFrom('closed' as const, 'as-usual' as const),
      exceptions: fc.uniqueArray(fc.record({ day: dayNear(), periods: day() }), {
        maxLength: 4,
        selector: (each) => each.day,
      }),
    })
    .map((hours) => Hours.parse(hours));

export const at = (from: number, to: number): Period => ({ from: Math.round(from * 60), to: Math.round(to * 60) });
const office = [at(8.5, 12), at(13.5, 17)];
export const OFFICE: Hours = {
  week: [office, office, office, office, office, [], []],
  holidays: 'closed',
  exceptions: [],
};
