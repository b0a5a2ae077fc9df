// A notice that takes the whole screen by itself, once in each revision; OK reads on, Back puts it away.
import type { NoticeItem } from '../../../contract/feed.ts';
import type { Context, ScreenName } from '../../navigation/context.ts';
import { type Definition, type Move, STAY } from '../../navigation/definition.ts';
import type { FullModel } from '../../navigation/frames/notices.ts';
import { isUnread, metaOf, whatIsOn } from '../../navigation/items.ts';
import { markSeen } from '../../navigation/marks.ts';
import { openReader } from '../../navigation/open.ts';
import { TEXTS } from '../../texts/zh-CN.ts';
import { pagesOf } from '../reader/pages.ts';

export const full: Definition<ScreenName, FullModel> = {
  leadsTo: ['home', 'reader'],
  present(context) {
    const { item, pages } = shownIn(context);
    return {
      name: 'full',
      id: item?.id ?? '',
      title: item?.title ?? '',
      category: item?.category ?? 'general',
      meta: item ? metaOf(item, context.now) : '',
      page: 1,
      pages: pages.length,
      lines: pages[0] ?? [],
    };
  },
  hints: (context) => [
    { key: 'ok', label: shownIn(context).pages.length > 1 ? TEXTS.full.more : TEXTS.full.enough },
    { key: 'back', label: TEXTS.hints.close },
    { key: 'green', label: TEXTS.hints.size },
  ],
  press(context, key) {
    const { item, pages } = shownIn(context);
    if (key === 'ok') return item && pages.length > 1 ? openReader(item, 'home') : { to: 'home' };
    return key === 'back' ? { to: 'home' } : STAY;
  },
  settle(context) {
    const { item, pages } = shownIn(context);
    return item ? markSeen(context, item, pages.length === 1) : { to: 'home' };
  },
};

/** Nothing when it went off, or has changed: then it comes again, as new. */
function shownIn(context: Context) {
  const item = whatIsOn(context).all.find(
    ({ id, revision }) => id === context.full?.id && revision === context.full.revision,
  );
  return { item, pages: item ? pagesOf(item, context.elder) : [] };
}

/** Nobody has to put away more of them before reaching home; the others stand in the list. */
const MOST_AT_A_TIME = 3;

/** The next that asks for the whole screen and has not been seen; null: none. Nobody is interrupted while typing a PIN. */
export function takeScreen(context: Context): Move<ScreenName> | null {
  if (context.previewing || context.pin) return null;
  const first = whatIsOn(context).full.slice(0, MOST_AT_A_TIME);
  const next: NoticeItem | undefined = first.find((item) => isUnread(item, context.marks));
  return next ? { to: 'full', change: { full: { id: next.id, revision: next.revision } } } : null;
}
