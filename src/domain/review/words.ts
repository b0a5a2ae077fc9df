// Finds words of the district's list in a text, also where someone has put blanks or marks between their characters.
import type { FindingLevel } from '../../contract/approvals.ts';
import type { ReviewWord } from '../../contract/reviews.ts';

export interface WordHit {
  readonly word: string;
  readonly level: FindingLevel;
  readonly note: string;
  /** As it stands in the text. */
  readonly written: string;
  /** From 1. */
  readonly line: number;
}

/** Where a sentence or a line ends, two words that meet may make a third by chance. */
const ENDS = /[。！？；!?;\n]/;

interface Folded {
  readonly text: string;
  /** For each UTF-16 unit of `text`: where in the source its character stands, and how long it is there. */
  readonly at: readonly { readonly index: number; readonly length: number }[];
}

/** Letters and digits alone, full width and half width, large and small alike (NFKC). */
export const foldWord = (word: string): string => fold(word).text;

/** Each word at each place once. A hit across the end of a sentence is only worth a warning. */
export function findWords(text: string, words: readonly ReviewWord[]): WordHit[] {
  const { text: folded, at } = fold(text);
  const hits: (WordHit & { readonly index: number })[] = [];
  for (const { word, level, note } of words) {
    const wanted = foldWord(word);
    if (wanted === '') continue;
    for (let found = folded.indexOf(wanted); found >= 0; found = folded.indexOf(wanted, found + wanted.length)) {
      const first = at[found];
      const last = at[found + wanted.length - 1];
      if (!first || !last) break;
      const written = text.slice(first.index, last.index + last.length);
      const line = text.slice(0, first.index).split('\n').length;
      hits.push({ word, level: ENDS.test(written) ? 'warn' : level, note, written, line, index: first.index });
    }
  }
  return hits.sort((a, b) => a.index - b.index).map(({ index, ...hit }) => hit);
}

function fold(text: string): Folded {
  let folded = '';
  const at: { index: number; length: number }[] = [];
  let index = 0;
  for (const character of text) {
    const kept = character
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, '');
    folded += kept;
    for (let unit = 0; unit < kept.length; unit++) at.push({ index, length: character.length });
    index += character.length;
  }
  return { text: folded, at };
}
