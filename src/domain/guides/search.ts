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
  return {
    entries: guides.map((guide) => ({ guide, typed: guide.readings.map((text, at) => typedOf(text, at, known)) })),
  };
}

/** In one plain loop: a box of 2016 has thousands of these to go through. */
function typedOf(text: string, place: number, known: Record<string, string>): Typed {
  const reading: string[] = [];
  const digits: string[] = [];
  const syllables = text.split(' ');
  for (let at = 0; at < syllables.length; at += 1) {
    const syllable = syllables[at] ?? '';
    let typed = known[syllable];
    if (typed === undefined) {
      typed = digitsOf(syllable);
      known[syllable] = typed;
    }
    if (typed === '') continue;
    reading.push(syllable);
    digits.push(typed);
  }
  return { place, reading, digits };
}

/** How well a reading fits: the whole of it, its beginning, or something inside. */
const WHOLE = 0;
const BEGINNING = 1;
const INSIDE = 2;

interface Fit {
  readonly typed: Typed;
  readonly from: number;
  readonly count: number;
  /** How many syllables are typed neither whole nor by their first letter alone, but for the last. */
  readonly ragged: number;
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

/** First the beginnings of all readings; where one of them fits well, what is inside cannot be better. */
function bestFit(readings: readonly Typed[], query: string): Fit | null {
  let best: Fit | null = null;
  for (let at = 0; at < readings.length; at += 1) {
    const fit = fitFrom(readings[at], query, 0);
    if (fit && (!best || worse(fit, best) < 0)) best = fit;
    if (best && best.ragged === 0 && best.degree === WHOLE) return best;
  }
  for (let at = 0; at < readings.length && best?.ragged !== 0; at += 1) {
    const length = readings[at]?.digits.length ?? 0;
    for (let from = 1; from < length; from += 1) {
      const fit = fitFrom(readings[at], query, from);
      if (fit && (!best || worse(fit, best) < 0)) best = fit;
    }
  }
  return best;
}

function fitFrom(typed: Typed | undefined, query: string, from: number): Fit | null {
  if (!typed || typed.digits[from]?.charCodeAt(0) !== query.charCodeAt(0)) return null;
  const cover = coverOf(typed.digits, query, from, 0);
  if (cover === NONE) return null;
  const count = cover % RAGGED;
  const degree = from > 0 ? INSIDE : count === typed.digits.length ? WHOLE : BEGINNING;
  return { typed, from, count, ragged: (cover - count) / RAGGED, degree };
}

/** A cover is one number, since thousands are made for each key: its syllables, and RAGGED for each ragged one. */
const RAGGED = 64;
const NONE = -1;

/** How the rest of the query covers the syllables from `from` on, in the least ragged way. */
function coverOf(digits: readonly string[], query: string, from: number, at: number): number {
  const syllable = digits[from];
  if (syllable === undefined) return NONE;
  const left = query.length - at;
  let best = NONE;
  for (let length = 1; length <= syllable.length && length <= left; length += 1) {
    if (syllable.charCodeAt(length - 1) !== query.charCodeAt(at + length - 1)) break;
    if (length === left) return best !== NONE && best < RAGGED ? best : 1;
    const rest = coverOf(digits, query, from + 1, at + length);
    if (rest === NONE) continue;
    const cover = rest + 1 + (length === 1 || length === syllable.length ? 0 : RAGGED);
    if (best === NONE || cover < best) best = cover;
  }
  return best;
}
