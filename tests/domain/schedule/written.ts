// Generates what authors may write: rules of every kind, days, dayparts over midnight, a validity of minutes to a year.
import fc from 'fast-check';
import type { Schedule } from '../../../src/contract/schedule.ts';
import type { Written } from './reference.ts';

const DAY_MS = 86_400_000;
const START = Date.parse('2023-12-31T16:00:00.000Z');

const weekday = fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU');
const listOf = <T>(one: fc.Arbitrary<T>, maxLength: number) =>
  fc.uniqueArray(one, { minLength: 1, maxLength }).map((all) => all.join(','));
const monthDay = fc.oneof(fc.integer({ min: 1, max: 31 }), fc.integer({ min: -31, max: -1 }));
const nthDay = fc.tuple(fc.constantFrom(1, 2, 3, 4, 5, -1, -2), weekday).map(([nth, name]) => `${nth}${name}`);

const kind = fc.oneof(
  fc.constantFrom('FREQ=DAILY', 'FREQ=WEEKLY', 'FREQ=MONTHLY', 'FREQ=YEARLY'),
  listOf(weekday, 7).map((days) => `FREQ=WEEKLY;BYDAY=${days}`),
  listOf(monthDay, 4).map((days) => `FREQ=MONTHLY;BYMONTHDAY=${days}`),
  listOf(fc.oneof(weekday, nthDay), 4).map((days) => `FREQ=MONTHLY;BYDAY=${days}`),
  fc
    .tuple(listOf(weekday, 7), listOf(fc.constantFrom(1, 2, 4, -1, -3), 3))
    .map(([days, positions]) => `FREQ=MONTHLY;BYDAY=${days};BYSETPOS=${positions}`),
);
const end = fc.oneof(
  fc.constant(''),
  fc.integer({ min: 1, max: 40 }).map((count) => `;COUNT=${count}`),
  fc.integer({ min: 0, max: 700 }).map((days) => `;UNTIL=${day(START + days * DAY_MS).replaceAll('-', '')}`),
);
const interval = fc.oneof(
  fc.constant(''),
  fc.integer({ min: 2, max: 5 }).map((every) => `;INTERVAL=${every}`),
);
export const recurrence = fc.tuple(kind, interval, end).map((parts) => parts.join(''));

const daypart = fc
  .record({ from: fc.integer({ min: 0, max: 1439 }), to: fc.integer({ min: 1, max: 1440 }) })
  .filter(({ from, to }) => from !== to);

const schedule: fc.Arbitrary<Schedule> = fc.record({
  recurrence: fc.option(recurrence, { freq: 3 }),
  days: fc.constantFrom('every', 'every', 'working', 'rest'),
  dayparts: fc.option(fc.array(daypart, { minLength: 1, maxLength: 4 }), { freq: 3 }),
});

/** In 2024 to 2026, whose holidays are known. */
export const written: fc.Arbitrary<Written> = fc
  .record({
    schedule,
    from: fc.integer({ min: 0, max: 680 * 1440 }).map((minutes) => START + minutes * 60_000),
    minutes: fc.oneof(fc.integer({ min: 1, max: 3 * 1440 }), fc.integer({ min: 1, max: 390 * 1440 })),
  })
  .map((drawn) => ({ schedule: drawn.schedule, from: drawn.from, to: drawn.from + drawn.minutes * 60_000 }));

const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);
