// The pages of the notice being read, laid out once, and the same place in another size of type.
import type { NoticeItem } from '../../../contract/feed.ts';
import { charsOf, kindOf } from '../../../domain/text/characters.ts';
import { type Line, PAGE_LAYOUT, paginate } from '../../../domain/text/paginate.ts';

type Pages = readonly (readonly Line[])[];

/** Only one notice is read at a time; laying out a long one takes a slow box a noticeable moment. */
let last: { readonly item: NoticeItem; readonly elder: boolean; readonly pages: Pages } | null = null;

export function pagesOf(item: NoticeItem, elder: boolean): Pages {
  if (last === null || last.item !== item || last.elder !== elder) {
    last = { item, elder, pages: paginate(item.blocks, PAGE_LAYOUT[elder ? 'elder' : 'normal']) };
  }
  return last.pages;
}

/** The page of `to` that holds what page `page` of `from` begins with: changing the size of type loses no place. */
export function samePlace(from: Pages, page: number, to: Pages): number {
  const start = from.slice(0, page).reduce((sum, each) => sum + lengthOf(each), 0);
  let passed = 0;
  for (let index = 0; index < to.length; index += 1) {
    passed += lengthOf(to[index] ?? []);
    if (passed > start) return index;
  }
  return Math.max(0, to.length - 1);
}

/** What does not depend on how lines are broken: characters but for spaces; a picture counts as one. */
function lengthOf(page: readonly Line[]): number {
  return page.reduce((sum, line) => sum + (line.kind === 'picture' ? 1 : countOf(line.text)), 0);
}

const countOf = (text: string): number => charsOf(text).filter((char) => kindOf(char) !== 'space').length;
