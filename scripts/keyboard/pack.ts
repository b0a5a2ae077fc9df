// Chooses what is common and writes it small: characters by syllable, words by class of frequency, readings only where unusual.
import type { PackedDictionary } from '../../src/tv/keyboard/dictionary.ts';

export interface Source {
  readonly word: string;
  /** lou shui */
  readonly reading: string;
  /** How often it occurs; above zero. */
  readonly weight: number;
}

const CHARACTERS = 3500;
const WORDS = 7000;
/** In characters: longer ones are typed in parts. */
const LONGEST = 4;
/** As common as what is common: of this weight are the words of this trade at least. */
const TRADE_WEIGHT = 4000;
/** A reading that is this much rarer than a character's first is no use to anybody. */
const RARE = 400;
/** The two levels of GB 2312: what simplified print is made of. */
const SIMPLIFIED = charactersOfGb2312();

type TradeWords = readonly (string | { readonly word: string; readonly reading: string })[];

/** @throws Error where a word of the trade has a character that the source does not know */
export function pack(all: readonly Source[], trade: TradeWords): PackedDictionary {
  const sources = all.filter(({ word }) => [...word].every((character) => SIMPLIFIED.has(character)));
  const single = sources.filter(({ word }) => word.length === 1).sort(byWeight);
  const first = new Map<string, Source>();
  for (const source of single) if (!first.has(source.word)) first.set(source.word, source);
  const readingOf = (word: string) =>
    [...word]
      .map((character) => {
        const source = first.get(character);
        if (!source) throw new Error(`no reading of ${character} in ${word}`);
        return source.reading;
      })
      .join(' ');

  const words = new Map<string, Source>();
  const common = sources.filter(({ word }) => word.length > 1 && word.length <= LONGEST).sort(byWeight);
  for (const source of common) {
    if (words.size === WORDS) break;
    if (!words.has(source.word)) words.set(source.word, source);
  }
  for (const each of trade) {
    const word = typeof each === 'string' ? each : each.word;
    const known = common.find((source) => source.word === word);
    const reading = typeof each === 'string' ? (known?.reading ?? readingOf(word)) : each.reading;
    words.set(word, { word, reading, weight: Math.max(TRADE_WEIGHT, known?.weight ?? 0) });
  }

  const wanted = new Set([...first.keys()].slice(0, CHARACTERS));
  for (const { word } of words.values()) for (const character of word) wanted.add(character);
  const characters = single.filter(
    ({ word, weight }) => wanted.has(word) && weight * RARE >= (first.get(word)?.weight ?? 0) && weight > 0,
  );
  return { characters: bySyllable(characters), words: byClass([...words.values()].sort(byWeight), readingOf) };
}

function charactersOfGb2312(): ReadonlySet<string> {
  const bytes: number[] = [];
  for (let row = 0xb0; row <= 0xf7; row += 1) for (let cell = 0xa1; cell <= 0xfe; cell += 1) bytes.push(row, cell);
  return new Set(new TextDecoder('gbk').decode(Uint8Array.from(bytes)).match(/[\u4e00-\u9fff]/g));
}

const byWeight = (one: Source, other: Source): number =>
  other.weight - one.weight || (one.word < other.word ? -1 : Number(one.word > other.word));

/** Each doubling is a class; 0 is the rarest. */
const classOf = ({ weight }: Source): number => Math.min(25, Math.max(0, Math.round(Math.log2(weight + 1))));
const letterOf = (source: Source): string => String.fromCharCode('a'.charCodeAt(0) + classOf(source));

function bySyllable(characters: readonly Source[]): Record<string, string> {
  const syllables: Record<string, string> = {};
  const last: Record<string, string> = {};
  for (const source of characters) {
    const letter = letterOf(source);
    const mark = last[source.reading] === letter ? '' : letter;
    syllables[source.reading] = (syllables[source.reading] ?? '') + mark + source.word;
    last[source.reading] = letter;
  }
  return Object.fromEntries(Object.entries(syllables).sort(([one], [other]) => (one < other ? -1 : 1)));
}

function byClass(words: readonly Source[], usual: (word: string) => string): Record<string, string> {
  const classes: Record<string, string[]> = {};
  for (const source of words) {
    const letter = letterOf(source);
    const { word, reading } = source;
    classes[letter] = [
      ...(classes[letter] ?? []),
      usual(word) === reading ? word : `${word}:${reading.replaceAll(' ', "'")}`,
    ];
  }
  return Object.fromEntries(Object.entries(classes).map(([letter, list]) => [letter, list.join(' ')]));
}
