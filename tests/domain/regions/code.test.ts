import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RegionCode } from '../../../src/contract/regions.ts';
import { RegionCode as Schema } from '../../../src/contract/regions.ts';
import { ancestorOf, chainOf, coverOf, isWithin, kindOf } from '../../../src/domain/regions/code.ts';
import { regionCode } from '../../support/arbitraries.ts';

const code = (text: string) => Schema.parse(text);

describe('a region code', () => {
  it('tells its kind by its width', () => {
    expect(kindOf(code('370306'))).toBe('district');
    expect(kindOf(code('370306001001'))).toBe('community');
    expect(kindOf(code('3703060010010010010101'))).toBe('household');
  });

  it('is refused at any other width', () => {
    expect(Schema.safeParse('37030').success).toBe(false);
    expect(Schema.safeParse('3703061').success).toBe(false);
    expect(Schema.safeParse('37030600A').success).toBe(false);
  });

  it('names its whole chain, district first', () => {
    expect(chainOf(code('370306001001'))).toEqual(['370306', '370306001', '370306001001']);
  });

  it('lies within every region of its chain, and its chain ends with itself', () => {
    fc.assert(
      fc.property(regionCode(), (region) => {
        const chain = chainOf(region);
        expect(chain.at(-1)).toBe(region);
        expect(chain.every((ancestor) => isWithin(region, ancestor))).toBe(true);
      }),
    );
  });

  it('has a community above a household and none above a town', () => {
    expect(ancestorOf(code('3703060010010010010101'), 'community')).toBe('370306001001');
    expect(ancestorOf(code('370306001'), 'community')).toBeUndefined();
  });
});

describe('the cover of regions', () => {
  it('drops what lies within another', () => {
    expect(coverOf([code('370306001001'), code('370306001'), code('370306002')])).toEqual(['370306001', '370306002']);
  });

  it('holds exactly the places the regions hold, each once', () => {
    fc.assert(
      fc.property(fc.array(regionCode(), { maxLength: 12 }), regionCode(), (regions, place) => {
        const cover = coverOf(regions);
        const holders = (list: readonly RegionCode[]) => list.filter((region) => isWithin(place, region)).length;
        expect(holders(cover)).toBe(holders(regions) > 0 ? 1 : 0);
      }),
    );
  });
});
