// Empty, failed, withdrawn, not set up: one sentence, one thing to do, and it goes away by itself when it is over.
import { type Context, HOME_START, type MessageKind, type ScreenName } from '../../navigation/context.ts';
import { type Definition, type Move, STAY } from '../../navigation/definition.ts';
import type { MessageModel } from '../../navigation/frames/box.ts';
import { listItems } from '../../navigation/items.ts';
import { TEXTS } from '../../texts/zh-CN.ts';
import { labelOf } from '../home/tiles.ts';

const TONES: Readonly<Record<MessageKind, MessageModel['tone']>> = {
  offline: 'offline',
  guides: 'empty',
  empty: 'empty',
  withdrawn: 'empty',
  expired: 'empty',
};

export const message: Definition<ScreenName, MessageModel> = {
  leadsTo: ['home', 'list', 'guides'],
  present(context) {
    const { kind } = context.message;
    return { name: 'message', tone: TONES[kind], ...wordsOf(kind, context) };
  },
  hints: ({ message: { back } }) => [
    back ? { key: 'back', label: TEXTS.hints.back } : { key: 'ok', label: TEXTS.message.offline.action },
    { key: 'zero', label: TEXTS.hints.help },
  ],
  press({ message: { back } }, key) {
    if (key !== 'ok' && key !== 'back') return STAY;
    if (back) return { to: back };
    return key === 'ok' ? { intents: [{ type: 'retry' }] } : { note: TEXTS.message.noWayBack };
  },
  settle(context) {
    switch (context.message.kind) {
      case 'offline':
        return settleRoot(context);
      case 'guides':
        return (context.catalogue?.guides ?? []).length > 0 ? { to: 'guides' } : null;
      case 'empty':
        return settleEmpty(context);
      default:
        return null;
    }
  },
};

function wordsOf(kind: MessageKind, { line, list }: Context): Pick<MessageModel, 'title' | 'text' | 'action'> {
  const words = TEXTS.message[kind];
  return {
    title: typeof words.title === 'string' ? words.title : words.title(labelOf(list.category)),
    text: 'trying' in words && isTrying(kind, line) ? words.trying : words.text,
    action: words.action,
  };
}

/** A box that is online is fetching the guides. */
const isTrying = (kind: MessageKind, line: Context['line']): boolean =>
  line === 'connecting' || (kind === 'guides' && line === 'online');

/** Nothing to show yet: leave as soon as there is. */
function settleRoot({ ready }: Context): Move<ScreenName> | null {
  return ready ? { to: 'home', change: { homeFocus: HOME_START } } : null;
}

function settleEmpty(context: Context): Move<ScreenName> | null {
  const first = listItems(context, context.list.category)[0];
  return first ? { to: 'list', change: { list: { ...context.list, id: first.id, index: 0 } } } : null;
}
