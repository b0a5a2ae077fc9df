// What the box holds of the catalogue, as screens use it; and how the content of each kind of part is looked at.
import type { CarriedCategory } from '../../contract/box-requests.ts';
import type { CarriedOffer } from '../../contract/broadband.ts';
import type { CarriedGuide, GuideNumber, Material } from '../../contract/guides.ts';
import type { Outage } from '../../contract/outages.ts';
import type { CarriedPlace } from '../../contract/places.ts';
import { isObject } from '../feed/record.ts';
import { isCategory } from '../requests/read.ts';
import { isOffer, isOutage, isPlace } from './living.ts';
import { type Check, isBoolean, isNumber, isText, listOf, orNull, shaped, texts } from './shapes.ts';

/** By kind of part; what comes in several parts (`guides/police`, `guides/water`) is one list. */
export interface Contents {
  readonly guides: readonly CarriedGuide[];
  /** The most looked up first. */
  readonly popular: readonly GuideNumber[];
  /** Over or not. */
  readonly outages: readonly Outage[];
  readonly places: readonly CarriedPlace[];
  readonly offers: readonly CarriedOffer[];
  /** What can be asked for, the most asked for first. */
  readonly requests: readonly CarriedCategory[];
}

export interface Catalogue extends Contents {
  /** Where a phone finds the pages of this system; null: nobody knows. */
  readonly phone: string | null;
  /** When the server last said that there is no newer one, ms. */
  readonly asOf: number;
}

type Kind = keyof Contents;
/** With what the screens read of each field; a word that this version does not know is shown as nothing. */
const isGuide = shaped<CarriedGuide>({
  number: isText,
  department: isText,
  section: orNull(isText),
  name: isText,
  officialName: isText,
  aliases: texts,
  audience: texts,
  summary: isText,
  conditions: texts,
  materials: listOf(
    shaped<Material>({ name: isText, form: isText, copies: isNumber, source: isText, note: orNull(isText) }),
  ),
  steps: texts,
  promisedLimit: isObject,
  fee: isObject,
  office: shaped<CarriedGuide['office']>({
    name: isText,
    address: isText,
    hours: isText,
    phone: isText,
    place: orNull(isText),
  }),
  complaintPhone: isText,
  result: isText,
  visits: isNumber,
  online: orNull(isText),
  lifeEvents: texts,
  checkedOn: isText,
  verified: isBoolean,
  readings: texts,
});

/** A new kind of part is a line here and one in `Contents`. */
const CHECKS: Readonly<Record<Kind, Check>> = {
  guides: isGuide,
  popular: isText,
  outages: isOutage,
  places: isPlace,
  offers: isOffer,
  requests: isCategory,
};

/** `guides/police` is of the kind `guides`; null: a newer server knows more than this version of the app. */
export function kindOf(part: string): Kind | null {
  const kind = part.split('/')[0] as Kind;
  return Object.keys(CHECKS).indexOf(kind) >= 0 ? kind : null;
}

/** What is sound in a part's content; all of them are lists. */
export function soundIn(kind: Kind, content: unknown): readonly unknown[] {
  return Array.isArray(content) ? content.filter(CHECKS[kind]) : [];
}

/** All parts together, each kind in the order of their names. */
export function contentsOf(parts: Readonly<Record<string, readonly unknown[]>>): Contents {
  const contents: Record<Kind, unknown[]> = {
    ...{ guides: [], popular: [], outages: [], places: [], offers: [], requests: [] },
  };
  for (const name of Object.keys(parts).sort()) {
    const kind = kindOf(name);
    if (kind) contents[kind] = contents[kind].concat(parts[name] ?? []);
  }
  // Each was looked at by the check of its kind.
  return contents as unknown as Contents;
}
