// Nine cards, three by three as the digits stand on the remote; the keys that move among them and turn their pages.
import { pageOfIndex } from './focus.ts';

export const PER_PAGE = 9;
/** Down the columns: so that up and down alone reach every card, and left and right turn the page. */
const DOWN = [0, 3, 6, 1, 4, 7, 2, 5, 8];

/** The places of a page with `count` cards, in the order of the down key. */
export const downThrough = (count: number): number[] => DOWN.filter((place) => place < count);

/** The same card of the neighbouring page, after the last one of the first. */
export function turned(index: number, count: number, step: 1 | -1): number {
  const { page, pages, row } = pageOfIndex(index, count, PER_PAGE);
  const to = (page + step + pages) % pages;
  return Math.min(to * PER_PAGE + row, count - 1);
}

export function along(index: number, count: number, step: 1 | -1): number {
  const { row, start } = pageOfIndex(index, count, PER_PAGE);
  const way = downThrough(count - start);
  const next = way[way.indexOf(row) + step];
  if (next !== undefined) return start + next;
  const room = Math.max(1, Math.ceil(count / PER_PAGE)) * PER_PAGE;
  const other = (start + step * PER_PAGE + room) % room;
  const there = downThrough(count - other);
  return other + (there[step > 0 ? 0 : there.length - 1] ?? 0);
}
