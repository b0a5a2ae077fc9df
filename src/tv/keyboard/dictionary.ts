// The dictionary of the keyboard as it is served, and as it is used: what each row of digits may mean, most common first.
import { digitsOf } from '../../domain/guides/search.ts';
import { isObject, parse } from '../feed/record.ts';

/**
 * As scripts/keyboard makes it. Letters are classes of frequency, each twice as common as the one before: in
 * `characters` they stand before those they are about (`lou`: `m楼漏l露`), in `words` they are the names. A word is read
 * as its characters are first read, or as it says itself (`银行:yin'hang`).
 */
export interface PackedDictionary {
  readonly characters: Readonly<Record<string, string>>;
  readonly words: Readonly<Record<string, string>>;
}

export interface Entry {
  readonly text: string;
  /** Syllable by syllable. */
  readonly reading: readonly string[];
  /** The digits of the whole reading. */
  readonly digits: string;
  /** Class of frequency. */
  readonly weight: number;
}

export interface Dictionary {
  /** By their digits, most common first. */
  readonly entries: Readonly<Record<string, readonly Entry[]>>;
  /** Which syllables a row of digits may be: 94 is xi, yi, zi. */
  readonly syllables: Readonly<Record<string, readonly string[]>>;
  /** The digits of all words, sorted. */
  readonly words: readonly string[];
}

const A = 'a'.charCodeAt(0);
const isLetter = (code: number): boolean => code >= A && code < A + 26;

/** To be awaited between steps: null, or a turn's pause. */
type Pause = () => Promise<void> | null;
/** Asking for the time costs as much as a few entries. */
const STEP = 32;

/** Null: that is no dictionary. */
export async function readDictionary(text: string, rest: Pause): Promise<Dictionary | null> {
  const value = parse(text);
  if (!isObject(value) || !isTexts(value.characters) || !isTexts(value.words)) return null;
  return unpack({ characters: value.characters, words: value.words }, rest);
}

const isTexts = (value: unknown): value is Readonly<Record<string, string>> =>
  isObject(value) && Object.keys(value).every((key) => typeof value[key] === 'string');

/** Plain loops: a box of 2016 goes through ten thousand entries, in pieces between which its keys are heard. */
export async function unpack(packed: PackedDictionary, rest: Pause): Promise<Dictionary> {
  const entries: Record<string, Entry[]> = {};
  const syllables: Record<string, string[]> = {};
  const wordDigits: Record<string, true> = {};
  const first: Record<string, { readonly syllable: string; readonly weight: number }> = {};
  const typed: Record<string, string> = {};

  function put(text: string, reading: readonly string[], weight: number): string {
    let digits = '';
    for (let at = 0; at < reading.length; at += 1) {
      const syllable = reading[at] ?? '';
      const known = typed[syllable] ?? digitsOf(syllable);
      typed[syllable] = known;
      digits += known;
    }
    const list = entries[digits] ?? [];
    list.push({ text, reading, digits, weight });
    entries[digits] = list;
    return digits;
  }

  for (const syllable of Object.keys(packed.characters)) {
    await rest();
    const marked = packed.characters[syllable] ?? '';
    let weight = 0;
    for (let at = 0; at < marked.length; at += 1) {
      const code = marked.charCodeAt(at);
      const text = marked.charAt(at);
      if (isLetter(code)) weight = code - A;
      else {
        put(text, [syllable], weight);
        const known = first[text];
        if (!known || known.weight < weight) first[text] = { syllable, weight };
      }
    }
    const digits = digitsOf(syllable);
    syllables[digits] = [...(syllables[digits] ?? []), syllable];
  }
  for (const letter of Object.keys(packed.words)) {
    const weight = letter.charCodeAt(0) - A;
    const words = (packed.words[letter] ?? '').split(' ');
    for (let at = 0; at < words.length; at += 1) {
      if (at % STEP === 0) await rest();
      const [text = '', told] = (words[at] ?? '').split(':');
      const reading = told ? told.split("'") : text.split('').map((character) => first[character]?.syllable ?? '');
      wordDigits[put(text, reading, weight)] = true;
    }
  }
  const rows = Object.keys(entries);
  for (let at = 0; at < rows.length; at += 1) {
    if (at % STEP === 0) await rest();
    const list = entries[rows[at] ?? ''] ?? [];
    if (list.length > 1) list.sort((one, other) => other.weight - one.weight);
  }
  return { entries, syllables, words: await sorted(Object.keys(wordDigits), rest) };
}

/** By beginnings: thousands at once hold a box of 2016 up for a tenth of a second. */
async function sorted(rows: readonly string[], rest: Pause): Promise<string[]> {
  const buckets: Record<string, string[]> = {};
  for (let at = 0; at < rows.length; at += 1) {
    if (at % STEP === 0) await rest();
    const row = rows[at] ?? '';
    const bucket = buckets[row.slice(0, 2)] ?? [];
    bucket.push(row);
    buckets[row.slice(0, 2)] = bucket;
  }
  let all: string[] = [];
  for (const beginning of Object.keys(buckets).sort()) {
    await rest();
    all = all.concat((buckets[beginning] ?? []).sort());
  }
  return all;
}
