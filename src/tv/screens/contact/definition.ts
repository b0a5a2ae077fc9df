// The household has asked to be called about an offer: whether that is on record, and what comes next.
import type { ScreenName } from '../../navigation/context.ts';
import { type Definition, STAY } from '../../navigation/definition.ts';
import type { ContactModel } from '../../navigation/frames/living.ts';
import { askPrivate } from '../../navigation/private.ts';
import { momentText } from '../../texts/dates.ts';
import { LIVING_TEXTS } from '../../texts/living.zh-CN.ts';
import { TEXTS } from '../../texts/zh-CN.ts';

const WORDS = LIVING_TEXTS.contact;
/** Since then is not worth telling. */
const JUST_NOW_MS = 60_000;

export const contact: Definition<ScreenName, ContactModel> = {
  private: true,
  leadsTo: ['offers'],
  present({ privately, catalogue, offers, now }) {
    const offer = catalogue?.offers.find(({ id }) => id === offers.id);
    const askedAt = privately?.askedAt ?? null;
    const since = askedAt === null ? now : Date.parse(askedAt);
    const state = askedAt !== null ? WORDS.done : privately?.trouble ? WORDS.failed : WORDS.sending;
    return {
      name: 'contact',
      title: WORDS.title,
      offer: offer ? `${offer.provider} ${offer.name}` : '',
      closing: TEXTS.household.closing,
      state: now - since > JUST_NOW_MS ? `${state}，${WORDS.since(momentText(since, now))}` : state,
      done: askedAt !== null,
      lines: askedAt === null ? [] : WORDS.next,
    };
  },
  hints: ({ privately }) => [
    ...(privately?.trouble ? [{ key: 'ok', label: TEXTS.message.offline.action } as const] : []),
    { key: 'back', label: TEXTS.hints.leave },
  ],
  press(context, key) {
    if (key === 'back') return { to: 'offers' };
    const { privately } = context;
    if (key !== 'ok' || !privately?.trouble) return STAY;
    return { change: { privately: { ...privately, trouble: null } }, intents: askPrivate('contact', context) };
  },
};
