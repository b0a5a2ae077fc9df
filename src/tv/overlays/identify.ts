// A sign by which staff on the phone find this television among others; any key takes it away, and does nothing else.
import type { OverlayName } from '../navigation/context.ts';
import type { Definition } from '../navigation/definition.ts';
import type { OverlayModel } from '../navigation/frames/overlays.ts';
import { TEXTS } from '../texts/zh-CN.ts';

export const identify: Definition<OverlayName | 'closed', OverlayModel> = {
  grabs: true,
  leadsTo: ['closed'],
  present: ({ sign }) => ({
    name: 'identify',
    title: TEXTS.identify.title,
    sign: sign ?? '',
    text: TEXTS.identify.text,
  }),
  hints: () => [{ key: 'ok', label: TEXTS.hints.close }],
  press: () => ({ to: 'closed', change: { sign: null } }),
  settle: ({ sign }) => (sign === null ? { to: 'closed' } : null),
};
