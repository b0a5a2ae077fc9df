// The screens of the service guides, as their definitions present them from guides that the product ships.
import type { CarriedGuide } from '../../../src/contract/guides.ts';
import labour from '../../../src/server/seed/guides/labour.json' with { type: 'json' };
import police from '../../../src/server/seed/guides/police.json' with { type: 'json' };
import type { Catalogue } from '../../../src/tv/catalogue/catalogue.ts';
import { EXAMPLE_GUIDES } from '../../../src/tv/mocks/guides.ts';
import { beginWith, type Context, type OverlayName, type ScreenName } from '../../../src/tv/navigation/context.ts';
import type { Frame } from '../../../src/tv/navigation/frame.ts';
import { present } from '../../../src/tv/navigation/present.ts';

const NOW = Date.parse('2026-11-23T12:15:00.000Z');
const carried = (guide: object): CarriedGuide => ({ ...guide, readings: [] }) as unknown as CarriedGuide;
const CATALOGUE: Catalogue = {
  guides: [
    ...[...police, ...labour].map(carried),
    ...EXAMPLE_GUIDES.filter(({ number }) => !/^0[27]/.test(number)).map((guide) => guide as CarriedGuide),
  ],
  popular: [],
  outages: [],
  places: [],
  offers: [],
  requests: [],
  phone: 'https://linli.example',
  asOf: NOW - 3 * 86_400_000,
};
/** What a search finds needs readings. */
const FOUND: Catalogue = { ...CATALOGUE, guides: EXAMPLE_GUIDES as unknown as CarriedGuide[] };
const longest = (list: readonly { number: string; steps: unknown[]; conditions: unknown[] }[]) =>
  [...list].sort((one, other) => other.steps.length - one.steps.length)[0]?.number ?? '';

/** The frames by name, in one size of type. */
export function guideFrames(elder: boolean): Readonly<Record<string, Frame>> {
  const home = {
    community: { name: '车站社区' },
    almanac: [],
    favourites: ['0201', '0203'],
  } as unknown as Context['home'];
  const beginning = { elder, motion: true, marks: {}, seenAlerts: {}, openings: {}, previewing: false } as const;
  const base: Context = {
    ...beginWith({ ...beginning, home, profile: 'rdk', now: NOW }),
    ...{ ready: true, clockSure: true, confirmed: true, line: 'online', catalogue: CATALOGUE },
  };
  const at = (screen: ScreenName, change: Partial<Context>, overlay: OverlayName | null = null): Frame =>
    present({ screen, overlay }, { ...base, ...change, screen });
  const listed = (change: Partial<Context['guideList']>, more: Partial<Context> = {}) =>
    at('guide-list', { guideList: { ...base.guideList, ...change }, ...more });
  const read = (number: string, tab: number, more: Partial<Context> = {}, overlay: OverlayName | null = null) =>
    at('guide', { guide: { number, tab, page: 0, from: 'guide-list' } as Context['guide'], ...more }, overlay);
  const typed = (digits: string, id: string | null = null) =>
    at('guide-search', { catalogue: FOUND, guideSearch: { digits, id, told: false } });
  const offline = { line: 'offline' } as const;
  const phone = { about: 'guide' as const, title: '补办身份证', number: '0203', path: '/m/guides/0203' };
  return {
    guides: at('guides', {}),
    'guides-event': at('guides', { guidesFocus: 14, ...offline }),
    'guides-search': at('guides', { guidesFocus: 0 }),
    'guide-list': listed({ group: 'police' }),
    'guide-list-last': listed({ group: 'police', index: 30 }, offline),
    'guide-list-sections': listed({ group: 'labour' }),
    'guide-list-section': listed({ group: 'labour', section: '医保', index: 4 }),
    ...Object.fromEntries([0, 1, 2, 3, 4].map((tab) => [`guide-tab-${tab + 1}`, read(longest(police), tab)])),
    'guide-offline': read('0201', 2, offline),
    'guide-phone': read('0203', 0, { phone }, 'phone'),
    'guide-phone-unknown': read('0203', 0, { phone, catalogue: { ...CATALOGUE, phone: null } }, 'phone'),
    'guide-search-empty': typed(''),
    'guide-search': typed('739'),
    'guide-search-more': typed('2', '0802'),
    'guide-search-number': typed('02'),
    'guide-search-nothing': typed('7777'),
    'message-guides': at('message', { ...offline, catalogue: null, message: { kind: 'guides', back: 'home' } }),
    'home-list-kinds': at('home', { homeFocus: { area: 'tiles', index: 1 } }),
  };
}
