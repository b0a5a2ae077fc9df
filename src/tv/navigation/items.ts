// Which notices a resident sees now, in which order, and how a row of them looks.
import type { NoticeItem } from '../../contract/feed.ts';
import type { NoticeCategory } from '../../contract/notices.ts';
import { type OnNow, onNow, pinnedFirst } from '../../domain/schedule/on-now.ts';
import { dateText } from '../texts/dates.ts';
import type { Context, Marks } from './context.ts';
import type { NoticeRow } from './frames/notices.ts';

/** Every key asks for the same, and to sort is slow on a slow box: the last answer is kept. */
let last: { readonly items: Context['items']; readonly now: number; readonly on: OnNow<NoticeItem> } | null = null;

/** What is on now, place by place. */
export function whatIsOn({ items, now }: Pick<Context, 'items' | 'now'>): OnNow<NoticeItem> {
  if (last === null || last.items !== items || last.now !== now) last = { items, now, on: onNow(items, now) };
  return last.on;
}

/** Items that are on now, newest first; of one category, or of all (null). */
export function currentItems(context: Context, category: NoticeCategory | null = null): readonly NoticeItem[] {
  const { all } = whatIsOn(context);
  return category === null ? all : all.filter((item) => item.category === category);
}

/** A list puts pinned notices first. */
export const listItems = (context: Context, category: NoticeCategory | null): readonly NoticeItem[] =>
  pinnedFirst(currentItems(context, category));

/** Not opened yet in its present revision. */
export function isUnread(item: NoticeItem, marks: Marks): boolean {
  const mark = marks[item.id];
  return mark === undefined || mark.revision < item.revision;
}

/** 车站社区居委会 · 11月23日 */
export function metaOf(item: NoticeItem, now: number): string {
  return `${item.source} · ${dateText(Date.parse(item.publishedAt), now)}`;
}

export function rowOf(item: NoticeItem, { marks, now }: Context): NoticeRow {
  return {
    id: item.id,
    title: item.title,
    category: item.category,
    meta: metaOf(item, now),
    unread: isUnread(item, marks),
    pinned: item.pinned,
  };
}
