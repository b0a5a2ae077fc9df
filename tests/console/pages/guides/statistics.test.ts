// The figures of look-ups: every day of a period, and what digits that found nothing may have stood for.
import { describe, expect, it } from 'vitest';
import { everyDay } from '../../../../src/console/pages/guides/lookup-days.ts';
import { hintOf } from '../../../../src/console/pages/guides/missed-hint.ts';
import { Day } from '../../../../src/contract/time.ts';
import { KEY_LETTERS } from '../../../../src/domain/guides/search.ts';

const day = (text: string) => Day.parse(text);

describe('the days of a period', () => {
  it('are all there, with none where nobody looked anything up', () => {
    expect(everyDay(day('2026-02-27'), day('2026-03-02'), [{ day: day('2026-03-01'), times: 5 }])).toEqual([
      { day: '2026-02-27', times: 0 },
      { day: '2026-02-28', times: 0 },
      { day: '2026-03-01', times: 5 },
      { day: '2026-03-02', times: 0 },
    ]);
  });
});

describe('digits that found nothing', () => {
  it('may be the first letters of what was looked for', () => {
    expect(hintOf('7487')).toEqual({
      letters: ['pqrs', 'ghi', 'tuv', 'pqrs'],
      initials: ['pqrs', 'gh', 't', 'pqrs'],
      isNumber: false,
    });
  });

  it('leave a first letter on every key', () => {
    expect(hintOf(Object.keys(KEY_LETTERS).join('')).initials.every((letters) => letters !== '')).toBe(true);
  });

  it('are a number where they begin with 0 or 1', () => {
    expect([hintOf('0299').isNumber, hintOf('12').isNumber]).toEqual([true, true]);
  });
});
