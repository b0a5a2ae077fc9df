// A list of words as people keep it, a line each, as what the server takes.
import type { FindingLevel } from '../../../contract/approvals.ts';
import { REVIEW_LIMITS, type ReviewWord } from '../../../contract/reviews.ts';
import { texts } from '../../texts/zh-CN.ts';

const words = texts.reviews;

/** Each line a word; what follows a comma or a tab is its note. Empty lines count for nothing. */
export function readWordLines(text: string, level: FindingLevel): { words: ReviewWord[] } | { fault: string } {
  const found: ReviewWord[] = [];
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    const [, word = '', note = ''] = /^([^,，\t]*)[,，\t]?(.*)$/.exec(line.trim()) ?? [];
    if (word.trim() === '') continue;
    if (word.trim().length > REVIEW_LIMITS.word) return { fault: words.tooLong(index + 1, REVIEW_LIMITS.word) };
    if (note.trim().length > REVIEW_LIMITS.note) return { fault: words.noteTooLong(index + 1, REVIEW_LIMITS.note) };
    found.push({ word: word.trim(), level, note: note.trim() });
  }
  return found.length > REVIEW_LIMITS.words ? { fault: words.tooMany(REVIEW_LIMITS.words) } : { words: found };
}
