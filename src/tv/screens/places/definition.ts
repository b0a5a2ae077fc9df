// Places by what they are: a card for each kind that there is here.
import type { PlaceKind } from '../../../contract/places.ts';
import { PLACE_KIND_NAMES } from '../../../domain/places/kind-names.ts';
import { chosenAt } from '../../navigation/choice.ts';
import type { Context, ScreenName } from '../../navigation/context.ts';
import { type Definition, type Move, STAY } from '../../navigation/definition.ts';
import type { PlaceKindCard, PlacesModel } from '../../navigation/frames/living.ts';
import { kindsHere, openPlaces, placesOfKind } from '../../navigation/living.ts';
import { LIVING_TEXTS } from '../../texts/living.zh-CN.ts';
import { TEXTS } from '../../texts/zh-CN.ts';
import type { IconName } from '../../ui/icons.ts';

const WORDS = LIVING_TEXTS.places;
/** As their view places them. */
export const KIND_COLUMNS = 4;
const MOST_DIGITS = 9;
const ICONS: Readonly<Record<PlaceKind, IconName>> = {
  'community-office': 'life',
  'town-hall': 'town-hall',
  'police-station': 'police-station',
  'service-hall': 'guides',
  clinic: 'health',
  hospital: 'hospital',
  school: 'school',
  market: 'market',
  'elder-canteen': 'elder-canteen',
  bank: 'bank',
  'power-hall': 'power',
  'water-hall': 'water',
  'gas-hall': 'gas',
  'legal-aid': 'justice',
  park: 'park',
};

export const places: Definition<ScreenName, PlacesModel> = {
  leadsTo: ['life', 'place'],
  present(context) {
    const { kinds, index } = kindsOf(context);
    return {
      name: 'places',
      title: WORDS.title,
      counted: kinds.length > 0 ? WORDS.counted(context.catalogue?.places.length ?? 0) : '',
      cards: kinds.map((kind, at) => cardOf(context, kind, at)),
      focus: index,
      text: kinds.length > 0 ? null : context.catalogue ? WORDS.none : WORDS.unknown,
    };
  },
  hints: (context) => [
    ...(kindsOf(context).kinds.length > 0
      ? ([
          { key: 'arrows', label: TEXTS.hints.choose },
          { key: 'ok', label: TEXTS.hints.open },
          { key: 'digits', label: TEXTS.hints.digits },
        ] as const)
      : []),
    { key: 'back', label: TEXTS.hints.leave },
    { key: 'green', label: TEXTS.hints.size },
    { key: 'zero', label: TEXTS.hints.help },
  ],
  asOf: ({ catalogue }) => catalogue?.asOf ?? null,
  press(context, key) {
    const { kinds, index } = kindsOf(context);
    switch (key) {
      case 'left':
        return choose(kinds, index - 1);
      case 'right':
        return choose(kinds, index + 1);
      case 'up':
        return choose(kinds, index - KIND_COLUMNS);
      case 'down':
        // Where the last row is short, the last card stands nearest.
        return choose(kinds, below(index, kinds.length));
      case 'ok':
        return open(kinds, index);
      case 'back':
        return { to: 'life' };
      default:
        return open(kinds, Number(key) - 1);
    }
  },
};

function kindsOf(context: Context) {
  const kinds = kindsHere(context);
  return { kinds, index: chosenAt(kinds, context.placeKinds) };
}

function cardOf(context: Context, kind: PlaceKind, at: number): PlaceKindCard {
  const all = placesOfKind(context, kind);
  const open = openPlaces(context, all);
  return {
    icon: ICONS[kind],
    label: PLACE_KIND_NAMES[kind],
    digit: at < MOST_DIGITS ? String(at + 1) : null,
    aside: all.every(({ hours }) => hours === null)
      ? WORDS.count(all.length)
      : open > 0
        ? WORDS.openNow(open)
        : WORDS.noneOpen,
  };
}

function below(index: number, count: number): number {
  const row = Math.floor(index / KIND_COLUMNS);
  return row < Math.floor((count - 1) / KIND_COLUMNS) ? Math.min(index + KIND_COLUMNS, count - 1) : -1;
}

function choose(kinds: readonly PlaceKind[], index: number): Move<ScreenName> {
  const kind = kinds[index];
  return kind ? { change: { placeKinds: { id: kind, index } } } : STAY;
}

function open(kinds: readonly PlaceKind[], index: number): Move<ScreenName> {
  const kind = kinds[index];
  if (!kind) return STAY;
  return { to: 'place', change: { placeKinds: { id: kind, index }, place: { id: null, index: 0 } } };
}
