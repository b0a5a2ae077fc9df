// How PostgreSQL's texts become values.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseInstant, parseWholeNumber } from '../../../src/server/store/values.ts';

describe('an instant', () => {
  test('is the same moment in whichever offset the server writes it', () => {
    const moments = fc.date({ min: new Date('1900-01-02'), max: new Date('2999-12-30'), noInvalidDate: true });
    const offsets = fc.integer({ min: -12 * 60, max: 14 * 60 });
    fc.assert(
      fc.property(moments, offsets, (moment, minutes) => {
        const local = new Date(moment.getTime() + minutes * 60_000).toISOString();
        const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60].map((n) =>
          String(n).padStart(2, '0'),
        );
        const offset = `${minutes < 0 ? '-' : '+'}${hours}${rest === '00' ? '' : `:${rest}`}`;
        const text = local.replace('T', ' ').replace(/\.?0*Z$/, '') + offset;
        expect(parseInstant(text)).toBe(moment.toISOString());
      }),
    );
  });

  test.each(['infinity', '2026-11-23 12:00:00', '0044-03-15 12:00:00+00 BC', ''])('"%s" is none', (text) => {
    expect(() => parseInstant(text)).toThrow(RangeError);
  });
});

describe('a whole number', () => {
  test('comes back exactly or not at all', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), (n) => {
        const safe = n <= BigInt(Number.MAX_SAFE_INTEGER) && n >= BigInt(Number.MIN_SAFE_INTEGER);
        if (safe) expect(BigInt(parseWholeNumber(String(n)))).toBe(n);
        else expect(() => parseWholeNumber(String(n))).toThrow(RangeError);
      }),
    );
  });
});
