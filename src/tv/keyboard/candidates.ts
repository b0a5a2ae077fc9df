// What a row of digits may mean: its readings, and the characters and words for them, what is meant most likely first.
import type { Dictionary, Entry } from './dictionary.ts';

/** `taken`: how many of the digits are used up when it is chosen. */
export interface Candidate {
  readonly text: string;
  readonly reading: readonly string[];
  readonly taken: number;
}

/** Key 1: what stands between words. */
export const SIGN_KEY = '1';
const SIGNS = ['，', '。', '？', '！', '、', '：', '-', '（', '）'] as const;

/** More pages than anybody turns. */
const MOST = 90;
/** Of what only begins like this; the rest of it is typed soon. */
const MOST_LONGER = 9;
/** Before that too much begins like this. */
const LEAST_BEGINNING = 3;

/**
 * What fits all digits, then words that begin so, then what fits their beginning, the longest first, where what
 * is left can be read as well; in each what the resident chose last, then what is common. `first`: the first syllable
 * has to be this one; null: any.
 */
export function candidatesOf(
  dictionary: Dictionary,
  digits: string,
  first: string | null,
  recent: readonly string[],
): readonly Candidate[] {
  if (digits === SIGN_KEY) return SIGNS.map((text) => ({ text, reading: [], taken: 1 }));
  const found: Candidate[] = [];
  const seen: Record<string, true> = {};
  const add = (entries: readonly Entry[], most: number) => {
    let added = 0;
    for (let at = 0; at < entries.length && added < most; at += 1) {
      const entry = entries[at];
      if (!entry || seen[entry.text] || (first !== null && entry.reading[0] !== first)) continue;
      seen[entry.text] = true;
      added += 1;
      found.push({ text: entry.text, reading: entry.reading, taken: Math.min(digits.length, entry.digits.length) });
    }
  };
  const exact = dictionary.entries[digits] ?? [];
  add(ranked(exact, recent), exact.length);
  if (digits.length >= LEAST_BEGINNING) add(ranked(longerWords(dictionary, digits), recent), MOST_LONGER);
  const dead: Record<string, true> = {};
  for (let length = digits.length - 1; length > 0 && found.length < MOST; length -= 1)
    if (divides(dictionary, digits.slice(length), dead))
      add(ranked(dictionary.entries[digits.slice(0, length)] ?? [], recent), MOST);
  // Not a syllable yet.
  if (found.length === 0) add(ranked(longerCharacters(dictionary, digits), recent), MOST);
  return found;
}

/** `entries` come with the most common first. */
function ranked(entries: readonly Entry[], recent: readonly string[]): readonly Entry[] {
  if (entries.length < 2) return entries;
  const chosen: Entry[] = [];
  for (const text of recent) for (const entry of entries) if (entry.text === text) chosen.push(entry);
  return chosen.length === 0 ? entries : chosen.concat(entries);
}

const byWeight = (one: Entry, other: Entry): number => other.weight - one.weight;

function longerWords({ words, entries }: Dictionary, digits: string): Entry[] {
  const all: Entry[] = [];
  for (let at = firstFrom(words, digits); at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (word.slice(0, digits.length) !== digits) break;
    if (word.length === digits.length) continue;
    for (const entry of entries[word] ?? []) if (entry.text.length > 1) all.push(entry);
  }
  return all.sort(byWeight);
}

function longerCharacters({ syllables, entries }: Dictionary, digits: string): Entry[] {
  const all: Entry[] = [];
  for (const typed of Object.keys(syllables)) {
    if (typed.slice(0, digits.length) !== digits) continue;
    for (const entry of entries[typed] ?? []) if (entry.text.length === 1) all.push(entry);
  }
  return all.sort(byWeight);
}

/** Where in the sorted list what is not less than `wanted` begins. */
function firstFrom(sorted: readonly string[], wanted: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? '') < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What the first syllable may be, longest first; only where syllables can follow from what is left. */
export function readingsOf(dictionary: Dictionary, digits: string): readonly string[] {
  const { syllables } = dictionary;
  if (digits === '' || digits === SIGN_KEY) return [];
  const readings: string[] = [];
  const dead: Record<string, true> = {};
  for (let length = Math.min(digits.length, LONGEST_SYLLABLE); length > 0; length -= 1) {
    const found = syllables[digits.slice(0, length)];
    if (found && divides(dictionary, digits.slice(length), dead)) readings.push(...found);
  }
  return readings;
}

/** zhuang, shuang, chuang */
const LONGEST_SYLLABLE = 6;

/** Is this a row of syllables, the last of them perhaps not whole yet? `dead`: rows that are known to be none. */
export function divides(dictionary: Dictionary, digits: string, dead: Record<string, true> = {}): boolean {
  if (digits === '') return true;
  if (dead[digits]) return false;
  for (let length = Math.min(digits.length, LONGEST_SYLLABLE); length > 0; length -= 1) {
    if (dictionary.syllables[digits.slice(0, length)] && divides(dictionary, digits.slice(length), dead)) return true;
  }
  if (digits.length < LONGEST_SYLLABLE && beginsOne(dictionary, digits)) return true;
  dead[digits] = true;
  return false;
}

const beginsOne = ({ syllables }: Dictionary, digits: string): boolean =>
  Object.keys(syllables).some((typed) => typed.slice(0, digits.length) === digits);
