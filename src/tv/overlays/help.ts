// What the keys of the remote do; also the hidden way to the installer's sheet: 9 pressed four times here.
import type { Context, OverlayName } from '../navigation/context.ts';
import type { Definition } from '../navigation/definition.ts';
import type { OverlayModel } from '../navigation/frames/overlays.ts';
import { TEXTS } from '../texts/zh-CN.ts';

type Place = OverlayName | 'closed';

/** From home an installer types 0 9 9 9 9. */
const NINES = 4;

export const help: Definition<Place, OverlayModel> = {
  leadsTo: ['closed', 'settings', 'installer'],
  present: () => ({ name: 'help', title: TEXTS.help.title, items: TEXTS.help.items }),
  hints: () => [
    { key: 'ok', label: TEXTS.hints.settings },
    { key: 'back', label: TEXTS.hints.close },
  ],
  press(context, key) {
    switch (key) {
      case 'back':
      case 'menu':
      case '0':
        return { to: 'closed', change: { installer: { ...context.installer, nines: 0 } } };
      case 'ok':
      case 'yellow':
        return { to: 'settings', change: { settingsFocus: 0, installer: { ...context.installer, nines: 0 } } };
      case '9':
        return pressNine(context);
      default:
        return { change: { installer: { ...context.installer, nines: 0 } } };
    }
  },
};

function pressNine({ installer }: Context) {
  const nines = installer.nines + 1;
  if (nines < NINES) return { change: { installer: { ...installer, nines } } };
  return { to: 'installer', change: { installer: { nines: 0, raw: [], quiet: 0, focus: 0, facts: null } } } as const;
}
