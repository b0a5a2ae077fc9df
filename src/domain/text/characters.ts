// What a character is to the one who breaks lines: how wide it is, and which side of a line it must not stand on.

/** 避头 and 避尾 (GB/T 15834-2011, 5.1): `close` may not begin a line, `open` may not end one. */
export type CharKind = 'space' | 'open' | 'close' | 'word' | 'single';

/** The full-width forms are written by their codes: to the eye they look like ASCII. */
const CLOSE = new Set(
  '、。,.!?:;)]}〉》」』】〕〗〙〛’”…—–－·•‧～~%‰℃°′″々ー\uff0c\uff0e\uff01\uff1f\uff1a\uff1b\uff09\uff3d\uff5d\uff05',
);
const OPEN = new Set('([{〈《「『【〔〖〘〚‘“¥￥$£€№§\uff08\uff3b\uff5b');
/** Counted things that stay on the line of their number: 11月, 50元, 3楼. */
const UNITS = new Set('年月日号时点分秒元角吨度米里亩岁户栋幢层楼室次人名个件条项章节期㎡℃');

/** ASCII by measured width in Noto Sans CJK SC, regular and bold, rounded up; in cells of one Han character. */
const NARROW = new Set("ijlI|'!,.:;f-()[]{}/\\");
const WIDE = new Set('mwMW%@');
const EMOJI_FROM = 0x1f000;
const EMOJI_TO = 0x1faff;

/** Width in cells (1 = one Han character), never less than a proportional font draws; joiners and marks take none. */
export function widthOf(char: string): number {
  const code = char.codePointAt(0) ?? 0;
  if (code <= 0x20 || code === 0xa0) return 0.25;
  if (code < 0x7f) return asciiWidth(char);
  if (isJoined(code)) return 0;
  return code >= EMOJI_FROM && code <= EMOJI_TO ? 1.4 : 1;
}

function asciiWidth(char: string): number {
  if (NARROW.has(char)) return 0.4;
  if (WIDE.has(char)) return 1.02;
  return char === '&' || (char >= 'A' && char <= 'Z') ? 0.8 : 0.68;
}

/** Width of a text in cells. */
export function widthOfText(text: string): number {
  let width = 0;
  for (const char of text) width += widthOf(char);
  return width;
}

/** Combining marks, variation selectors, zero-width characters: they belong to the character before. */
function isJoined(code: number): boolean {
  return (
    (code >= 0x300 && code <= 0x36f) ||
    (code >= 0x200b && code <= 0x200f) ||
    code === 0x2060 ||
    (code >= 0xfe00 && code <= 0xfe0f) ||
    code === 0xfeff ||
    (code >= 0x1f3fb && code <= 0x1f3ff) ||
    (code >= 0xe0100 && code <= 0xe01ef)
  );
}

/** Cuts a text where a reader sees characters: marks and joined emoji stay whole. */
export function charsOf(text: string): string[] {
  const chars: string[] = [];
  let joining = false;
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0;
    const last = chars.length - 1;
    if (last >= 0 && (joining || isJoined(code))) chars[last] += char;
    else chars.push(char);
    joining = code === 0x200d;
  }
  return chars;
}

/** The kind of one character by itself; between Latin letters or digits `.`, `:` and the like are part of the word. */
export function kindOf(char: string): CharKind {
  const code = char.codePointAt(0) ?? 0;
  if (code <= 0x20 || code === 0xa0 || code === 0x3000) return 'space';
  const base = char.length > 1 ? String.fromCodePoint(code) : char;
  if (CLOSE.has(base)) return 'close';
  if (OPEN.has(base)) return 'open';
  return isLetter(code) ? 'word' : 'single';
}

/** Latin, Greek and Cyrillic, and the full-width forms of Latin letters and digits. */
function isLetter(code: number): boolean {
  if (code < 0x250) return true;
  return (
    (code >= 0x370 && code <= 0x52f) ||
    (code >= 0xff10 && code <= 0xff19) ||
    (code >= 0xff21 && code <= 0xff3a) ||
    (code >= 0xff41 && code <= 0xff5a)
  );
}

export const isUnit = (char: string): boolean => UNITS.has(char);
export const isDigit = (char: string): boolean =>
  (char >= '0' && char <= '9') || (char >= '\uff10' && char <= '\uff19');
