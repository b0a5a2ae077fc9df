// What a guide says in each of its five tabs, laid out in pages like a notice.
import type { CarriedGuide } from '../../../contract/guides.ts';
import type { Block } from '../../../contract/notices.ts';
import { type Line, paginate } from '../../../domain/text/paginate.ts';
import { GUIDE_TEXTS as WORDS } from '../../texts/guides.zh-CN.ts';
import { GUIDE_PAGE } from './layout.ts';

type Pages = readonly (readonly Line[])[];

const heading = (text: string): Block => ({ type: 'heading', text });
const point = (text: string): Block => ({ type: 'item', marker: '•', text });
const numbered = (text: string, index: number): Block => ({ type: 'item', marker: `${index + 1}.`, text });
/** A fact under its own heading. */
const fact = (title: string, ...texts: readonly string[]): Block[] => [heading(title), ...texts.map(point)];

/** In the order of WORDS.tabs. */
const TABS: readonly ((guide: CarriedGuide) => readonly Block[])[] = [who, materials, where, limits, how];

/** Only one tab is read at a time. */
let last: {
  readonly guide: CarriedGuide;
  readonly tab: number;
  readonly elder: boolean;
  readonly pages: Pages;
} | null = null;

export function tabPages(guide: CarriedGuide, tab: number, elder: boolean): Pages {
  if (last === null || last.guide !== guide || last.tab !== tab || last.elder !== elder) {
    const pages = paginate(TABS[tab]?.(guide) ?? [], GUIDE_PAGE[elder ? 'elder' : 'normal']);
    last = { guide, tab, elder, pages };
  }
  return last.pages;
}

function who({ summary, conditions, audience, officialName }: CarriedGuide): Block[] {
  const [only] = audience;
  const who = audience.length > 1 || only === undefined ? WORDS.audience.both : WORDS.audience[only];
  return [heading(summary), ...[...conditions, who].map(point), point(`${WORDS.officialName}：${officialName}`)];
}

function materials({ materials: all }: CarriedGuide): Block[] {
  if (all.length === 0) return [heading(WORDS.noMaterials)];
  return all.map(({ name, form, copies, source, note }, index) => {
    const text = WORDS.material(name, WORDS.forms[form] ?? '', copies);
    return numbered([text, note ?? WORDS.sources[source] ?? ''].filter((part) => part !== '').join('，'), index);
  });
}

function where({ office, online, visits, complaintPhone }: CarriedGuide): Block[] {
  return [
    ...fact(WORDS.where, office.name, office.address, WORDS.visits(visits)),
    ...fact(WORDS.hours, office.hours),
    ...fact(WORDS.phoneNumber, office.phone, WORDS.complaint(complaintPhone)),
    ...(online === null ? [] : fact(WORDS.online, online)),
  ];
}

function limits({ promisedLimit, fee, result }: CarriedGuide): Block[] {
  const count = 'count' in promisedLimit ? promisedLimit.count : 0;
  return [
    ...fact(WORDS.limit, WORDS.limits[promisedLimit.kind]?.(count) ?? ''),
    ...fact(WORDS.fee, ...(fee.kind === 'free' ? [WORDS.free] : [fee.text, fee.basis])),
    ...fact(WORDS.result, result),
  ];
}

function how({ steps }: CarriedGuide): Block[] {
  return [heading(WORDS.steps), ...steps.map(numbered)];
}
