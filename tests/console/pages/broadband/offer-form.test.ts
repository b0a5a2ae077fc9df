import { describe, expect, it } from 'vitest';
import { areIncludesRight, inputOf, valuesOf } from '../../../../src/console/pages/broadband/offer-form.ts';
import { BroadbandOffer, listOffers, OfferInput } from '../../../../src/contract/broadband.ts';

const [example] = listOffers.example.reply.items;
const offer = BroadbandOffer.parse(example);

describe('the form of an offer', () => {
  it('gives back the offer it was filled from', () => {
    expect(OfferInput.parse(inputOf(valuesOf(offer)))).toEqual(OfferInput.strip().parse(offer));
  });

  it('reckons in yuan, without losing a fen', () => {
    for (const fen of [1, 1990, 5999, 29, 57]) {
      const values = valuesOf({ ...offer, monthlyFee: fen });
      expect(values.monthlyFee).toBe(fen / 100);
      expect(inputOf(values).monthlyFee).toBe(fen);
    }
  });

  it('takes no last day for one that goes on, and blanks for nothing', () => {
    const values = { ...valuesOf(offer), validTo: null, provider: ' 示例运营商甲 ' };
    expect(inputOf(values)).toMatchObject({ validTo: null, provider: '示例运营商甲' });
  });

  it('sees what is too long or too much to be included', () => {
    expect(areIncludesRight(['光猫', '路由器'])).toBe(true);
    expect(areIncludesRight(['猫'])).toBe(false);
    expect(areIncludesRight(['一样', '两样', '三样', '四样', '五样', '六样'])).toBe(false);
  });
});
