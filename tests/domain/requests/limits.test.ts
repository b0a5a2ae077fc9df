import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TIME_CLASSES, TIME_RULES, type TimeClass } from '../../../src/contract/requests.ts';
import type { Day, Instant } from '../../../src/contract/time.ts';
import { dueOf, dutiesOf, lightOf, type WorkingDays } from '../../../src/domain/requests/limits.ts';
import { isWorkingDay } from '../../../src/domain/time/working-days.ts';

const HOUR_MS = 3_600_000;
const instant = (text: string) => new Date(text).toISOString() as Instant;
const at = (ms: number) => new Date(ms).toISOString() as Instant;

const clock = (timeClass: TimeClass, from: string, change: object = {}) => ({
  state: 'assigned' as const,
  timeClass,
  countsFrom: instant(from),
  pauses: [],
  suspendedAt: null,
  extendedTo: null,
  extendedAt: null,
  ...change,
});

describe('a time limit', () => {
  it('counts working days from the day after receipt to the end of the last one', () => {
    expect(dueOf(clock('ordinary', '2026-11-26T10:00:00+08:00'), TIME_RULES, isWorkingDay)).toEqual({
      at: instant('2026-12-08T00:00:00+08:00'),
    });
  });

  it('leaves out public holidays and counts the weekends on which one works for them', () => {
    // National Day 2026 is off from 1 to 7 October; 10 October, a Saturday, is worked for it.
    expect(dueOf(clock('consultation', '2026-09-30T10:00:00+08:00'), TIME_RULES, isWorkingDay)).toEqual({
      at: instant('2026-10-11T00:00:00+08:00'),
    });
  });

  it('counts hours day and night', () => {
    expect(dueOf(clock('emergency', '2026-10-01T23:30:00+08:00'), TIME_RULES, isWorkingDay)).toEqual({
      at: instant('2026-10-02T01:30:00+08:00'),
    });
  });

  it('names the year whose holidays nobody has entered', () => {
    expect(dueOf(clock('complex', '2026-12-28T10:00:00+08:00'), TIME_RULES, isWorkingDay)).toEqual({ missing: 2027 });
  });

  it('keeps what was paused when the class changes', () => {
    const pauses = [{ from: instant('2026-11-27T10:00:00+08:00'), to: instant('2026-12-01T09:00:00+08:00') }];
    expect(dueOf(clock('consultation', '2026-11-26T10:00:00+08:00', { pauses }), TIME_RULES, isWorkingDay)).toEqual({
      at: instant('2026-12-04T00:00:00+08:00'),
    });
    const hours = 24 * HOUR_MS + (Date.parse(pauses[0]?.to ?? '') - Date.parse(pauses[0]?.from ?? ''));
    // Paused an hour before the 24 were over.
    const utility = clock('utility', '2026-11-26T11:00:00+08:00', { pauses });
    expect(dueOf(utility, TIME_RULES, isWorkingDay)).toEqual({
      at: at(Date.parse('2026-11-26T11:00:00+08:00') + hours),
    });
  });

  it('stands while a case is suspended, and never shrinks by an extension', () => {
    expect(
      dueOf(clock('ordinary', '2026-11-26T10:00:00+08:00', { state: 'suspended' }), TIME_RULES, isWorkingDay),
    ).toBe(null);
    const [earlier, later] = [instant('2026-12-01T00:00:00+08:00'), instant('2026-12-20T00:00:00+08:00')];
    const extendedAt = instant('2026-11-30T10:00:00+08:00');
    const due = (extendedTo: Instant, change: object = {}) =>
      dueOf(
        clock('ordinary', '2026-11-26T10:00:00+08:00', { extendedTo, extendedAt, ...change }),
        TIME_RULES,
        isWorkingDay,
      );
    expect(due(earlier)).toEqual({ at: instant('2026-12-08T00:00:00+08:00') });
    expect(due(later)).toEqual({ at: later });
    // Two days, of which one was over before it was granted.
    const pauses = [
      { from: instant('2026-11-27T10:00:00+08:00'), to: instant('2026-11-28T10:00:00+08:00') },
      { from: instant('2026-12-18T10:00:00+08:00'), to: instant('2026-12-19T10:00:00+08:00') },
    ];
    expect(due(later, { pauses })).toEqual({ at: instant('2026-12-21T00:00:00+08:00') });
  });

  it('agrees with a clock that is watched quarter by quarter of an hour', () => {
    const start = Date.parse('2026-01-05T00:00:00+08:00') / HOUR_MS;
    const pauses = fc.array(fc.tuple(fc.nat(300), fc.nat(200)), { maxLength: 3 });
    const extension = fc.option(fc.tuple(fc.nat(900), fc.nat(2_000)));
    fc.assert(
      fc.property(
        fc.nat(6_500),
        fc.constantFrom(...TIME_CLASSES),
        pauses,
        extension,
        fc.infiniteStream(fc.boolean()),
        (hour, timeClass, gaps, extended, days) => {
          const known = new Map<Day, boolean>();
          const works: WorkingDays = (day) => {
            // Every fourth day at least is worked, so that the counting ends.
            if (!known.has(day)) known.set(day, known.size % 4 === 0 || days.next().value === true);
            return known.get(day) ?? null;
          };
          const countsFrom = at((start + hour) * HOUR_MS);
          let when = Date.parse(countsFrom);
          const paused = gaps.map(([after, length]) => {
            const from = when + after * (HOUR_MS / 4);
            when = from + length * (HOUR_MS / 4);
            return { from: at(from), to: at(when) };
          });
          // The days are dreamt up as they are asked for: the same order for both.
          for (let day = 0; day < 120; day++) works(dayText(Date.parse(countsFrom) + day * 24 * HOUR_MS));
          const extendedAt = extended && at(Date.parse(countsFrom) + extended[0] * (HOUR_MS / 4));
          const extendedTo = extended && at(Date.parse(extendedAt ?? '') + extended[1] * (HOUR_MS / 4));
          const change = { pauses: paused, extendedTo, extendedAt };
          const due = dueOf(clock(timeClass, countsFrom, change), TIME_RULES, works);
          const counted = watched(countsFrom, timeClass, paused, works);
          const moved = extended ? watchedFrom(extendedAt ?? counted, extended[1], paused) : counted;
          expect(due).toEqual({ at: moved > counted ? moved : counted });
        },
      ),
      { numRuns: 200 },
    );
  });
});

