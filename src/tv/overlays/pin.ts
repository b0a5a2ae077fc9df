// Asks for the household's PIN by the digits of the remote; what it says when that opens nothing.
import type { Context, OverlayName, PinEntry, PinTrouble } from '../navigation/context.ts';
import type { Definition, Move } from '../navigation/definition.ts';
import type { OverlayModel } from '../navigation/frames/overlays.ts';
import { dropPin } from '../navigation/private.ts';
import type { RemoteKey } from '../remote/keys.ts';
import { momentText } from '../texts/dates.ts';
import { TEXTS } from '../texts/zh-CN.ts';

type Place = OverlayName | 'closed';

const PIN_DIGITS = 6;
const WORDS = TEXTS.pin;

export const pin: Definition<Place, OverlayModel> = {
  leadsTo: ['closed', 'installer'],
  present: (context) => ({
    name: 'pin',
    title: context.pin?.purpose === 'unbind' ? WORDS.unbindTitle : WORDS.title,
    typed: context.pin?.digits.length ?? 0,
    text: textOf(context),
    wrong: context.pin?.trouble !== null,
  }),
  hints: () => [
    { key: 'digits', label: TEXTS.hints.type },
    { key: 'left', label: TEXTS.hints.erase },
    { key: 'back', label: TEXTS.hints.leave },
  ],
  press(context, key) {
    const entry = context.pin;
    if (!entry) return {};
    if (key === 'back') return { to: entry.purpose === 'unbind' ? 'installer' : 'closed', ...dropPin(context) };
    if (entry.asking) return { note: WORDS.asking };
    if (key === 'left') return { change: { pin: { ...entry, digits: entry.digits.slice(0, -1) } } };
    if (key === 'ok') return { note: WORDS.more };
    return isDigit(key) ? type(entry, key) : {};
  },
  settle: ({ pin: entry }) => (entry === null ? { to: 'closed' } : null),
};

const isDigit = (key: RemoteKey): boolean => /^\d$/.test(key);

/** The sixth digit asks by itself: there is nothing to think about before it. */
function type(entry: PinEntry, digit: string): Move<Place> {
  const digits = entry.digits + digit;
  if (digits.length < PIN_DIGITS) return { change: { pin: { ...entry, digits, trouble: null } } };
  return {
    change: { pin: { ...entry, digits, asking: true, trouble: null } },
    intents: [{ type: entry.purpose === 'unbind' ? 'unbind' : 'open-private', pin: digits }],
  };
}

function textOf({ pin: entry, pinLockedUntil, now }: Context): string {
  if (!entry) return '';
  if (entry.asking) return WORDS.asking;
  if (entry.trouble === 'locked') return WORDS.locked(momentText(pinLockedUntil ?? now, now));
  if (entry.trouble) return TROUBLES[entry.trouble];
  return entry.purpose === 'unbind' ? WORDS.unbindText : WORDS.text;
}

const TROUBLES: Readonly<Record<Exclude<PinTrouble, 'locked'>, string>> = {
  wrong: WORDS.wrong,
  missing: WORDS.missing,
  'not-authorised': WORDS.notAuthorised,
  unreachable: WORDS.unreachable,
};
