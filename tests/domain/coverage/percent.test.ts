import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { percentOf, reaches, targetOf } from '../../../src/domain/coverage/percent.ts';

describe('the figure', () => {
  it.each([
    [699, 1000, 69.9],
    [6999, 10_000, 69.9],
    [700, 1000, 70],
    [7, 10, 70],
    [2, 3, 66.6],
    [0, 5, 0],
    [5, 5, 100],
    [99_999, 100_000, 99.9],
  ])('of %i among %i is %f', (covered, households, percent) => {
    expect(percentOf(covered, households)).toBe(percent);
  });

  it('is none where there is no household', () => {
    expect(percentOf(0, 0)).toBeNull();
  });

  it('is never above the exact one, and less than a tenth below it', () => {
    const counts = fc
      .integer({ min: 1, max: 2_000_000 })
      .chain((households) => fc.tuple(fc.integer({ min: 0, max: households }), fc.constant(households)));
    fc.assert(
      fc.property(counts, ([covered, households]) => {
        // In whole tenths, by whole numbers of any size.
        const tenths = BigInt(Math.round((percentOf(covered, households) ?? Number.NaN) * 10));
        expect(tenths).toBe((BigInt(covered) * 1000n) / BigInt(households));
      }),
    );
  });
});

describe('the target', () => {
  it('is 70 in town and 60 in the country, and none above communities', () => {
    expect([targetOf('urban'), targetOf('rural'), targetOf(null)]).toEqual([70, 60, null]);
  });

  it('is reached at the figure itself and not a household below', () => {
    expect(reaches(700, 1000, 70)).toBe(true);
    expect(reaches(699, 1000, 70)).toBe(false);
    expect(reaches(69_999, 100_000, 70)).toBe(false);
  });

  it('is not reached where nobody lives', () => {
    expect(reaches(0, 0, 60)).toBe(false);
  });

  it('is reached exactly when the shown figure says so', () => {
    const counts = fc.nat({ max: 3000 }).chain((covered) => fc.tuple(fc.constant(covered), fc.nat({ max: 3000 })));
    fc.assert(
      fc.property(counts, fc.constantFrom(60, 70), ([covered, others], target) => {
        const households = covered + others;
        expect(reaches(covered, households, target)).toBe((percentOf(covered, households) ?? -1) >= target);
      }),
    );
  });
});
