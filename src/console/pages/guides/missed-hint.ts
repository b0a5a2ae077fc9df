// What somebody may have looked for who pressed these digits and found nothing.
import { KEY_LETTERS } from '../../../domain/guides/search.ts';

/** What a query of letters or of a number never finds otherwise. */
export interface MissedHint {
  /** The letters on each key, in order; empty for a number. */
  readonly letters: readonly string[];
  /** Of those, with which a character's pinyin can begin; empty for a number. */
  readonly initials: readonly string[];
  readonly isNumber: boolean;
}

/** No syllable begins with them: yi, wu and yu are written with a consonant. */
const NEVER_FIRST = /[iuv]/g;

/** A query that starts with 0 or 1 is the beginning of a guide's number. */
export function hintOf(digits: string): MissedHint {
  if (digits.charAt(0) < '2') return { letters: [], initials: [], isNumber: true };
  const letters = [...digits].map((digit) => KEY_LETTERS[digit] ?? digit);
  return { letters, initials: letters.map((each) => each.replace(NEVER_FIRST, '')), isNumber: false };
}
