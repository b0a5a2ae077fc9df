// How names are read aloud, in pinyin without tones; corrected by hand where the dictionary is wrong.
import { pinyin } from 'pinyin-pro';
import type { GuideInput } from '../../../contract/guides.ts';

/** What the dictionary reads wrongly in words of any department; a guide's own `readings` go before these. */
const HOUSE_READINGS: Readonly<Record<string, string>> = {
  单县: 'shan xian',
  还款: 'huan kuan',
  还贷: 'huan dai',
  率先: 'shuai xian',
  乐陵: 'lao ling',
};

export interface Reading {
  /** A syllable for each character, Latin letters and digits as they are; marks are left out: ban li e t c ka. */
  readonly text: string;
  /** Characters the dictionary does not know: they stand in the text as they are. */
  readonly unread: readonly string[];
  /** Characters that have other readings as well, where nobody has decided: the character and what was taken. */
  readonly doubtful: readonly {
    readonly character: string;
    readonly taken: string;
    readonly others: readonly string[];
  }[];
}

interface Sign {
  readonly character: string;
  readonly syllable: string;
  readonly others: readonly string[];
  readonly isDecided: boolean;
}

const HAN = /\p{Script=Han}/u;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** `overrides`: words and their syllables, one for each character. */
export function readingOf(text: string, overrides: Readonly<Record<string, string>> = {}): Reading {
  const signs = signsOf(text);
  for (const readings of [HOUSE_READINGS, overrides])
    for (const [word, syllables] of Object.entries(readings)) decide(signs, word, syllables);
  const read = signs.filter(({ character }) => LETTER_OR_DIGIT.test(character));
  return {
    text: read.map(({ character, syllable }) => syllable || character.toLowerCase()).join(' '),
    unread: read
      .filter(({ character, syllable }) => HAN.test(character) && !syllable)
      .map(({ character }) => character),
    doubtful: read
      .filter(({ isDecided, others }) => !isDecided && others.length > 0)
      .map(({ character, syllable, others }) => ({ character, taken: syllable, others })),
  };
}

/** Of the name and of each alias, in the order in which boxes get them. */
export const readingsOf = ({ name, aliases, readings }: Pick<GuideInput, 'name' | 'aliases' | 'readings'>): Reading[] =>
  [name, ...aliases].map((text) => readingOf(text, readings));

function signsOf(text: string): Sign[] {
  return pinyin(text, { toneType: 'none', type: 'all', v: true }).map(
    ({ origin, pinyin: syllable, polyphonic, isZh }) => {
      const all = isZh ? new Set(polyphonic.map(withoutTone)) : new Set<string>();
      all.delete(syllable);
      return { character: origin, syllable, others: [...all], isDecided: false };
    },
  );
}

/** lǜ -> lv, as it is typed. */
const withoutTone = (syllable: string): string =>
  syllable
    .normalize('NFD')
    .replaceAll('u\u0308', 'v')
    .replace(/[\u0300-\u036f]/g, '');

function decide(signs: Sign[], word: string, syllables: string): void {
  const characters = [...word];
  const given = syllables.split(' ');
  if (given.length !== characters.length) return;
  for (let at = 0; at + characters.length <= signs.length; at += 1) {
    if (!characters.every((character, index) => signs[at + index]?.character === character)) continue;
    for (const [index, character] of characters.entries())
      signs[at + index] = { character, syllable: given[index] ?? '', others: [], isDecided: true };
  }
}
