// The app's example data in the types the app works with; the contract's own schemas check it once, here.
import type { CarriedCategory } from '../../src/contract/box-requests.ts';
import { BoxHome } from '../../src/contract/boxes.ts';
import { CARRIED_OFFERS_EXAMPLE, CarriedOffer } from '../../src/contract/broadband.ts';
import { NoticeItem } from '../../src/contract/feed.ts';
import { CarriedGuide } from '../../src/contract/guides.ts';
import { Outage, outageExamples } from '../../src/contract/outages.ts';
import { CARRIED_PLACES_EXAMPLE, CarriedPlace } from '../../src/contract/places.ts';
import { REQUEST_CATEGORIES } from '../../src/server/seed/request-categories.ts';
import type { Catalogue } from '../../src/tv/catalogue/catalogue.ts';
import { EXAMPLE_ARRIVAL, EXAMPLE_HOME, EXAMPLE_ITEMS, EXAMPLE_NOW } from '../../src/tv/mocks/examples.ts';
import { EXAMPLE_GUIDES } from '../../src/tv/mocks/guides.ts';

export const NOW = Date.parse(EXAMPLE_NOW);
export const HOME = BoxHome.parse(EXAMPLE_HOME);
export const ITEMS: readonly NoticeItem[] = EXAMPLE_ITEMS.map((item) => NoticeItem.parse(item));
export const ARRIVAL = NoticeItem.parse(EXAMPLE_ARRIVAL);
export const GUIDES: readonly CarriedGuide[] = EXAMPLE_GUIDES.map((guide) => CarriedGuide.parse(guide));
export const OUTAGES: readonly Outage[] = outageExamples.map((outage) => Outage.parse(outage));
export const PLACES: readonly CarriedPlace[] = CARRIED_PLACES_EXAMPLE.map((place) => CarriedPlace.parse(place));
export const OFFERS: readonly CarriedOffer[] = CARRIED_OFFERS_EXAMPLE.map((offer) => CarriedOffer.parse(offer));
/** What residents are offered from the first day on. */
export const CATEGORIES: readonly CarriedCategory[] = REQUEST_CATEGORIES.map(({ active: _, ...carried }) => carried);
export const CATALOGUE: Catalogue = {
  guides: GUIDES,
  popular: [],
  outages: OUTAGES,
  places: PLACES,
  offers: OFFERS,
  requests: CATEGORIES,
  phone: 'https://linli.example',
  asOf: NOW,
};

/** One of the examples by a piece of its title. */
export function itemAbout(words: string): NoticeItem {
  const found = ITEMS.find((item) => item.title.includes(words));
  if (!found) throw new Error(`no example about ${words}`);
  return found;
}
