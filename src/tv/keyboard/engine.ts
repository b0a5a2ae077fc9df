// Writing Chinese with the digits of a remote control: what each key makes of what is written so far. Pure.
import type { RemoteKey } from '../remote/keys.ts';
import { type Candidate, candidatesOf, divides, readingsOf, SIGN_KEY } from './candidates.ts';
import type { Dictionary } from './dictionary.ts';

export interface Typing {
  readonly text: string;
  /** Typed, and not a character yet. */
  readonly digits: string;
  /** What the first syllable has to be; null: any. */
  readonly reading: string | null;
  /** What the arrows move in; digits choose while `choosing`, and type everywhere else. */
  readonly area: 'typing' | 'choosing' | 'readings';
  /** The candidate that OK takes, of all pages. */
  readonly index: number;
  /** Digits stand for themselves. */
  readonly numbers: boolean;
  /** What was chosen last, newest first. */
  readonly recent: readonly string[];
  /** Characters at most. */
  readonly most: number;
}

/** Why a key did nothing. */
export type Refusal = 'full' | 'choose-first' | 'no-such' | 'nothing-written' | 'no-dictionary' | 'no-more';

/** `done`: the text is as it shall be; `left`: nobody wants to write. */
export type Typed =
  | { readonly kind: 'typing'; readonly typing: Typing }
  | { readonly kind: 'refused'; readonly why: Refusal }
  | { readonly kind: 'done'; readonly text: string }
  | { readonly kind: 'left' };

const COLUMNS = 3;
export const PAGE = 9;
const MOST_DIGITS = 24;
const MOST_RECENT = 60;

export const beginTyping = (text: string, most: number, recent: readonly string[]): Typing => ({
  ...{ text: text.slice(0, most), digits: '', reading: null, area: 'typing', index: 0, numbers: false },
  ...{ recent, most },
});

/** Without a dictionary there are numbers and signs. */
const NO_DICTIONARY: Dictionary = { entries: {}, syllables: {}, words: [] };

/** A frame asks several times for the same. */
let last: { readonly of: Dictionary; readonly typing: Typing; readonly candidates: readonly Candidate[] } | null = null;

export function candidates(dictionary: Dictionary | null, typing: Typing): readonly Candidate[] {
  const of = dictionary ?? NO_DICTIONARY;
  const { digits, reading, recent } = typing;
  if (digits === '') return [];
  const known = last?.of === of && last.typing.digits === digits && last.typing.reading === reading;
  if (!last || !known || last.typing.recent !== recent)
    last = { of, typing, candidates: candidatesOf(of, digits, reading, recent) };
  return last.candidates;
}

export const readings = (dictionary: Dictionary | null, { digits }: Typing): readonly string[] =>
  readingsOf(dictionary ?? NO_DICTIONARY, digits);

export function press(dictionary: Dictionary | null, typing: Typing, key: RemoteKey): Typed {
  if (key === 'back') return goBack(typing);
  if (typing.numbers) return pressNumber(typing, key);
  const digit = /^\d$/.test(key);
  if (typing.area === 'choosing') return digit ? chooseAt(dictionary, typing, key) : move(dictionary, typing, key);
  if (digit) return type(dictionary, typing, key);
  if (typing.digits === '') return key === 'ok' ? finish(typing) : stay(typing);
  return typing.area === 'readings' ? moveReading(dictionary, typing, key) : move(dictionary, typing, key);
}

const stay = (typing: Typing): Typed => ({ kind: 'typing', typing });
const change = (typing: Typing, changed: Partial<Typing>): Typed => stay({ ...typing, ...changed });
const refuse = (why: Refusal): Typed => ({ kind: 'refused', why });
const finish = ({ text }: Typing): Typed => (text === '' ? refuse('nothing-written') : { kind: 'done', text });

/** One step less each time, and out at last. */
function goBack(typing: Typing): Typed {
  const { area, reading, digits, numbers, text } = typing;
  if (digits === SIGN_KEY) return change(typing, { digits: '', area: 'typing', index: 0 });
  if (area !== 'typing')
    return change(typing, { area: 'typing', reading: area === 'readings' ? null : reading, index: 0 });
  if (digits !== '') return change(typing, { digits: digits.slice(0, -1), reading: null, index: 0 });
  if (text !== '') return change(typing, { text: text.slice(0, -1) });
  return numbers ? change(typing, { numbers: false }) : { kind: 'left' };
}

