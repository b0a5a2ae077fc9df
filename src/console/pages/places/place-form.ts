// A place as its form holds it, and the input the server takes.
import { type Hours, type Place, PlaceInput, type PlaceKind } from '../../../contract/places.ts';
import type { RegionCode } from '../../../contract/regions.ts';

export interface PlaceValues {
  readonly region: RegionCode;
  readonly kind: PlaceKind;
  readonly name: string;
  readonly address: string;
  readonly phone?: string;
  readonly note?: string;
  readonly lat?: number | null;
  readonly lon?: number | null;
  readonly hours: Hours | null;
}

const OFFICE = [
  { from: 8 * 60 + 30, to: 12 * 60 },
  { from: 13 * 60 + 30, to: 17 * 60 },
];
/** What most offices keep. */
export const USUAL_HOURS: Hours = {
  week: [OFFICE, OFFICE, OFFICE, OFFICE, OFFICE, [], []],
  holidays: 'closed',
  exceptions: [],
};

export const NEW_PLACE: Partial<PlaceValues> = { hours: USUAL_HOURS };

export const valuesOf = (place: Place): PlaceValues => ({
  region: place.region,
  kind: place.kind,
  name: place.name,
  address: place.address,
  phone: place.phone ?? '',
  note: place.note ?? '',
  lat: place.position?.lat ?? null,
  lon: place.position?.lon ?? null,
  hours: place.hours,
});

/** An empty field is nothing. */
export function inputOf(values: PlaceValues): PlaceInput {
  const { region, kind, name, address, phone, note, lat, lon, hours } = values;
  return {
    region,
    kind,
    name: name.trim(),
    address: address.trim(),
    phone: phone?.trim() || null,
    note: note?.trim() || null,
    position: typeof lat === 'number' && typeof lon === 'number' ? { lat, lon } : null,
    hours,
  };
}

/** Hours that could not be: a day whose periods are out of order or overlap, a day that is told twice. */
export const areHoursRight = (hours: Hours | null): boolean => PlaceInput.shape.hours.safeParse(hours).success;

export const isPhone = (phone: string): boolean => PlaceInput.shape.phone.safeParse(phone).success;
