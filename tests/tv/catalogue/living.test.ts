// Outages, places and offers are looked at before they are shown: what is not as it should be is left out, nothing else is.
import { describe, expect, it } from 'vitest';
import { UTILITIES as CONTRACTS } from '../../../src/contract/bills.ts';
import { CARRIED_OFFERS_EXAMPLE } from '../../../src/contract/broadband.ts';
import { outageExamples } from '../../../src/contract/outages.ts';
import { CARRIED_PLACES_EXAMPLE } from '../../../src/contract/places.ts';
import { contentsOf, kindOf, soundIn } from '../../../src/tv/catalogue/catalogue.ts';
import { UTILITIES } from '../../../src/tv/catalogue/living.ts';

const PARTS = {
  outages: outageExamples,
  places: CARRIED_PLACES_EXAMPLE,
  offers: CARRIED_OFFERS_EXAMPLE,
} as const;
const NAMES = Object.keys(PARTS) as (keyof typeof PARTS)[];

describe.each(NAMES)('%s', (name) => {
  const [first, ...others] = PARTS[name] as readonly Record<string, unknown>[];

  it('are shown as the examples of the contract are', () => {
    expect(kindOf(name)).toBe(name);
    expect(soundIn(name, PARTS[name])).toEqual(PARTS[name]);
    expect(contentsOf({ [name]: PARTS[name] })[name]).toEqual(PARTS[name]);
  });

  it.each(Object.keys(first ?? {}))('are left out without a proper %s', (field) => {
    for (const wrong of [undefined, {}]) {
      expect(soundIn(name, [{ ...first, [field]: wrong }, ...others])).toEqual(others);
    }
  });

  it('are none where the part is no list', () => {
    expect(soundIn(name, { items: PARTS[name] })).toEqual([]);
  });
});

it('knows the utilities of the contract, in its order', () => {
  expect(UTILITIES).toEqual(CONTRACTS);
});

it('leaves out what this version has no word for', () => {
  const [outage] = outageExamples;
  const [place] = CARRIED_PLACES_EXAMPLE;
  expect(soundIn('outages', [{ ...outage, utility: 'heating' }])).toEqual([]);
  expect(soundIn('places', [{ ...place, kind: 'library' }])).toEqual([]);
  expect(soundIn('places', [{ ...place, hours: { ...place?.hours, week: [[]] } }])).toEqual([]);
});
