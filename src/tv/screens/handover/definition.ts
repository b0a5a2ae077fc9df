// A phone goes on with the request: a square to scan, what it writes as it writes it, and the number once it has sent it.
import type { Context, ScreenName } from '../../navigation/context.ts';
import { type Definition, type Move, STAY } from '../../navigation/definition.ts';
import type { HandoverModel } from '../../navigation/frames/requests.ts';
import { categoryOf, inputOf, NO_HANDOVER, withPhone } from '../../navigation/requests.ts';
import { clockText } from '../../texts/dates.ts';
import { REQUEST_TEXTS } from '../../texts/requests.zh-CN.ts';
import { TEXTS } from '../../texts/zh-CN.ts';

const WORDS = REQUEST_TEXTS.handover;

export const handover: Definition<ScreenName, HandoverModel> = {
  leadsTo: ['report', 'report-review'],
  present(context) {
    const { handover: shown } = context;
    const draft = shown?.draft ?? null;
    const isOpen = draft?.state === 'waiting' || draft?.state === 'writing';
    return {
      name: 'handover',
      title: WORDS.title,
      link: isOpen ? (shown?.url ?? null) : null,
      state: stateOf(context),
      stands: draft?.state ?? null,
      number: draft?.state === 'sent' ? (draft.number ?? '') : '',
      lines:
        draft?.state === 'sent'
          ? [categoryOf(context)?.privacy === 'anonymous' ? WORDS.codeThere : REQUEST_TEXTS.sent.later]
          : draft && isOpen
            ? [
                `${draft.categoryName} · ${draft.placeText}`,
                ...(draft.text === '' ? [] : [WORDS.text(draft.text)]),
                ...(draft.photos.length > 0 ? [WORDS.photos(draft.photos.length)] : []),
                ...(draft.position ? [WORDS.position] : []),
                WORDS.until(clockText(Date.parse(draft.expiresAt))),
              ]
            : [],
    };
  },
  hints: ({ handover: shown }) => [
    ...(shown?.trouble && !shown.draft ? [{ key: 'ok', label: REQUEST_TEXTS.hints.again } as const] : []),
    ...(shown?.draft?.state === 'sent' ? [{ key: 'ok', label: REQUEST_TEXTS.sent.more } as const] : []),
    { key: 'back', label: shown?.draft?.state === 'sent' ? TEXTS.hints.leave : REQUEST_TEXTS.hints.before },
  ],
  press(context, key) {
    const { handover: shown } = context;
    if (key === 'back') return back(context);
    if (key !== 'ok') return STAY;
    if (shown?.draft?.state === 'sent') return back(context);
    return shown?.trouble && !shown.draft ? again(context) : STAY;
  },
  leave: () => ({ intents: [{ type: 'close-handover' }] }),
};

function stateOf({ handover: shown }: Context): string {
  if (shown?.draft) return shown.trouble ? WORDS.lost : WORDS.states[shown.draft.state];
  return shown?.trouble ? WORDS.unreachable : WORDS.opening;
}

/** What the phone has written comes along; what it has sent is not sent once more. */
function back({ draft, handover: shown }: Context): Move<ScreenName> {
  if (!draft || shown?.draft?.state === 'sent') return { to: 'report', change: { draft: null, handover: null } };
  return {
    to: 'report-review',
    change: {
      draft: { ...withPhone(draft, shown ?? NO_HANDOVER), step: 'review', index: 0, editing: false },
      handover: null,
    },
  };
}

function again({ draft }: Context): Move<ScreenName> {
  if (!draft) return STAY;
  return {
    change: { handover: NO_HANDOVER },
    intents: [{ type: 'open-handover', input: inputOf(draft) }],
  };
}
