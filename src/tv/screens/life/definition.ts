// The community's life: places, broadband and outages, each with a word on what is there.
import type { Context, ScreenName } from '../../navigation/context.ts';
import type { Definition, Move } from '../../navigation/definition.ts';
import type { LifeModel } from '../../navigation/frames/living.ts';
import { openPlaces, plannedOutages } from '../../navigation/living.ts';
import { LIVING_TEXTS } from '../../texts/living.zh-CN.ts';
import { TEXTS } from '../../texts/zh-CN.ts';
import { whenText } from '../outages/when.ts';

const WORDS = LIVING_TEXTS.life;
const CARDS = ['places', 'offers', 'outages'] as const;
type Opens = (typeof CARDS)[number];
const ICONS = { places: 'places', offers: 'broadband', outages: 'outage' } as const;

export const life: Definition<ScreenName, LifeModel> = {
  leadsTo: ['home', 'places', 'offers', 'outages'],
  present: (context) => ({
    name: 'life',
    title: WORDS.title,
    cards: CARDS.map((card, index) => ({
      icon: ICONS[card],
      digit: String(index + 1),
      label: WORDS[card],
      aside: context.catalogue ? ASIDES[card](context, context.catalogue) : WORDS.loading,
    })),
    focus: context.lifeFocus,
  }),
  hints: () => [
    { key: 'leftRight', label: TEXTS.hints.choose },
    { key: 'ok', label: TEXTS.hints.open },
    { key: 'digits', label: TEXTS.hints.digits },
    { key: 'back', label: TEXTS.hints.home },
    { key: 'green', label: TEXTS.hints.size },
    { key: 'zero', label: TEXTS.hints.help },
  ],
  asOf: ({ catalogue }) => catalogue?.asOf ?? null,
  press(context, key) {
    const { lifeFocus: focus } = context;
    switch (key) {
      case 'left':
        return { change: { lifeFocus: Math.max(0, focus - 1) } };
      case 'right':
        return { change: { lifeFocus: Math.min(CARDS.length - 1, focus + 1) } };
      case 'ok':
        return open(focus);
      case 'back':
        return { to: 'home' };
      default:
        return open(Number(key) - 1);
    }
  },
};

type Held = NonNullable<Context['catalogue']>;
const ASIDES: Readonly<Record<Opens, (context: Context, catalogue: Held) => string>> = {
  places: (context, { places }) =>
    places.length === 0 ? WORDS.nothing : WORDS.placesAside(places.length, openPlaces(context, places)),
  offers: (_, { offers }) => (offers.length === 0 ? WORDS.nothing : WORDS.offersAside(offers.length)),
  outages(context) {
    const [next] = plannedOutages(context);
    return next ? `${LIVING_TEXTS.outages.kinds[next.utility]}：${whenText(next, context.now)}` : WORDS.noOutages;
  },
};

/** Each opens at its beginning. */
function open(index: number): Move<ScreenName> {
  const start = { id: null, index: 0 };
  const change = { lifeFocus: index };
  switch (CARDS[index]) {
    case 'places':
      return { to: 'places', change: { ...change, placeKinds: start } };
    case 'offers':
      return { to: 'offers', change: { ...change, offers: start } };
    case 'outages':
      return { to: 'outages', change: { ...change, outages: { ...start, from: 'life' } } };
    default:
      return {};
  }
}
