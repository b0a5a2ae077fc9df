// The app's example data in the types the app works with; the contract's own schemas check it once, here.
import { BoxHome } from '../../src/contract/boxes.ts';
import { NoticeItem } from '../../src/contract/feed.ts';
import { EXAMPLE_ARRIVAL, EXAMPLE_HOME, EXAMPLE_ITEMS, EXAMPLE_NOW } from '../../src/tv/mocks/examples.ts';

export const NOW = Date.parse(EXAMPLE_NOW);
export const HOME = BoxHome.parse(EXAMPLE_HOME);
export const ITEMS: readonly NoticeItem[] = EXAMPLE_ITEMS.map((item) => NoticeItem.parse(item));
export const ARRIVAL = NoticeItem.parse(EXAMPLE_ARRIVAL);

/** One of the examples by a piece of its title. */
export function itemAbout(words: string): NoticeItem {
  const found = ITEMS.find((item) => item.title.includes(words));
  if (!found) throw new Error(`no example about ${words}`);
  return found;
}