function pressNumber(typing: Typing, key: RemoteKey): Typed {
  if (key === 'ok') return change(typing, { numbers: false });
  return /^\d$/.test(key) ? write(typing, key) : stay(typing);
}

function write(typing: Typing, text: string): Typed {
  if (typing.text.length + text.length > typing.most) return refuse('full');
  return change(typing, { text: typing.text + text });
}

function type(dictionary: Dictionary | null, typing: Typing, digit: string): Typed {
  const { digits, text, most } = typing;
  if (digit === '0') return digits === '' ? change(typing, { numbers: true }) : refuse('choose-first');
  if (text.length >= most) return refuse('full');
  if (digit === SIGN_KEY)
    return digits === ''
      ? change(typing, { digits: SIGN_KEY, area: 'choosing', index: 0 })
      : change(typing, { area: 'choosing', index: 0 });
  if (!dictionary) return refuse('no-dictionary');
  if (digits.length >= MOST_DIGITS) return refuse('choose-first');
  if (!divides(dictionary, digits + digit)) return refuse('no-such');
  // What no longer fits the reading that was chosen gives it up.
  const kept = readingsOf(dictionary, digits + digit).some((reading) => reading === typing.reading);
  return change(typing, { digits: digits + digit, reading: kept ? typing.reading : null, area: 'typing', index: 0 });
}

function chooseAt(dictionary: Dictionary | null, typing: Typing, digit: string): Typed {
  const index = typing.index - (typing.index % PAGE) + Number(digit) - 1;
  return digit === '0' ? refuse('no-such') : take(dictionary, typing, index);
}

/** What is left of the digits stays to be chosen. */
function take(dictionary: Dictionary | null, typing: Typing, index: number): Typed {
  const chosen = candidates(dictionary, typing)[index];
  if (!chosen) return refuse('no-such');
  const { digits, recent } = typing;
  const written = write(typing, chosen.text);
  if (written.kind !== 'typing') return written;
  const isSign = digits === SIGN_KEY;
  return change(written.typing, {
    ...{ digits: digits.slice(chosen.taken), reading: null, area: 'typing', index: 0 },
    recent: isSign ? recent : [chosen.text, ...recent.filter((text) => text !== chosen.text)].slice(0, MOST_RECENT),
  });
}

function move(dictionary: Dictionary | null, typing: Typing, key: RemoteKey): Typed {
  const { index, area } = typing;
  const count = candidates(dictionary, typing).length;
  const to = (next: number): Typed =>
    next < 0 || next >= count ? refuse('no-more') : change(typing, { area: 'choosing', index: next });
  const isFirst = area === 'typing';
  switch (key) {
    case 'ok':
      return take(dictionary, typing, index);
    case 'left':
      return to(index - 1);
    case 'right':
      return to(index + 1);
    case 'up':
      return index < COLUMNS ? enterReadings(dictionary, typing) : to(index - COLUMNS);
    case 'down':
      return isFirst ? to(index) : to(Math.min(index + COLUMNS, index === count - 1 ? count : count - 1));
    case 'pageUp':
      return to(index - PAGE);
    case 'pageDown':
      return to(index - (index % PAGE) + PAGE);
    default:
      return stay(typing);
  }
}

function enterReadings(dictionary: Dictionary | null, typing: Typing): Typed {
  const all = readings(dictionary, typing);
  const [first] = all;
  if (first === undefined) return refuse('no-more');
  return change(typing, { area: 'readings', reading: typing.reading ?? first, index: 0 });
}

function moveReading(dictionary: Dictionary | null, typing: Typing, key: RemoteKey): Typed {
  const all = readings(dictionary, typing);
  const at = typing.reading === null ? 0 : all.indexOf(typing.reading);
  const to = (next: number): Typed => {
    const reading = all[next];
    return reading === undefined ? refuse('no-more') : change(typing, { reading, index: 0 });
  };
  switch (key) {
    case 'left':
      return to(at - 1);
    case 'right':
      return to(at + 1);
    case 'ok':
    case 'down':
      return change(typing, { area: 'choosing', index: 0 });
    default:
      return stay(typing);
  }
}