const dayText = (ms: number) => new Date(ms + 8 * HOUR_MS).toISOString().slice(0, 10) as Day;

/** Written apart: a watch that is looked at every quarter of an hour. */
function watched(
  countsFrom: Instant,
  timeClass: TimeClass,
  pauses: readonly { from: Instant; to: Instant }[],
  works: WorkingDays,
): Instant {
  const STEP = HOUR_MS / 4;
  const rule = TIME_RULES[timeClass];
  let left = rule.unit === 'hours' ? rule.count * 4 : rule.count;
  for (let now = Date.parse(countsFrom); ; now += STEP) {
    const stands = pauses.some(({ from, to }) => Date.parse(from) <= now && now < Date.parse(to));
    if (rule.unit === 'hours') {
      if (!stands) left -= 1;
      if (left === 0) return at(now + STEP);
      continue;
    }
    const [today, tomorrow] = [dayText(now), dayText(now + STEP)];
    if (today === tomorrow || today === dayText(Date.parse(countsFrom))) continue;
    if (works(today) && !stands) left -= 1;
    if (left === 0) return at(now + STEP);
  }
}

/** Quarters of an hour that are left at an instant, watched in the same way. */
function watchedFrom(since: Instant, quarters: number, pauses: readonly { from: Instant; to: Instant }[]): Instant {
  const STEP = HOUR_MS / 4;
  let left = quarters;
  let now = Date.parse(since);
  for (; left > 0; now += STEP)
    if (!pauses.some(({ from, to }) => Date.parse(from) <= now && now < Date.parse(to))) left -= 1;
  return at(now);
}

describe('the light of a case', () => {
  const countsFrom = instant('2026-11-26T00:00:00Z');
  const due = instant('2026-11-27T00:00:00Z');
  const light = (now: string, state: 'assigned' | 'suspended' | 'answered' = 'assigned') =>
    lightOf({ state, countsFrom }, due, instant(now));

  it('is yellow in the last fifth of the time, and red from the deadline on', () => {
    expect(light('2026-11-26T10:00:00Z')).toBe('green');
    expect(light('2026-11-26T19:12:00Z')).toBe('yellow');
    expect(light('2026-11-27T00:00:00Z')).toBe('red');
  });

  it('is out once it is answered, and stands while it is suspended', () => {
    expect(light('2026-11-28T00:00:00Z', 'answered')).toBe('none');
    expect(light('2026-11-28T00:00:00Z', 'suspended')).toBe('stopped');
  });
});

describe('the system by itself', () => {
  const due = instant('2026-11-26T00:00:00Z');
  const open = {
    state: 'handling',
    countsFrom: instant('2026-11-16T00:00:00Z'),
    remindedBySystem: true,
    urgedBySystem: false,
    supervisedBySystem: false,
  } as const;

  it('reminds once while the light is yellow, and no more when it is red', () => {
    const quiet = { ...open, remindedBySystem: false };
    expect(dutiesOf(quiet, due, instant('2026-11-23T23:59:00Z'))).toEqual([]);
    expect(dutiesOf(quiet, due, instant('2026-11-24T00:00:00Z'))).toEqual(['note']);
    expect(dutiesOf(open, due, instant('2026-11-24T00:00:00Z'))).toEqual([]);
    expect(dutiesOf(quiet, due, due)).toEqual(['urge']);
  });

  it('urges at the deadline and supervises five days after, each once', () => {
    expect(dutiesOf(open, due, instant('2026-11-25T23:59:00Z'))).toEqual([]);
    expect(dutiesOf(open, due, due)).toEqual(['urge']);
    expect(dutiesOf({ ...open, urgedBySystem: true }, due, instant('2026-11-30T23:00:00Z'))).toEqual([]);
    expect(dutiesOf({ ...open, urgedBySystem: true }, due, instant('2026-12-01T00:00:00Z'))).toEqual(['supervise']);
    expect(dutiesOf(open, due, instant('2026-12-01T00:00:00Z'))).toEqual(['urge', 'supervise']);
  });

  it('leaves a case alone that is answered', () => {
    expect(dutiesOf({ ...open, state: 'answered' }, due, instant('2026-12-09T00:00:00Z'))).toEqual([]);
  });
});
