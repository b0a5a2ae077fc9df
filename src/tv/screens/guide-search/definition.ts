// Search by the digits of the remote: pinyin letters, or a guide's number; results narrow with each digit.
import { type Found, indexGuides, KEY_LETTERS, type SearchIndex, searchGuides } from '../../../domain/guides/search.ts';
import type { Catalogue } from '../../catalogue/catalogue.ts';
import type { Context, ScreenName } from '../../navigation/context.ts';
import { type Definition, type Move, STAY } from '../../navigation/definition.ts';
import { pageOfIndex, turnPage } from '../../navigation/focus.ts';
import type { FoundRow, GuideSearchModel } from '../../navigation/frames/guides.ts';
import { usageOf } from '../../navigation/guide-groups.ts';
import { openGuide } from '../../navigation/open.ts';
import { GUIDE_TEXTS } from '../../texts/guides.zh-CN.ts';
import { TEXTS } from '../../texts/zh-CN.ts';

const WORDS = GUIDE_TEXTS.searching;
const ROWS = 5;
const MOST_DIGITS = 12;
/** One digit alone is no search yet. */
const LEAST_MISSED = 2;

export const guideSearch: Definition<ScreenName, GuideSearchModel> = {
  takes: ['0', '8'],
  leadsTo: ['guide', 'guides'],
  present(context) {
    const { digits } = context.guideSearch;
    const found = results(context);
    const { index } = chosen(context);
    const { page, pages, row, start } = pageOfIndex(index, found.length, ROWS);
    return {
      name: 'guide-search',
      title: GUIDE_TEXTS.search,
      typed: digits.split('').map((digit) => ({ digit, letters: KEY_LETTERS[digit] ?? '' })),
      rows: found.slice(start, start + ROWS).map(rowOf),
      focus: row,
      page: page + 1,
      pages,
      total: found.length,
      text: digits === '' ? WORDS.how.join('\n') : found.length === 0 ? WORDS.nothing : null,
    };
  },
  hints: (context) => [
    { key: 'digits', label: TEXTS.hints.type },
    ...(results(context).length > 0
      ? [{ key: 'upDown', label: TEXTS.hints.choose } as const, { key: 'ok', label: TEXTS.hints.open } as const]
      : []),
    ...(results(context).length > ROWS ? [{ key: 'leftRight', label: TEXTS.hints.turn } as const] : []),
    { key: 'back', label: context.guideSearch.digits === '' ? TEXTS.hints.leave : TEXTS.hints.erase },
  ],
  asOf: ({ catalogue }) => catalogue?.asOf ?? null,
  press(context, key) {
    const { digits } = context.guideSearch;
    const { index, count } = chosen(context);
    switch (key) {
      case 'up':
        return index > 0 ? choose(context, index - 1) : end(count, TEXTS.list.first);
      case 'down':
        return index + 1 < count ? choose(context, index + 1) : end(count, TEXTS.list.last);
      case 'left':
      case 'pageUp':
        return choose(context, turnPage(index, count, ROWS, -1) ?? index);
      case 'right':
      case 'pageDown':
        return choose(context, turnPage(index, count, ROWS, 1) ?? index);
      case 'ok':
        return open(context);
      case 'back':
        return digits === '' ? { to: 'guides' } : typed(context, digits.slice(0, -1));
      default:
        return /^\d$/.test(key) ? type(context, key) : STAY;
    }
  },
  settle: ({ catalogue }) => (catalogue ? null : { to: 'guides' }),
  leave: missed,
};

/** A key asks several times for the same; and the index is made once for a catalogue, when somebody searches. */
let index: { readonly of: Catalogue; readonly index: SearchIndex } | null = null;
let last: {
  readonly of: Catalogue;
  readonly openings: Context['openings'];
  readonly digits: string;
  readonly found: readonly Found[];
} | null = null;

function results({ catalogue, openings, guideSearch: { digits } }: Context): readonly Found[] {
  if (!catalogue) return [];
  if (index?.of.guides !== catalogue.guides) index = { of: catalogue, index: indexGuides(catalogue.guides) };
  if (last?.of !== catalogue || last.openings !== openings || last.digits !== digits) {
    last = {
      of: catalogue,
      openings,
      digits,
      found: searchGuides(index.index, digits, usageOf({ openings, catalogue })),
    };
  }
  return last.found;
}

function chosen(context: Context) {
  const all = results(context);
  const index = Math.max(
    0,
    all.findIndex(({ guide }) => guide.number === context.guideSearch.id),
  );
  return { found: all[index], index, count: all.length };
}

function rowOf({ guide, matched }: Found): FoundRow {
  const reading = matched?.syllables.join(' ') ?? '';
  const text = !matched
    ? WORDS.byNumber(guide.number)
    : matched.text === guide.name
      ? reading
      : WORDS.alias(matched.text, reading);
  return { id: guide.number, name: guide.name, matched: text };
}

const choose = (context: Context, index: number): Move<ScreenName> => ({
  change: { guideSearch: { ...context.guideSearch, id: results(context)[index]?.guide.number ?? null } },
});
const end = (count: number, note: string): Move<ScreenName> => ({ note: count > 0 ? note : WORDS.openNothing });

/** What is chosen stays so, also where its having been opened moves it. */
function open(context: Context): Move<ScreenName> {
  const { found } = chosen(context);
  if (!found) return { note: WORDS.openNothing };
  const move = openGuide(context, found.guide, 'guide-search');
  return { ...move, change: { ...move.change, guideSearch: { ...context.guideSearch, id: found.guide.number } } };
}

function type(context: Context, digit: string): Move<ScreenName> {
  const { digits, told } = context.guideSearch;
  if (digits.length >= MOST_DIGITS) return { note: WORDS.full };
  const still = told && results(context).length === 0;
  return { change: { guideSearch: { digits: digits + digit, id: null, told: still } } };
}

/** One digit less: whoever found nothing gives that up, which counts once, until something is found again. */
function typed(context: Context, digits: string): Move<ScreenName> {
  const miss = missed(context);
  const told = miss !== null || (context.guideSearch.told && results(context).length === 0);
  return { change: { guideSearch: { digits, id: null, told } }, intents: miss?.intents ?? [] };
}

function missed(context: Context): Move<never> | null {
  const { digits, told } = context.guideSearch;
  if (told || digits.length < LEAST_MISSED || results(context).length > 0) return null;
  return {
    change: { guideSearch: { ...context.guideSearch, told: true } },
    intents: [{ type: 'guide-missed', digits }],
  };
}
