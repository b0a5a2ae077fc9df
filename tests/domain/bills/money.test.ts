import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fenOf, MOST_FEN } from '../../../src/domain/bills/money.ts';

const fen = fc.integer({ min: 0, max: MOST_FEN });
const yuan = (value: number) => `${Math.floor(value / 100)}.${String(value % 100).padStart(2, '0')}`;

describe('an amount of money', () => {
  it('in yuan becomes the fen that it is, for every amount there is', () => {
    fc.assert(fc.property(fen, (value) => fenOf(yuan(value), 'yuan') === value));
  });

  it('is the same with zeros that change nothing', () => {
    fc.assert(
      fc.property(fen, fc.integer({ min: 0, max: 6 }), (value, zeros) => {
        const whole = yuan(value);
        expect(fenOf(whole + '0'.repeat(zeros), 'yuan')).toBe(value);
        if (value % 100 === 0) expect(fenOf(String(value / 100), 'yuan')).toBe(value);
        if (value % 10 === 0) expect(fenOf(whole.slice(0, -1), 'yuan')).toBe(value);
      }),
    );
  });

  it('is never rounded: a part of a fen is no amount', () => {
    const part = fc.integer({ min: 1, max: 999 }).map((value) => String(value).padStart(3, '0'));
    fc.assert(fc.property(fen, part, (value, more) => fenOf(yuan(value) + more, 'yuan') === undefined));
    fc.assert(fc.property(fen, part, (value, more) => fenOf(`${value}.${more}`, 'fen') === undefined));
  });

  it('below zero is as far below as it says', () => {
    fc.assert(fc.property(fen, (value) => Object.is(fenOf(`-${yuan(value)}`, 'yuan'), value === 0 ? 0 : -value)));
  });

  it('that is absurd is no amount', () => {
    const absurd = fc.integer({ min: MOST_FEN + 1, max: Number.MAX_SAFE_INTEGER });
    fc.assert(fc.property(absurd, (value) => fenOf(String(value), 'fen') === undefined));
  });

  it.each(['', ' ', '46,80', '1,234.50', '46.8元', '¥46.80', '4.68e1', 'NaN', '+46.80', '46.', '.80', '０.80', '--1'])(
    'is not read out of %j',
    (text) => {
      expect(fenOf(text, 'yuan')).toBeUndefined();
    },
  );
});
