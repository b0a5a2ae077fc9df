// Which notices a resident sees now, in which order, and how a row of them looks.
import type { NoticeItem } from '../../contract/feed.ts';
import type { NoticeCategory } from '../../contract/notices.ts';
import { dateText } from '../texts/dates.ts';
import type { Context, Marks } from './context.ts';
import type { NoticeRow } from './frame.ts';

/** Validity is a half-open span: from its first moment, up to but without its last. */
export function isCurrent(item: NoticeItem, now: number): boolean {
  return Date.parse(item.validFrom) <= now && (item.validTo === null || now < Date.parse(item.validTo));
}

/** The next moment (ms) after `now` at which a notice becomes valid or expires; null: none will. */
export function nextEdge(items: readonly NoticeItem[], now: number): number | null {
  const edges = items
    .flatMap(({ validFrom, validTo }) => [Date.parse(validFrom), validTo === null ? now : Date.parse(validTo)])
    .filter((edge) => edge > now);
  return edges.length > 0 ? Math.min(...edges) : null;
}

/** Every key asks for the same list, and dates are slow to read on a slow box: the last answer is kept. */
let last: { readonly items: Context['items']; readonly now: number; readonly current: readonly NoticeItem[] } | null =
  null;

/** Items valid now, newest first; of one category, or of all (null). */
export function currentItems(
  { items, now, previewing }: Context,
  category: NoticeCategory | null = null,
): readonly NoticeItem[] {
  if (previewing) return items;
  if (last === null || last.items !== items || last.now !== now) {
    last = { items, now, current: items.filter((item) => isCurrent(item, now)).sort(newestFirst) };
  }
  return category === null ? last.current : last.current.filter((item) => item.category === category);
}

function newestFirst(one: NoticeItem, other: NoticeItem): number {
  const later = Date.parse(other.publishedAt) - Date.parse(one.publishedAt);
  return later !== 0 ? later : one.id < other.id ? -1 : 1;
}

/** A list puts pinned notices first. */
export function listItems(context: Context, category: NoticeCategory | null): NoticeItem[] {
  const items = currentItems(context, category);
  return [...items.filter((item) => item.pinned), ...items.filter((item) => !item.pinned)];
}

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
