// Cuts a Chinese text into the pieces a line may be broken between.
import { type CharKind, charsOf, isDigit, isUnit, kindOf } from './characters.ts';

/** Inside a word or a number these are letters: 8:30, 3.5, 10,000, don't */
const CONNECTORS = new Set('.,:;!?\'"');
const QUOTES = new Set('\'"');

/**
 * One token per Han character, Latin words and numbers whole (8:30, 3.5%, A4) and with their unit (11月, 50元); closing
 * punctuation is glued to the token before, opening punctuation to the one after; a run of spaces is a token.
 * The tokens joined are the text. Rules: GB/T 15834-2011, 5.1 (no mark at the wrong end of a line, —— and …… whole).
 */
export function tokenize(text: string): string[] {
  const chars = charsOf(text);
  const kinds = chars.map((_, index) => kindAt(chars, index));
  const tokens: string[] = [];
  for (let index = 0; index < chars.length; index += 1) {
    const char = chars[index] ?? '';
    const last = tokens.length - 1;
    if (last >= 0 && gluesTo(chars, kinds, index)) tokens[last] += char;
    else if (last >= 1 && kinds[index] === 'close' && isBlank(tokens[last])) {
      // A stray space before a closing mark must not put the mark at the head of a line.
      const space = tokens.pop() ?? '';
      tokens[last - 1] += space + char;
    } else tokens.push(char);
  }
  return tokens;
}

/** True for a token of nothing but spaces: it vanishes at a line's end. */
export function isBlank(token: string | undefined): boolean {
  return token !== undefined && charsOf(token).every((char) => kindOf(char) === 'space');
}

function kindAt(chars: readonly string[], index: number): CharKind {
  const char = chars[index] ?? '';
  if (!CONNECTORS.has(char)) return kindOf(char);
  const before = index > 0 ? kindOf(chars[index - 1] ?? '') : 'space';
  const after = index + 1 < chars.length ? kindOf(chars[index + 1] ?? '') : 'space';
  if (before === 'word' && after === 'word') return 'word';
  if (QUOTES.has(char)) return before === 'space' && after !== 'space' ? 'open' : 'close';
  return 'close';
}

function gluesTo(chars: readonly string[], kinds: readonly CharKind[], index: number): boolean {
  const before = kinds[index - 1];
  switch (kinds[index]) {
    case 'close':
      return before !== 'space';
    case 'space':
      return before === 'space' || before === 'open' || openBefore(kinds, index);
    case 'word':
      return before === 'word' || openBefore(kinds, index);
    case 'single':
      return openBefore(kinds, index) || (isDigit(chars[index - 1] ?? '') && isUnit(chars[index] ?? ''));
    default:
      return openBefore(kinds, index);
  }
}

/** Is what stands before, spaces aside, an opening mark that waits for its word? */
function openBefore(kinds: readonly CharKind[], index: number): boolean {
  let at = index - 1;
  while (at >= 0 && kinds[at] === 'space') at -= 1;
  return at >= 0 && kinds[at] === 'open';
}
