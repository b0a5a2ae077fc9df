// The first moments: the name of the house and one calm sentence, until there is something to show.
import { HOME_START, type ScreenName } from '../../navigation/context.ts';
import { type Definition, STAY } from '../../navigation/definition.ts';
import type { BootModel } from '../../navigation/frames/box.ts';
import { TEXTS } from '../../texts/zh-CN.ts';

export const boot: Definition<ScreenName, BootModel> = {
  leadsTo: ['home', 'message'],
  present: ({ previewing }) => ({ name: 'boot', text: previewing ? TEXTS.boot.preview : TEXTS.boot.connecting }),
  hints: () => [],
  press: () => STAY,
  settle({ previewing, ready, line }) {
    if (previewing) return null;
    if (ready) return { to: 'home', change: { homeFocus: HOME_START } };
    return line === 'offline' ? { to: 'message', change: { message: { kind: 'offline', back: null } } } : null;
  },
};
