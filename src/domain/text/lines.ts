// Fits a text into lines of a given width, by the rules of Chinese print.
import { type CharKind, charsOf, kindOf, widthOfText } from './characters.ts';
import { isBlank, tokenize } from './tokenize.ts';

const ELLIPSIS = '…';
/** Sums of widths are not exact; a hair too wide is not too wide. */
const HAIR = 1e-6;

/**
 * The lines of a text in a column of `cells`; the first line is `indent` cells shorter. Spaces at the ends of lines are
 * dropped, nothing else. No line begins with a closing or ends with an opening mark, except where a run of such marks
 * is itself wider than the column. An empty text has no lines.
 */
export function breakLines(text: string, cells: number, indent = 0): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  let space = '';
  const room = () => cells - (lines.length === 0 ? indent : 0) + HAIR;
  for (const token of tokenize(text)) {
    if (isBlank(token)) {
      space = token;
      continue;
    }
    const wanted = widthOfText(space + token);
    if (line !== '' && used + wanted > room()) {
      lines.push(line);
      line = '';
    }
    if (line === '') {
      line = token.trimStart();
      used = widthOfText(line);
    } else {
      line += space + token;
      used += wanted;
    }
    space = '';
    while (used > room()) {
      const [head, tail] = cut(line, room());
      lines.push(head);
      line = tail;
      used = widthOfText(tail);
    }
  }
  if (line !== '') lines.push(line);
  return lines;
}

/** Cuts a token that is wider than a line, at the last place that offends no rule, else where the line is full. */
function cut(token: string, room: number): [string, string] {
  const chars = charsOf(token);
  let full = 1;
  while (full < chars.length && widthOfText(chars.slice(0, full + 1).join('')) <= room) full += 1;
  let at = full;
  while (at > 0 && !mayBreak(chars[at - 1], chars[at])) at -= 1;
  if (at === 0) at = full;
  return [chars.slice(0, at).join('').trimEnd(), chars.slice(at).join('').trimStart()];
}

function mayBreak(before: string | undefined, after: string | undefined): boolean {
  if (before === undefined || after === undefined) return false;
  // A space goes with the line it ends, so what decides is the mark behind it.
  return kindOf(after) !== 'close' && kindOf(after) !== 'space' && kindOf(before) !== 'open';
}

/**
 * At most `maxLines` lines; what is left out is marked by an ellipsis that itself fits the column. Words and numbers are
 * left out whole: 12 号楼 must not become 1….
 */
export function ellipsize(text: string, cells: number, maxLines: number): string[] {
  const lines = breakLines(text, cells);
  if (lines.length <= maxLines) return lines;
  const last = lines[maxLines - 1] ?? '';
  const kept = shortened(tokenize(last), cells) || shortened(charsOf(last), cells);
  return [...lines.slice(0, maxLines - 1), kept + ELLIPSIS];
}

/** As many pieces as leave room for the ellipsis, without a mark or a space at the end. */
function shortened(pieces: readonly string[], cells: number): string {
  const room = cells - widthOfText(ELLIPSIS) + HAIR;
  let count = pieces.length;
  while (count > 0 && widthOfText(bare(pieces.slice(0, count).join(''))) > room) count -= 1;
  return bare(pieces.slice(0, count).join(''));
}

function bare(text: string): string {
  const chars = charsOf(text);
  const hangs = (kind: CharKind) => kind !== 'word' && kind !== 'single';
  while (chars.length > 0 && hangs(kindOf(chars[chars.length - 1] ?? ''))) chars.pop();
  return chars.join('');
}
