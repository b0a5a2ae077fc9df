import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundOf, turnAt } from '../../../src/domain/schedule/rotation.ts';

const NOW = Date.parse('2026-11-23T12:00:00.000Z');
const SLOT = 20_000;
const named = (...weights: number[]) => weights.map((weight, index) => ({ name: 'ABCDEFGH'[index] ?? '', weight }));
const order = (...weights: number[]) =>
  roundOf(named(...weights))
    .map(({ name }) => name)
    .join('');

describe('a round', () => {
  it('gives each item as many turns as its weight says, spread out', () => {
    expect(order(1, 1, 1)).toBe('ABC');
    expect(order(3, 1)).toBe('AABA');
    expect(order(5, 1, 1)).toBe('AABACAA');
    expect(order(10, 5)).toBe('ABA');
    expect(order()).toBe('');
  });
});

describe('turns', () => {
  const weights = fc.array(fc.integer({ min: 1, max: 10 }), { minLength: 1, maxLength: 12 });

  it('share a long time exactly by weight, whenever one begins to count', () => {
    fc.assert(
      fc.property(weights, fc.integer({ min: 0, max: 10_000_000 }), (drawn, offset) => {
        const items = named(...drawn);
        const total = drawn.reduce((sum, weight) => sum + weight, 0);
        const shown = new Map<unknown, number>();
        for (let slot = 0; slot < total * 3; slot += 1) {
          const turn = turnAt(items, () => SLOT, NOW + offset + slot * SLOT);
          shown.set(turn?.item, (shown.get(turn?.item) ?? 0) + 1);
        }
        expect(items.map((item) => shown.get(item))).toEqual(drawn.map((weight) => weight * 3));
      }),
      { numRuns: 300 },
    );
  });

  it('follow each other without gap or overlap, each as long as its item says', () => {
    fc.assert(
      fc.property(weights, fc.integer({ min: 0, max: 10_000_000 }), (drawn, offset) => {
        const items = named(...drawn);
        const lengthOf = (item: (typeof items)[number]) => 5_000 + items.indexOf(item) * 3_000;
        const first = turnAt(items, lengthOf, NOW + offset);
        if (!first) throw new Error('nobody has the turn');
        const next = turnAt(items, lengthOf, first.to);
        const last = turnAt(items, lengthOf, first.to - 1);
        expect([first.from <= NOW + offset, NOW + offset < first.to]).toEqual([true, true]);
        expect([first.to - first.from, last, next?.from]).toEqual([lengthOf(first.item), first, first.to]);
      }),
      { numRuns: 300 },
    );
  });

  it('are nobody’s where there is nothing', () => {
    expect(turnAt([], () => SLOT, NOW)).toBeNull();
  });
});
