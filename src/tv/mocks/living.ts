// What the catalogue's other parts carry in the examples: the contract's own.
import { CARRIED_OFFERS_EXAMPLE } from '../../contract/broadband.ts';
import type { PartName } from '../../contract/catalogue.ts';
import { outageExamples } from '../../contract/outages.ts';
import { CARRIED_PLACES_EXAMPLE } from '../../contract/places.ts';
import { EXAMPLE_CATEGORIES } from './requests.ts';

/** Each as the text that is served. */
export function livingParts(): { name: PartName; text: string }[] {
  const contents = {
    outages: outageExamples,
    places: CARRIED_PLACES_EXAMPLE,
    offers: CARRIED_OFFERS_EXAMPLE,
    requests: EXAMPLE_CATEGORIES,
  };
  return Object.entries(contents).map(([name, content]) => ({ name, text: JSON.stringify(content) }));
}
