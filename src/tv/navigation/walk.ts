// The arrow and page keys in a list that stands in pages: from entry to entry, from page to page, and its ends said.
import type { RemoteKey } from '../remote/keys.ts';
import { TEXTS } from '../texts/zh-CN.ts';
import type { Move } from './definition.ts';
import { turnPage } from './focus.ts';

interface Standing {
  readonly index: number;
  readonly count: number;
  readonly perPage: number;
}

/** `choose` makes the move to an entry. Null: another key, or nothing to walk in. */
export function walk<To extends string>(
  key: RemoteKey,
  { index, count, perPage }: Standing,
  choose: (index: number) => Move<To>,
): Move<To> | null {
  const go = (to: number | null, end: string): Move<To> =>
    to === null || to < 0 || to >= count ? { note: end } : choose(to);
  if (count === 0) return null;
  switch (key) {
    case 'up':
      return go(index - 1, TEXTS.list.first);
    case 'down':
      return go(index + 1, TEXTS.list.last);
    case 'left':
    case 'pageUp':
      return go(turnPage(index, count, perPage, -1), TEXTS.list.firstPage);
    case 'right':
    case 'pageDown':
      return go(turnPage(index, count, perPage, 1), TEXTS.list.lastPage);
    default:
      return null;
  }
}
