// The keyboard: pinyin by the digits of the remote, its readings, the characters and words for it; gives the text back.

import type { Dictionary } from '../keyboard/dictionary.ts';
import { candidates, PAGE, press, readings, type Typing } from '../keyboard/engine.ts';
import type { Context, OverlayName } from '../navigation/context.ts';
import type { Definition, Move } from '../navigation/definition.ts';
import type { Hint } from '../navigation/frame.ts';
import type { OverlayModel } from '../navigation/frames/overlays.ts';
import { KEYBOARD_TEXTS } from '../texts/keyboard.zh-CN.ts';

type Place = OverlayName | 'closed';
type KeyboardModel = Extract<OverlayModel, { name: 'keyboard' }>;

const WORDS = KEYBOARD_TEXTS;
/** Beside each other on the screen. */
const READINGS = 7;

const dictionaryOf = ({ dictionary }: Context): Dictionary | null => (dictionary === 'missing' ? null : dictionary);

/** Digits, the 8 of an alert's band among them, are typed: every key is its own. */
export const keyboard: Definition<Place, OverlayModel> = {
  grabs: true,
  leadsTo: ['closed'],
  present: (context) => (context.keyboard ? modelOf(context, context.keyboard) : EMPTY),
  hints: (context) => (context.keyboard ? hintsOf(context, context.keyboard.typing) : []),
  press(context, key) {
    const open = context.keyboard;
    if (!open || key === 'home') return { to: 'closed', change: { keyboard: null } };
    if (key === 'down' && isMissing(context, open.typing))
      return { change: { dictionary: null }, intents: [{ type: 'load-dictionary' }] };
    return moveOf(open, press(dictionaryOf(context), open.typing, key));
  },
  settle({ keyboard: open, screen }) {
    if (open?.screen === screen) return null;
    return { to: 'closed', change: { keyboard: null } };
  },
};

const isMissing = ({ dictionary }: Context, { digits, numbers }: Typing): boolean =>
  dictionary === 'missing' && digits === '' && !numbers;

function moveOf(open: NonNullable<Context['keyboard']>, typed: ReturnType<typeof press>): Move<Place> {
  switch (typed.kind) {
    case 'refused':
      return { note: WORDS.refusals[typed.why] };
    case 'left':
      return { to: 'closed', change: { keyboard: null } };
    case 'done':
      return { to: 'closed', change: { keyboard: null, written: { screen: open.screen, text: typed.text } } };
    case 'typing': {
      const { typing } = typed;
      return { change: { keyboard: { ...open, typing }, recentWords: typing.recent } };
    }
  }
}

const EMPTY: KeyboardModel = {
  ...{ name: 'keyboard', title: '', text: '', typed: '', aside: '', readings: [], cards: [], how: [] },
  ...{ focus: { area: 'text', index: 0 }, page: 1, pages: 1 },
};

function modelOf(context: Context, { title, typing }: NonNullable<Context['keyboard']>): KeyboardModel {
  const dictionary = dictionaryOf(context);
  const found = candidates(dictionary, typing);
  const all = readings(dictionary, typing);
  const { text, digits, area, index, numbers, most } = typing;
  const start = index - (index % PAGE);
  const at = typing.reading === null ? -1 : all.indexOf(typing.reading);
  const from = Math.max(0, Math.min(at - (READINGS >> 1), all.length - READINGS));
  const chosen = found[index];
  return {
    name: 'keyboard',
    title,
    text,
    typed: chosen && chosen.reading.length > 0 ? typedAs(chosen.reading, digits, chosen.taken) : '',
    aside: WORDS.count(numbers ? WORDS.numbers : WORDS.pinyin, text.length, most),
    readings: all.slice(from, from + READINGS).map((each, place) => ({ text: each, on: from + place === at })),
    cards: found.slice(start, start + PAGE).map((each, place) => ({
      text: each.text,
      digit: area === 'choosing' ? String(place + 1) : null,
    })),
    focus:
      area === 'readings'
        ? { area: 'readings', index: at - from }
        : { area: digits === '' ? 'text' : 'cards', index: index - start },
    page: start / PAGE + 1,
    pages: Math.max(1, Math.ceil(found.length / PAGE)),
    how: digits === '' ? howOf(context, numbers) : [],
  };
}

/** The pinyin of what is chosen as far as it is typed, then the digits that are left. */
function typedAs(reading: readonly string[], digits: string, taken: number): string {
  let left = taken;
  const syllables: string[] = [];
  for (const syllable of reading) {
    if (left > 0) syllables.push(syllable.slice(0, left));
    left -= syllable.length;
  }
  return [...syllables, digits.slice(taken)].join(' ').trim();
}

function howOf({ dictionary }: Context, numbers: boolean): readonly string[] {
  if (numbers) return WORDS.numbersHow;
  return dictionary === null ? WORDS.loading : dictionary === 'missing' ? WORDS.missing : WORDS.how;
}

function hintsOf(context: Context, typing: Typing): readonly Hint[] {
  const { area, digits, text, numbers } = typing;
  const { hints } = WORDS;
  const back = (label: string) => ({ key: 'back', label }) as const;
  const erase = back(text === '' ? hints.leave : hints.eraseText);
  if (numbers)
    return [
      { key: 'digits', label: hints.numbers },
      { key: 'ok', label: hints.toPinyin },
      text === '' ? back(hints.toPinyin) : erase,
    ];
  if (area === 'readings')
    return [{ key: 'leftRight', label: hints.readings }, { key: 'ok', label: hints.choose }, back(hints.goOn)];
  if (area === 'choosing')
    return [
      { key: 'digits', label: hints.choose },
      { key: 'arrows', label: hints.move },
      { key: 'ok', label: hints.take },
      back(hints.goOn),
    ];
  if (digits !== '')
    return [
      { key: 'digits', label: hints.pinyin },
      { key: 'ok', label: hints.take },
      { key: 'arrows', label: hints.choose },
      back(hints.erase),
    ];
  return [
    isMissing(context, typing) ? { key: 'upDown', label: hints.again } : { key: 'digits', label: hints.pinyin },
    { key: 'one', label: hints.signs },
    { key: 'zero', label: hints.numbers },
    { key: 'ok', label: hints.done },
    erase,
  ];
}
