// Which part of an item's regions someone sees.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { overlapOf } from '../../../src/domain/proof/regions.ts';
import { isWithin } from '../../../src/domain/regions/code.ts';
import { regionCode } from '../../support/arbitraries.ts';

it('holds exactly the places that lie in one of the ones and in one of the others', () => {
  const regions = () => fc.array(regionCode(), { maxLength: 4 });
  fc.assert(
    fc.property(regions(), regions(), regionCode(), (these, those, place) => {
      const within = (list: readonly (typeof place)[]) => list.some((each) => isWithin(place, each));
      expect(within(overlapOf(these, those))).toBe(within(these) && within(those));
    }),
  );
});
