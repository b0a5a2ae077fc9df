// The resident's own settings: size of type, motion. Kept on the box.
import type { Context, OverlayName } from '../navigation/context.ts';
import type { Definition, Move } from '../navigation/definition.ts';
import type { OverlayModel } from '../navigation/frames/overlays.ts';
import { setMotion, toggleSize } from '../navigation/settings.ts';
import { TEXTS } from '../texts/zh-CN.ts';

type Place = OverlayName | 'closed';

/** One line each: what it is called, what it is set to, what changing it does. */
const OPTIONS: readonly {
  readonly label: string;
  value(context: Context): string;
  change(context: Context): Move<never>;
}[] = [
  {
    label: TEXTS.settings.size,
    value: ({ elder }) => (elder ? TEXTS.settings.elder : TEXTS.settings.normal),
    change: toggleSize,
  },
  {
    label: TEXTS.settings.motion,
    value: ({ motion }) => (motion ? TEXTS.settings.on : TEXTS.settings.off),
    change: (context) => setMotion(context, !context.motion),
  },
];

export const settings: Definition<Place, OverlayModel> = {
  leadsTo: ['closed'],
  present: (context) => ({
    name: 'settings',
    title: TEXTS.settings.title,
    options: OPTIONS.map(({ label, value }) => ({ label, value: value(context) })),
    focus: context.settingsFocus,
  }),
  hints: () => [
    { key: 'upDown', label: TEXTS.hints.choose },
    { key: 'ok', label: TEXTS.hints.change },
    { key: 'back', label: TEXTS.hints.close },
  ],
  press(context, key) {
    const focus = context.settingsFocus;
    switch (key) {
      case 'up':
        return { change: { settingsFocus: Math.max(0, focus - 1) } };
      case 'down':
        return { change: { settingsFocus: Math.min(OPTIONS.length - 1, focus + 1) } };
      case 'ok':
      case 'left':
      case 'right':
        return OPTIONS[focus]?.change(context) ?? {};
      case 'back':
      case 'yellow':
      case 'menu':
      case '0':
        return { to: 'closed' };
      default:
        return {};
    }
  },
};
