// What was opened and read: how much of it a box keeps.
import type { NoticeItem } from '../../contract/feed.ts';
import type { Marks } from './context.ts';

/** Marks of notices that are gone are kept too, for they may come back; but not without end. */
const MOST_MARKS = 500;

export function marksToKeep(marks: Marks, items: readonly NoticeItem[]): Marks {
  if (Object.keys(marks).length <= MOST_MARKS) return marks;
  return Object.fromEntries(items.flatMap(({ id }) => (marks[id] ? [[id, marks[id]]] : [])));
}
