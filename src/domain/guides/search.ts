// Finds guides by what a resident types on a remote control: digits that stand for pinyin letters (T9), or a guide's number.
import type { CarriedGuide, GuideNumber } from '../../contract/guides.ts';

type Searched = Pick<CarriedGuide, 'number' | 'name' | 'aliases' | 'readings'>;

/** A reading as it is typed, syllable by syllable: shen fen zheng is 7436 336 94364. */
interface Typed {
  /** The name's own reading is the first, those of the aliases follow. */
  readonly place: number;
  readonly reading: readonly string[];
  readonly digits: readonly string[];
}

export interface SearchIndex<Guide extends Searched = CarriedGuide> {
  readonly entries: readonly { readonly guide: Guide; readonly typed: readonly Typed[] }[];
}

/** How much a guide is used: what is used more stands first among what fits as well. */
export type UsageOf = (number: GuideNumber) => number;

export interface Found<Guide extends Searched = CarriedGuide> {
  readonly guide: Guide;
  /** What was found by: the name, an alias, or (null) the number. */
  readonly matched: {
    readonly text: string;
    readonly syllables: readonly string[];
    /** From which syllable on, and how many. */
    readonly from: number;
    readonly count: number;
  } | null;
}

/** The letters on each key, as on every telephone. */
export const KEY_LETTERS: Readonly<Record<string, string>> = {
  '2': 'abc',
  '3': 'def',
  '4': 'ghi',
  '5': 'jkl',
  '6': 'mno',
  '7': 'pqrs',
  '8': 'tuv',
  '9': 'wxyz',
};

const DIGIT_OF: Readonly<Record<string, string>> = Object.keys(KEY_LETTERS).reduce<Record<string, string>>(
  (all, digit) => {
    for (const letter of (KEY_LETTERS[digit] ?? '').split('')) all[letter] = digit;
    return all;
  },
  {},
);

/** Digits stand for themselves, whatever is on no key for nothing. */
export function digitsOf(syllable: string): string {
  let digits = '';
  for (let at = 0; at < syllable.length; at += 1) {
    const char = syllable.charAt(at);
    digits += DIGIT_OF[char] ?? (char >= '0' && char <= '9' ? char : '');
  }
  return digits;
}

export function indexGuides<Guide extends Searched>(guides: readonly Guide[]): SearchIndex<Guide> {
  // The same few hundred syllables come again and again.
  const known: Record<string, string> = {};
  const digits = (syllable: string): string => {
    known[syllable] ??= digitsOf(syllable);
    return known[syllable];
  };
  return {
    entries: guides.map((guide) => ({
      guide,
      typed: guide.readings.map((text, place) => {
        const reading = text.split(' ').filter((syllable) => digits(syllable) !== '');
        return { place, reading, digits: reading.map(digits) };
      }),
    })),
  };
}

/** How well a reading fits: the whole of it, its beginning, or something inside. */
const WHOLE = 0;
const BEGINNING = 1;
const INSIDE = 2;

/** `ragged`: how many syllables are typed neither whole nor by their first letter alone, but for the last. */
interface Cover {
  readonly count: number;
  readonly ragged: number;
}

interface Fit extends Cover {
  readonly typed: Typed;
  readonly from: number;
  readonly degree: number;
}

/**
 * The guides that fit, best first. A query from 0 or 1 is the beginning of a number; any other is letters: of each
 * syllable from some syllable on a beginning, at least one letter. As people type they take first letters or whole
 * syllables: what fits so stands first; then the whole of a name or an alias, its beginning, something inside; then what
 * is used more, names before aliases, numbers.
 */
export function searchGuides<Guide extends Searched>(
  { entries }: SearchIndex<Guide>,
  query: string,
  usageOf: UsageOf,
): Found<Guide>[] {
  if (query === '') return [];
  if (query.charAt(0) < '2') {
    return entries
      .filter(({ guide }) => guide.number.slice(0, query.length) === query)
      .map(({ guide }) => ({ guide, matched: null }));
  }
  const fits: { readonly guide: Guide; readonly fit: Fit; readonly use: number }[] = [];
  for (const { guide, typed } of entries) {
    const fit = bestFit(typed, query);
    if (fit) fits.push({ guide, fit, use: usageOf(guide.number) });
  }
  fits.sort(
    (one, other) =>
      worse(one.fit, other.fit) ||
      other.use - one.use ||
      one.fit.typed.place - other.fit.typed.place ||
      (one.guide.number < other.guide.number ? -1 : 1),
  );
  return fits.map(({ guide, fit: { typed, from, count } }) => ({
    guide,
    matched: {
      text: typed.place === 0 ? guide.name : (guide.aliases[typed.place - 1] ?? ''),
      syllables: typed.reading,
      from,
      count,
    },
  }));
}

/** Above zero: the first fits less well. */
function worse(one: Pick<Fit, 'ragged' | 'degree'>, other: Pick<Fit, 'ragged' | 'degree'>): number {
  return Number(one.ragged > 0) - Number(other.ragged > 0) || one.degree - other.degree;
}

const BEST = { ragged: 0, degree: WHOLE };

function bestFit(readings: readonly Typed[], query: string): Fit | null {
  let best: Fit | null = null;
  for (const typed of readings) {
    for (let from = 0; from < typed.digits.length; from += 1) {
      const cover = coverOf(typed.digits, query, from, 0);
      if (!cover) continue;
      const degree = from > 0 ? INSIDE : cover.count === typed.digits.length ? WHOLE : BEGINNING;
      const fit = { ...cover, typed, from, degree };
      if (!best || worse(fit, best) < 0) best = fit;
    }
    if (best && worse(best, BEST) === 0) break;
  }
  return best;
}

/** How the rest of the query covers the syllables from `from` on, in the least ragged way; null: it does not fit. */
function coverOf(digits: readonly string[], query: string, from: number, at: number): Cover | null {
  const syllable = digits[from];
  if (syllable === undefined) return null;
  const left = query.length - at;
  let best: Cover | null = null;
  for (let length = 1; length <= syllable.length && length <= left; length += 1) {
    if (syllable.charCodeAt(length - 1) !== query.charCodeAt(at + length - 1)) break;
    if (length === left) return best?.ragged === 0 ? best : { count: 1, ragged: 0 };
    const rest = coverOf(digits, query, from + 1, at + length);
    if (!rest) continue;
    const ragged = rest.ragged + (length === 1 || length === syllable.length ? 0 : 1);
    if (!best || ragged < best.ragged) best = { count: rest.count + 1, ragged };
  }
  return best;
}
