// Whether a deputy is on duty.
import { expect, it } from 'vitest';
import { standingOf } from '../../../../src/console/pages/reviews/deputy-standing.ts';
import { createDeputy, Deputy } from '../../../../src/contract/reviews.ts';

const deputy = Deputy.parse(createDeputy.example.reply);

it('is from the first to the last day, both included', () => {
  const days = ['2026-11-30', '2026-12-01', '2026-12-07', '2026-12-08'];
  expect(days.map((day) => standingOf(deputy, day))).toEqual(['ahead', 'now', 'now', 'over']);
});

it('is over at once when it was ended', () => {
  const ended = Deputy.parse({ ...deputy, endedAt: '2026-12-01T01:00:00.000Z' });
  expect(standingOf(ended, '2026-12-01')).toBe('ended');
});
