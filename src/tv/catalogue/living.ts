// How planned outages, places and broadband offers are looked at, as the catalogue's parts carry them.
import type { Utility } from '../../contract/bills.ts';
import type { CarriedOffer } from '../../contract/broadband.ts';
import type { Outage } from '../../contract/outages.ts';
import type { CarriedPlace, Period, SpecialDay } from '../../contract/places.ts';
import { PLACE_KIND_NAMES } from '../../domain/places/kind-names.ts';
import { type Check, isDate, isNumber, isText, listOf, oneOf, orNull, shaped, texts } from './shapes.ts';

type Hours = NonNullable<CarriedPlace['hours']>;
type Away = NonNullable<CarriedPlace['away']>;

/** 水, 电, 气, 有线电视, in the order in which they are shown; the compiler holds it to the contract's. */
export const UTILITIES: readonly Utility[] = ['water', 'power', 'gas', 'tv'];

const periods = listOf(shaped<Period>({ from: isNumber, to: isNumber }));
const isWeek: Check = (value) => Array.isArray(value) && value.length === 7 && value.every(periods);

export const isOutage = shaped<Outage>({
  id: isText,
  utility: oneOf(UTILITIES),
  regions: listOf(shaped<Outage['regions'][number]>({ code: isText, name: isText })),
  from: isDate,
  to: orNull(isDate),
  text: isText,
  source: isText,
  updatedAt: isDate,
});

export const isPlace = shaped<CarriedPlace>({
  id: isText,
  level: isText,
  kind: oneOf(Object.keys(PLACE_KIND_NAMES)),
  name: isText,
  address: isText,
  phone: orNull(isText),
  note: orNull(isText),
  hours: orNull(
    shaped<Hours>({ week: isWeek, special: listOf(shaped<SpecialDay>({ day: isDate, periods })), knownTo: isDate }),
  ),
  away: orNull(shaped<Away>({ metres: isNumber, bearing: isNumber })),
});

export const isOffer = shaped<CarriedOffer>({
  id: isText,
  provider: isText,
  name: isText,
  downMbps: isNumber,
  upMbps: isNumber,
  technology: isText,
  monthlyFee: isNumber,
  installFee: isNumber,
  contractMonths: isNumber,
  includes: texts,
  validTo: orNull(isDate),
  source: isText,
});
