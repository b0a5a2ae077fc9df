// What was opened and read: when it counts as that, and how much of it a box keeps.
import type { NoticeItem } from '../../contract/feed.ts';
import type { Context, Marks } from './context.ts';
import type { Move } from './definition.ts';

/** Marks of notices that are gone are kept too, for they may come back; but not without end. */
const MOST_MARKS = 500;

export function marksToKeep(marks: Marks, items: readonly NoticeItem[]): Marks {
  if (Object.keys(marks).length <= MOST_MARKS) return marks;
  return Object.fromEntries(items.flatMap(({ id }) => (marks[id] ? [[id, marks[id]]] : [])));
}

/** A notice is on the screen, its last page or another; null: that is known. */
export function markSeen({ marks }: Context, { id, revision }: NoticeItem, last: boolean): Move<never> | null {
  const before = marks[id]?.revision === revision ? marks[id] : undefined;
  const read = last || before?.read === true;
  if (before && before.read === read) return null;
  const changed = { ...marks, [id]: { revision, read } };
  return {
    change: { marks: changed },
    intents: [
      ...(before ? [] : [{ type: 'receipt', id, revision, step: 'rendered' } as const]),
      ...(read ? [{ type: 'receipt', id, revision, step: 'read' } as const] : []),
      { type: 'marks', marks: changed },
    ],
  };
}
