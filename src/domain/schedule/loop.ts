// The loop of a lobby's screen and of the community's channel: notice after notice, page after page, by reading time.
import type { NoticeItem } from '../../contract/feed.ts';
import { charsOf, kindOf } from '../text/characters.ts';
import { type Line, PAGE_LAYOUT, paginate } from '../text/paginate.ts';
import { UNHURRIED_CHARS_PER_MINUTE } from '../text/reading-time.ts';
import { turnAt } from './rotation.ts';

const MINUTE_MS = 60_000;
/** A page of one line is still to be noticed, found and read. */
const LEAST_PAGE_MS = 8_000;
/** To look at. */
const PICTURE_MS = 6_000;

type Looping = Pick<NoticeItem, 'blocks' | 'weight'>;
type Page = readonly Line[];

export interface LoopPlace<Item> {
  readonly item: Item;
  /** From 0. */
  readonly page: number;
  /** When the page turns, ms. */
  readonly until: number;
}

/** Paginating is slow on a slow box. */
const lengths = new WeakMap<Looping, number>();

/** How long one showing of a notice takes, ms: by its pages in large type, whatever the box has, so that all agree. */
export function turnMsOf(item: Looping): number {
  const known = lengths.get(item);
  if (known) return known;
  const length = paginate(item.blocks, PAGE_LAYOUT.elder).reduce((sum, page) => sum + pageMs(page), 0);
  lengths.set(item, length);
  return length;
}

/**
 * What the loop shows at a moment; null where there is nothing.
 * @param pagesOf the item's pages in the size of type that is shown
 */
export function loopAt<Item extends Looping>(
  items: readonly Item[],
  pagesOf: (item: Item) => readonly Page[],
  atMs: number,
): LoopPlace<Item> | null {
  const turn = turnAt(items, turnMsOf, atMs);
  if (!turn) return null;
  const pages = pagesOf(turn.item).map(pageMs);
  const stretch = (turn.to - turn.from) / pages.reduce((sum, ms) => sum + ms, 0);
  let until = turn.from;
  for (let page = 0; page < pages.length - 1; page += 1) {
    until += Math.round((pages[page] ?? 0) * stretch);
    if (atMs < until) return { item: turn.item, page, until };
  }
  return { item: turn.item, page: Math.max(0, pages.length - 1), until: turn.to };
}

function pageMs(page: Page): number {
  const ms = page.reduce((sum, line) => sum + (line.kind === 'picture' ? PICTURE_MS : textMs(line.text)), 0);
  return Math.max(LEAST_PAGE_MS, Math.ceil(ms));
}

const textMs = (text: string): number =>
  (charsOf(text).filter((char) => kindOf(char) !== 'space').length / UNHURRIED_CHARS_PER_MINUTE) * MINUTE_MS;
