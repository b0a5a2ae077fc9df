// One notice in pages; opening it marks it as opened, seeing its last page marks it as read.
import type { NoticeItem } from '../../../contract/feed.ts';
import { isValid } from '../../../domain/schedule/airing.ts';
import type { Context, ScreenName } from '../../navigation/context.ts';
import type { Definition, Move } from '../../navigation/definition.ts';
import type { ReaderModel } from '../../navigation/frames/notices.ts';
import { metaOf } from '../../navigation/items.ts';
import { markSeen } from '../../navigation/marks.ts';
import { TEXTS } from '../../texts/zh-CN.ts';
import { pagesOf } from './pages.ts';

export const reader: Definition<ScreenName, ReaderModel> = {
  leadsTo: ['home', 'list', 'message'],
  present(context) {
    const { item, pages, page } = open(context);
    return {
      name: 'reader',
      id: item?.id ?? '',
      title: item?.title ?? '',
      category: item?.category ?? 'general',
      meta: item ? metaOf(item, context.now) : '',
      page: page + 1,
      pages: pages.length,
      lines: pages[page] ?? [],
      preview: context.previewing,
    };
  },
  hints: ({ previewing }) => [
    { key: 'leftRight', label: TEXTS.hints.turn },
    ...(previewing ? [] : [{ key: 'back', label: TEXTS.hints.back } as const]),
    { key: 'green', label: TEXTS.hints.size },
    { key: 'zero', label: TEXTS.hints.help },
  ],
  press(context, key) {
    switch (key) {
      case 'right':
      case 'down':
      case 'pageDown':
      case 'ok':
        return turn(context, 1, TEXTS.reader.lastPage);
      case 'left':
      case 'up':
      case 'pageUp':
        return turn(context, -1, TEXTS.reader.firstPage);
      case 'back':
        if (context.previewing) return { note: TEXTS.reader.previewOnly };
        return { to: context.reader?.from ?? 'home' };
      default:
        return {};
    }
  },
  settle(context) {
    const { item, pages, page } = open(context);
    if (!item) return gone(context);
    if (item.revision !== context.reader?.revision) return restart(context, item);
    return context.previewing ? null : markSeen(context, item, page + 1 === pages.length);
  },
};

/** The notice being read, its pages, and the one that is shown (from 0). */
function open({ items, reader: place, elder, now, previewing }: Context) {
  const found = items.find((each) => each.id === place?.id);
  const item = found && (previewing || isValid(found, now)) ? found : null;
  const pages = item ? pagesOf(item, elder) : [];
  return { item, pages, page: Math.max(0, Math.min(place?.page ?? 0, pages.length - 1)) };
}

function turn(context: Context, step: 1 | -1, end: string): Move<ScreenName> {
  const { pages, page } = open(context);
  const to = page + step;
  if (!context.reader || to < 0 || to >= pages.length) return { note: end };
  return { change: { reader: { ...context.reader, page: to } } };
}

function gone({ items, reader: place }: Context): Move<ScreenName> {
  const kind = items.some((item) => item.id === place?.id) ? 'expired' : 'withdrawn';
  return { to: 'message', change: { message: { kind, back: place?.from ?? 'home' } } };
}

/** The text has changed under the reader's eyes: from its beginning, and saying so. */
function restart({ reader: place, previewing }: Context, { revision }: NoticeItem): Move<ScreenName> {
  const change = place ? { reader: { ...place, revision, page: 0 } } : {};
  return previewing ? { change } : { change, note: TEXTS.reader.updated };
}
