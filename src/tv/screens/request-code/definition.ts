// What became of an anonymous request: ten digits are typed, the tenth asks by itself; nothing of it stays.
import { type Context, NO_CODE, type ScreenName } from '../../navigation/context.ts';
import { type Definition, type Move, STAY } from '../../navigation/definition.ts';
import type { RequestCodeModel } from '../../navigation/frames/requests.ts';
import { REQUEST_TEXTS } from '../../texts/requests.zh-CN.ts';
import { TEXTS } from '../../texts/zh-CN.ts';

const WORDS = REQUEST_TEXTS.code;
const LENGTH = 10;
const EMPTY = '·';

export const requestCode: Definition<ScreenName, RequestCodeModel> = {
  takes: ['0', '8'],
  leadsTo: ['report'],
  present({ requestCode: { digits, asking, answer } }) {
    const places = (digits + EMPTY.repeat(LENGTH)).slice(0, LENGTH);
    const found = answer !== null && typeof answer === 'object' ? answer : null;
    return {
      name: 'request-code',
      title: WORDS.title,
      typed: `${places.slice(0, 5)} ${places.slice(5)}`,
      state: found
        ? found.state === 'answered'
          ? WORDS.answered
          : REQUEST_TEXTS.states[found.state]
        : asking
          ? WORDS.asking
          : typeof answer === 'string'
            ? WORDS[answer]
            : WORDS.text,
      lines: found
        ? [REQUEST_TEXTS.request.number(found.number), found.answer ? WORDS.answer(found.answer) : WORDS.noAnswer]
        : [],
    };
  },
  hints: () => [
    { key: 'digits', label: TEXTS.hints.type },
    { key: 'left', label: TEXTS.hints.erase },
    { key: 'back', label: TEXTS.hints.leave },
  ],
  press(context, key) {
    const { digits, asking, answer } = context.requestCode;
    if (key === 'back') return { to: 'report' };
    if (asking) return { note: WORDS.asking };
    if (key === 'left') return { change: { requestCode: { ...NO_CODE, digits: digits.slice(0, -1) } } };
    if (key === 'ok') return answer === 'unreachable' ? ask(digits) : { note: WORDS.more };
    return /^\d$/.test(key) ? type(context, key) : STAY;
  },
  leave: () => ({ change: { requestCode: NO_CODE } }),
};

/** After ten the next digit begins anew. */
function type({ requestCode: { digits: before } }: Context, digit: string): Move<ScreenName> {
  const digits = (before.length >= LENGTH ? '' : before) + digit;
  return digits.length < LENGTH ? { change: { requestCode: { ...NO_CODE, digits } } } : ask(digits);
}

const ask = (digits: string): Move<ScreenName> => ({
  change: { requestCode: { digits, asking: true, answer: null } },
  intents: [{ type: 'ask-code', code: digits }],
});
