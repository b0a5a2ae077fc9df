// What is on the screen goes on on a phone: a square to scan, and the number to say at the counter.
import type { OverlayName } from '../navigation/context.ts';
import type { Definition } from '../navigation/definition.ts';
import type { OverlayModel } from '../navigation/frames/overlays.ts';
import { GUIDE_TEXTS } from '../texts/guides.zh-CN.ts';
import { LIVING_TEXTS } from '../texts/living.zh-CN.ts';
import { TEXTS } from '../texts/zh-CN.ts';

const { title } = GUIDE_TEXTS.phone;
const WORDS = {
  guide: { ...GUIDE_TEXTS.phone, number: GUIDE_TEXTS.phone.atCounter },
  place: LIVING_TEXTS.places.onPhone,
} as const;

export const phone: Definition<OverlayName | 'closed', OverlayModel> = {
  leadsTo: ['closed'],
  present({ phone: shown, catalogue }) {
    const address = catalogue?.phone ?? null;
    const words = WORDS[shown?.about ?? 'guide'];
    return {
      name: 'phone',
      title: title(shown?.title ?? ''),
      link: address === null || !shown ? null : address.replace(/\/$/, '') + shown.path,
      label: shown?.number ? words.number : '',
      number: shown?.number ?? '',
      text: address === null ? words.noLink : words.scan,
    };
  },
  hints: () => [{ key: 'back', label: TEXTS.hints.close }],
  press: (_, key) => (key === 'back' || key === 'ok' || key === '7' ? { to: 'closed', change: { phone: null } } : {}),
  settle: ({ phone: shown }) => (shown === null ? { to: 'closed' } : null),
};
