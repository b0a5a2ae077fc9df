import { expect, it } from 'vitest';
import { isInForce } from '../../../src/domain/alerts/in-force.ts';
import { alert, at, SENT } from './alert.ts';

const sure = (now: number) => ({ now, sure: true });

it('holds from its beginning up to, and without, its end', () => {
  const later = alert({ validFrom: at(SENT + 1000), validTo: at(SENT + 5000) });
  expect([999, 1000, 4999, 5000].map((ms) => isInForce(later, sure(SENT + ms)))).toEqual([false, true, true, false]);
});

it('holds as soon as it is here, though the clock of the box be behind that of the office', () => {
  expect(isInForce(alert(), sure(SENT - 400))).toBe(true);
});

it('is shown rather than hidden by a box that does not know what time it is', () => {
  expect(isInForce(alert(), { now: SENT + 86_400_000, sure: false })).toBe(true);
});
