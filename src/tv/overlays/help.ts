// What the keys of the remote do; also the hidden way to the installer's key probe: 9 pressed four times here.
import type { Context, OverlayName } from '../navigation/context.ts';
import type { Definition } from '../navigation/definition.ts';
import type { OverlayModel } from '../navigation/frame.ts';
import { TEXTS } from '../texts/zh-CN.ts';

type Place = OverlayName | 'closed';

/** From home an installer types 0 9 9 9 9. */
const NINES = 4;

export const help: Definition<Place, OverlayModel> = {
  leadsTo: ['closed', 'settings', 'probe'],
  present: () => ({ name: 'help', title: TEXTS.help.title, items: TEXTS.help.items }),
  hints: () => [
    { key: 'ok', label: TEXTS.hints.settings },
    { key: 'back', label: TEXTS.hints.close },
  ],
  press(context, key) {
    switch (key) {
      case 'back':
      case 'blue':
      case 'menu':
      case '0':
        return { to: 'closed', change: { probe: { ...context.probe, nines: 0 } } };
      case 'ok':
      case 'yellow':
        return { to: 'settings', change: { settingsFocus: 0, probe: { ...context.probe, nines: 0 } } };
      case '9':
        return pressNine(context);
      default:
        return { change: { probe: { ...context.probe, nines: 0 } } };
    }
  },
};

function pressNine({ probe }: Context) {
  const nines = probe.nines + 1;
  if (nines < NINES) return { change: { probe: { ...probe, nines } } };
  return { to: 'probe', change: { probe: { nines: 0, codes: [], quiet: 0 } } } as const;
}
