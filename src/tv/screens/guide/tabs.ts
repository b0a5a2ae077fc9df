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

/** The nearest place where a guide can be got done, where the box knows of one. */
export interface Near {
  readonly name: string;
  readonly address: string;
  /** Whether it is open now; null: nobody knows. */
  readonly opening: string | null;
}

/** In the order of WORDS.tabs. */
const TABS: readonly ((guide: CarriedGuide, near: Near | null) => readonly Block[])[] = [
  who,
  materials,
  where,
  limits,
  how,
];

/** Only one tab is read at a time. */
let last: { readonly of: string; readonly guide: CarriedGuide; readonly pages: Pages } | null = null;

export function tabPages(guide: CarriedGuide, tab: number, elder: boolean, near: Near | null = null): Pages {
  const of = JSON.stringify([tab, elder, near]);
  if (last === null || last.guide !== guide || last.of !== of) {
    const pages = paginate(TABS[tab]?.(guide, near) ?? [], GUIDE_PAGE[elder ? 'elder' : 'normal']);
    last = { of, guide, pages };
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

/**
 * Whose office it has to be, and when its counter takes such matters, is the department's word; which one is near and
 * whether somebody is there, the place's: a police station is open all night, its counter is not.
 */
function where({ office, online, visits, complaintPhone }: CarriedGuide, near: Near | null): Block[] {
  const address = near ? WORDS.near(near.name, near.address) : office.address;
  return [
    ...fact(WORDS.where, office.name, address, WORDS.visits(visits)),
    ...fact(WORDS.hours, office.hours, ...(near?.opening ? [WORDS.openingOf(near.name, near.opening)] : [])),
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
