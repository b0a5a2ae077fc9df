// What the box knows of its neighbourhood, in the order in which it is shown: outages, places, offers.
import type { CarriedOffer } from '../../contract/broadband.ts';
import type { Outage } from '../../contract/outages.ts';
import type { CarriedPlace, PlaceKind } from '../../contract/places.ts';
import type { Day } from '../../contract/time.ts';
import { neutralOrder } from '../../domain/broadband/order.ts';
import { PLACE_KIND_NAMES } from '../../domain/places/kind-names.ts';
import { type Opening, openingAt, periodsCarried } from '../../domain/places/open.ts';
import { dayKey } from '../texts/dates.ts';
import type { Context } from './context.ts';

type Known = Pick<Context, 'catalogue' | 'now'>;

/** Those that are not over, the next first. */
export function plannedOutages({ catalogue, now }: Known): readonly Outage[] {
  return (catalogue?.outages ?? [])
    .filter(({ to }) => to === null || Date.parse(to) > now)
    .sort((one, other) => Date.parse(one.from) - Date.parse(other.from) || (one.id < other.id ? -1 : 1));
}

const placesOf = ({ catalogue }: Pick<Context, 'catalogue'>): readonly CarriedPlace[] => catalogue?.places ?? [];

/** In the order of the contract, which names them so. */
export const kindsHere = (context: Known): readonly PlaceKind[] =>
  (Object.keys(PLACE_KIND_NAMES) as PlaceKind[]).filter((kind) => placesOfKind(context, kind).length > 0);

/** The nearest first; those of which nobody knows how far they are as they come, the community's own before others. */
export function placesOfKind(context: Known, kind: PlaceKind): readonly CarriedPlace[] {
  const places = placesOf(context).filter((place) => place.kind === kind);
  const far = ({ away }: CarriedPlace): number => away?.metres ?? Number.MAX_VALUE;
  return places
    .map((place, index) => ({ place, index }))
    .sort((one, other) => far(one.place) - far(other.place) || one.index - other.index)
    .map(({ place }) => place);
}

/** Null: nobody knows. */
export const openingOf = ({ hours }: CarriedPlace, now: number): Opening | null =>
  hours === null ? null : openingAt(periodsCarried(hours), now);

export const openPlaces = ({ now }: Known, places: readonly CarriedPlace[]): number =>
  places.filter((place) => openingOf(place, now)?.open === true).length;

/** Those that can be had today, in the order of the day. */
export function offersHere({ catalogue, home, now }: Known & Pick<Context, 'home'>): readonly CarriedOffer[] {
  const today = dayKey(now) as Day;
  const offers = (catalogue?.offers ?? []).filter(({ validTo }) => validTo === null || validTo >= today);
  return neutralOrder(offers, today, home?.community.code ?? '');
}
