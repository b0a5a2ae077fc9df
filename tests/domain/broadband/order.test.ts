import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OfferId } from '../../../src/contract/ids.ts';
import type { Day } from '../../../src/contract/time.ts';
import { neutralOrder } from '../../../src/domain/broadband/order.ts';
import { addDays } from '../../../src/domain/time/days.ts';

const DAY = '2026-11-25' as Day;
const offer = (provider: string, monthlyFee = 5000) => ({
  id: `${provider}-${monthlyFee}` as OfferId,
  provider,
  monthlyFee,
});
const offers = () =>
  fc.uniqueArray(
    fc
      .tuple(fc.constantFrom('甲', '乙', '丙', '丁', '戊'), fc.integer({ min: 0, max: 9 }))
      .map(([provider, fee]) => offer(provider, fee)),
    { selector: ({ id }) => id },
  );
const day = () => fc.integer({ min: 0, max: 3000 }).map((n) => addDays('2024-01-01' as Day, n));
const providersOf = (list: readonly { provider: string }[]) => [...new Set(list.map(({ provider }) => provider))];

describe('the order of offers', () => {
  it('leaves none out and puts none twice, whatever order they come in', () => {
    fc.assert(
      fc.property(offers(), day(), fc.string(), fc.func(fc.integer()), (list, on, seed, shuffle) => {
        const ordered = neutralOrder(list, on, seed);
        expect(ordered.map(({ id }) => id).sort()).toEqual(list.map(({ id }) => id).sort());
        const shuffled = [...list].sort((one, other) => shuffle(one.id) - shuffle(other.id));
        expect(neutralOrder(shuffled, on, seed)).toEqual(ordered);
      }),
    );
  });

  it('has each of n providers once in every place in n days', () => {
    fc.assert(
      fc.property(offers(), fc.integer({ min: 4000, max: 5000 }), fc.string(), (list, round, seed) => {
        const count = providersOf(list).length;
        fc.pre(count > 0);
        const days = Array.from({ length: count }, (_, n) => addDays('1970-01-01' as Day, round * count + n));
        const orders = days.map((on) => providersOf(neutralOrder(list, on, seed)));
        for (let place = 0; place < count; place += 1)
          expect(new Set(orders.map((order) => order[place])).size).toBe(count);
      }),
    );
  });

  it('has nobody always behind the same other one', () => {
    const list = ['甲', '乙', '丙', '丁'].map((provider) => offer(provider));
    const orders = Array.from({ length: 400 }, (_, n) =>
      providersOf(neutralOrder(list, addDays(DAY, n), '370306001001')).join(''),
    );
    const behind = orders.filter((order) => order.includes('甲乙')).length;
    // By chance a quarter of them: three of twelve places of the pair, in 400 days.
    expect(behind).toBeGreaterThan(60);
    expect(behind).toBeLessThan(140);
  });

  it('shows the cheapest of each first, so that nobody is pushed back by who offers much', () => {
    const list = [offer('甲', 90), offer('甲', 40), offer('甲', 60), offer('乙', 80)];
    const fees = neutralOrder(list, DAY, '').map(({ monthlyFee }) => monthlyFee);
    expect([[...fees].slice(0, 2).sort(), fees.slice(2)]).toEqual([
      [40, 80],
      [60, 90],
    ]);
  });

  it('is not the same in all communities on a day', () => {
    const list = ['甲', '乙', '丙'].map((provider) => offer(provider));
    const firsts = Array.from({ length: 30 }, (_, n) => neutralOrder(list, DAY, `3703060010${n}`)[0]?.provider);
    expect(new Set(firsts).size).toBe(3);
  });
});
