// Moves that more than one screen makes.
import type { NoticeItem } from '../../contract/feed.ts';
import type { CarriedGuide } from '../../contract/guides.ts';
import type { Context, Openings, ScreenName } from './context.ts';
import type { Move } from './definition.ts';

/** Opens a notice at its first page; Back will return to where it was opened from. */
export function openReader(item: NoticeItem, from: 'home' | 'list'): Move<ScreenName> {
  return { to: 'reader', change: { reader: { id: item.id, revision: item.revision, page: 0, from } } };
}

/** Opens a guide at its first tab, and counts that. */
export function openGuide(
  { openings }: Context,
  { number }: CarriedGuide,
  from: 'guide-list' | 'guide-search',
): Move<ScreenName> {
  const opened = oneMore(openings, number);
  return {
    to: 'guide',
    change: { guide: { number, tab: 0, page: 0, from }, openings: opened },
    intents: [{ type: 'guide-opened', number, openings: opened }],
  };
}

/** Guides beyond that are those opened least. */
const MOST_OPENINGS = 100;

function oneMore(openings: Openings, number: string): Openings {
  const counted: Openings = { ...openings, [number]: (openings[number] ?? 0) + 1 };
  const numbers = Object.keys(counted);
  if (numbers.length <= MOST_OPENINGS) return counted;
  const least = numbers
    .filter((other) => other !== number)
    .reduce((one, other) => ((counted[other] ?? 0) < (counted[one] ?? 0) ? other : one));
  return Object.fromEntries(Object.entries(counted).filter(([other]) => other !== least));
}
