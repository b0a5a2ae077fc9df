// Moves that more than one screen makes.
import type { NoticeItem } from '../../contract/feed.ts';
import type { ScreenName } from './context.ts';
import type { Move } from './definition.ts';

/** Opens a notice at its first page; Back will return to where it was opened from. */
export function openReader(item: NoticeItem, from: 'home' | 'list'): Move<ScreenName> {
  return { to: 'reader', change: { reader: { id: item.id, revision: item.revision, page: 0, from } } };
}
