// Money as people read it: two places after the point, and the same number back.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fenOf, MOST_FEN } from '../../../src/domain/bills/money.ts';
import { yuanText } from '../../../src/domain/bills/yuan.ts';

it.each([
  [0, '0.00'],
  [5, '0.05'],
  [4_680, '46.80'],
  [-1_250, '-12.50'],
  [10_000_000, '100000.00'],
])('reads %i fen as %s', (fen, text) => {
  expect(yuanText(fen)).toBe(text);
});

it('is read back as the same amount', () => {
  fc.assert(
    fc.property(fc.integer({ min: -MOST_FEN, max: MOST_FEN }), (fen) => {
      expect(fenOf(yuanText(fen), 'yuan')).toBe(fen);
    }),
  );
});
