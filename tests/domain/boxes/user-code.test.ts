// User codes: which signs, how many, and how little guessing helps.
import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { USER_CODE_SIGNS, UserCode } from '../../../src/contract/activation.ts';
import { chanceOfGuessing, makeUserCode, showUserCode } from '../../../src/domain/boxes/user-code.ts';

describe('a user code', () => {
  it('is always one that the contract takes, with its dash as well', () => {
    for (let n = 0; n < 500; n++) {
      const code = makeUserCode(randomBytes);
      expect(UserCode.parse(code)).toBe(code);
      expect(UserCode.parse(showUserCode(code))).toBe(code);
    }
  });

  it('is read as well in small letters, with blanks and dashes wherever they are', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(' ', '-', ''), { minLength: 9, maxLength: 9 }), (gaps) => {
        const code = makeUserCode(randomBytes);
        const typed = gaps.map((gap, at) => gap + (code[at] ?? '').toLowerCase()).join('');
        expect(UserCode.parse(typed)).toBe(code);
      }),
    );
  });

  it('has no signs that look alike', () => {
    for (const alike of ['0O', '1I', '2Z', '5S', '8B', 'UV', 'MN', 'QO', '1L', 'DO'])
      expect([...alike].filter((sign) => USER_CODE_SIGNS.includes(sign)).length, alike).toBeLessThan(2);
  });

  it('favours no sign: 8,000 signs come within what chance allows', () => {
    const counts = new Map<string, number>();
    for (let n = 0; n < 1000; n++)
      for (const sign of makeUserCode(randomBytes)) counts.set(sign, (counts.get(sign) ?? 0) + 1);
    const expected = 8000 / USER_CODE_SIGNS.length;
    const chiSquare = [...USER_CODE_SIGNS].reduce(
      (sum, sign) => sum + ((counts.get(sign) ?? 0) - expected) ** 2 / expected,
      0,
    );
    // 17 degrees of freedom: above 62 once in ten million runs.
    expect(chiSquare).toBeLessThan(62);
  });

  it('is hit by guessing with a chance below one in a hundred thousand, with ten thousand codes pending', () => {
    expect(chanceOfGuessing(10_000)).toBeLessThan(1e-5);
    expect(chanceOfGuessing(10_000)).toBeGreaterThan(9e-6);
    expect(chanceOfGuessing(0)).toBe(0);
  });
});
