// One guide in five tabs: digits and left/right change the tab, up/down turn its pages.
import type { CarriedGuide } from '../../../contract/guides.ts';
import { openingInWords } from '../../../domain/places/hours-words.ts';
import { withChange } from '../../catalogue/favourites.ts';
import type { Context, ScreenName } from '../../navigation/context.ts';
import { type Definition, type Move, STAY } from '../../navigation/definition.ts';
import type { GuideModel } from '../../navigation/frames/guides.ts';
import { favouritesOf, findGuide } from '../../navigation/guide-groups.ts';
import { openingOf, placesOfKind } from '../../navigation/living.ts';
import { dateText } from '../../texts/dates.ts';
import { GUIDE_TEXTS as WORDS } from '../../texts/guides.zh-CN.ts';
import { TEXTS } from '../../texts/zh-CN.ts';
import { type Near, tabPages } from './tabs.ts';

export const guide: Definition<ScreenName, GuideModel> = {
  takes: ['yellow'],
  leadsTo: ['guide-list', 'guide-search', 'guides'],
  present(context) {
    const { shown, pages, page, tab } = open(context);
    return {
      name: 'guide',
      number: shown?.number ?? '',
      title: shown?.name ?? '',
      tabs: WORDS.tabs,
      tab,
      lines: pages[page] ?? [],
      page: page + 1,
      pages: pages.length,
      favourite: shown !== null && isFavourite(context, shown),
      checked: shown ? WORDS.checked(dateText(Date.parse(shown.checkedOn), context.now)) : '',
      unverified: shown?.verified === false ? WORDS.unverified : null,
    };
  },
  hints(context) {
    const { shown, pages } = open(context);
    const kept = shown !== null && isFavourite(context, shown);
    return [
      { key: 'leftRight', label: WORDS.hints.tabs },
      ...(pages.length > 1 ? [{ key: 'upDown', label: WORDS.hints.pages } as const] : []),
      { key: 'six', label: kept ? WORDS.hints.drop : WORDS.hints.keep },
      { key: 'seven', label: WORDS.hints.phone },
      { key: 'back', label: TEXTS.hints.leave },
      { key: 'green', label: TEXTS.hints.size },
      { key: 'zero', label: TEXTS.hints.help },
    ];
  },
  asOf: ({ catalogue }) => catalogue?.asOf ?? null,
  press(context, key) {
    const { shown, tab, page } = open(context);
    switch (key) {
      case 'left':
        return tab > 0 ? go(context, tab - 1) : { note: WORDS.firstTab };
      case 'right':
        return tab + 1 < WORDS.tabs.length ? go(context, tab + 1) : { note: WORDS.lastTab };
      case 'up':
      case 'pageUp':
        return turn(context, page - 1, WORDS.firstPage);
      case 'down':
      case 'pageDown':
        return turn(context, page + 1, WORDS.lastPage);
      case '6':
      case 'yellow':
        return shown ? favour(context, shown) : STAY;
      case '7':
      case 'ok':
        return shown ? { change: { phone: phoneOf(shown) } } : STAY;
      case 'back':
        return { to: context.guide?.from ?? 'guides' };
      default:
        return Number(key) >= 1 && Number(key) <= WORDS.tabs.length ? go(context, Number(key) - 1) : STAY;
    }
  },
  settle: (context) => (open(context).shown ? null : { to: 'guides', change: { phone: null }, note: WORDS.gone }),
};

function open(context: Context) {
  const { guide: place, elder } = context;
  const shown = (place && findGuide(context, place.number)) ?? null;
  const tab = place?.tab ?? 0;
  const pages = shown ? tabPages(shown, tab, elder, nearTo(context, shown)) : [];
  return { shown, tab, pages, page: Math.max(0, Math.min(place?.page ?? 0, pages.length - 1)) };
}

function nearTo(context: Context, { office }: CarriedGuide): Near | null {
  const place = office.place && placesOfKind(context, office.place)[0];
  if (!place) return null;
  const opening = openingOf(place, context.now);
  return {
    name: place.name,
    address: place.address,
    opening: opening && openingInWords(opening, context.now),
  };
}

const isFavourite = (context: Context, { number }: CarriedGuide): boolean => favouritesOf(context).indexOf(number) >= 0;

const phoneOf = ({ name, number }: CarriedGuide): Context['phone'] => ({
  about: 'guide',
  title: name,
  number,
  path: `/m/guides/${number}`,
});

function go({ guide: place }: Context, tab: number): Move<ScreenName> {
  return place ? { change: { guide: { ...place, tab, page: 0 } } } : STAY;
}

function turn(context: Context, page: number, end: string): Move<ScreenName> {
  const { pages } = open(context);
  if (!context.guide || page < 0 || page >= pages.length) return { note: end };
  return { change: { guide: { ...context.guide, page } } };
}

/** On the screen at once; the server hears of it when there is one. */
function favour(context: Context, { number }: CarriedGuide): Move<ScreenName> {
  const { home } = context;
  if (!home) return STAY;
  const keep = home.favourites.indexOf(number) < 0;
  return {
    change: { home: { ...home, favourites: [...withChange(home.favourites, { number, keep })] } },
    note: keep ? WORDS.kept : WORDS.dropped,
    intents: [{ type: 'favourite', number, keep }],
  };
}
