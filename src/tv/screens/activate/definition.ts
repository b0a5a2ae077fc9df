// A box that nobody has set up: a code for the staff, a square for a phone; it goes on by itself when the code was typed.
import { groupsOf } from '../../activation/state.ts';
import type { Context, ScreenName } from '../../navigation/context.ts';
import { type Definition, STAY } from '../../navigation/definition.ts';
import type { ActivateModel } from '../../navigation/frames/box.ts';
import { TEXTS } from '../../texts/zh-CN.ts';

const WORDS = TEXTS.activate;
const NOTHING = { userCode: null, groups: null, link: null, offline: false, action: null } as const;

export const activate: Definition<ScreenName, ActivateModel> = {
  leadsTo: ['boot'],
  present: ({ activation }) => ({ name: 'activate', ...modelOf(activation) }),
  hints: ({ activation }) => [
    ...(actionOf(activation) === null ? [] : [{ key: 'ok', label: WORDS.again } as const]),
    { key: 'green', label: TEXTS.hints.size },
    { key: 'zero', label: TEXTS.hints.help },
  ],
  press({ activation }, key) {
    if (key === 'ok' && actionOf(activation) !== null) return { intents: [{ type: 'activate' }] };
    return key === 'ok' || key === 'back' ? { note: WORDS.waiting } : STAY;
  },
  settle: ({ activation }) => (activation === null ? { to: 'boot' } : null),
};

type Shown = Context['activation'];

/** A code that is good is not thrown away by a careless key. */
const actionOf = (activation: Shown): string | null =>
  activation?.step === 'code' || (activation?.step === 'asking' && !activation.offline) ? null : WORDS.again;

function modelOf(activation: Shown): Omit<ActivateModel, 'name'> {
  const action = actionOf(activation);
  switch (activation?.step) {
    case 'code': {
      const { userCode, link, minutes, offline } = activation;
      const state = offline ? WORDS.offlineCode : WORDS.minutes(minutes);
      return {
        title: WORDS.title,
        steps: WORDS.steps,
        userCode,
        groups: groupsOf(userCode),
        link,
        state,
        offline,
        action,
      };
    }
    case 'denied':
      return { ...NOTHING, title: WORDS.deniedTitle, steps: [WORDS.denied], state: '', action };
    case 'expired':
      return { ...NOTHING, title: WORDS.expiredTitle, steps: [WORDS.expired], state: '', action };
    default: {
      const offline = activation?.offline === true;
      const steps = [offline ? WORDS.offline : WORDS.asking];
      return { ...NOTHING, title: offline ? WORDS.offlineTitle : WORDS.title, steps, state: '', offline, action };
    }
  }
}
