// Ten thousand schedules: what is on agrees with the slow reference, at and around every kind of edge.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Airing } from '../../../src/contract/schedule.ts';
import type { Instant } from '../../../src/contract/time.ts';
import { isOn, nextChange, spansOf, type Timed } from '../../../src/domain/schedule/airing.ts';
import { airingOf } from '../../../src/domain/schedule/expand.ts';
import { isWorkingDay } from '../../../src/domain/time/working-days.ts';
import { slowly, type Written } from './reference.ts';
import { written } from './written.ts';

const SCHEDULES = 10_000;
const MINUTE_MS = 60_000;

const instant = (ms: number) => new Date(ms).toISOString() as Instant;

function told({ schedule, from, to }: Written): Timed {
  const validity = { validFrom: instant(from), validTo: instant(to) };
  const airing = airingOf({ schedule, ...validity }, isWorkingDay);
  if ('fault' in airing) throw new Error(`${JSON.stringify(schedule)}: ${airing.fault}`);
  return { ...validity, airing: airing satisfies Airing };
}

/** Moments worth asking about: the ends of the validity, of dayparts, of days; and some that are none of these. */
function moments({ schedule, from, to }: Written, parts: readonly number[]): number[] {
  const midnight = (ms: number) => ms - ((ms + 480 * MINUTE_MS) % (1440 * MINUTE_MS));
  const minutes = [0, ...(schedule.dayparts ?? []).flatMap((part) => [part.from, part.to])];
  const edges = parts.flatMap((part) => {
    const day = midnight(from + part * (to - from));
    return minutes.map((minute) => day + minute * MINUTE_MS);
  });
  return [from, to, ...edges]
    .flatMap((edge) => [edge - 1, edge])
    .concat(parts.map((part) => from + part * (to - from)));
}

describe('what is on', () => {
  it(`agrees with the slow reference for ${SCHEDULES} schedules`, { timeout: 120_000 }, () => {
    let on = 0;
    let off = 0;
    const parts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 1 });
    fc.assert(
      fc.property(written, parts, (one, where) => {
        const item = told(one);
        const reference = slowly(one);
        const spans = spansOf(item, one.from, one.to);
        for (const at of moments(one, where).map(Math.floor)) {
          const expected = reference(at);
          // Nothing changes before the moment that was named.
          const next = nextChange([item], at);
          const later = next === null ? one.to + MINUTE_MS : next - 1;
          const answers = [
            isOn(item, at),
            spans.some((span) => span.from <= at && at < span.to),
            next === null && at < one.to ? null : reference(later),
          ];
          // An `expect` each would take longer than all the rest.
          if (answers.some((answer) => answer !== expected))
            throw new Error(`${JSON.stringify(one)} at ${instant(at)}: ${answers} and not ${expected}`);
          if (expected) on += 1;
          else off += 1;
        }
      }),
      { numRuns: SCHEDULES, seed: 20_261_123 },
    );
    // A test that only ever saw "off" would prove nothing.
    expect(Math.min(on, off) / (on + off)).toBeGreaterThan(0.1);
  });
});
