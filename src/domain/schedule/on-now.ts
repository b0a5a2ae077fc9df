// What is on now, place by place: one answer for the server, the console's preview and the television.
import type { NoticeItem } from '../../contract/feed.ts';
import type { Placement } from '../../contract/schedule.ts';
import { isOn } from './airing.ts';
import { turnAt } from './rotation.ts';

/** How long one item keeps a place on the home screen that it shares with others. */
export const HOME_TURN_MS = 20_000;

/** The items that ask for a place, most important first; `shown`: the one whose turn it is. */
interface Shared<Item> {
  readonly items: readonly Item[];
  readonly shown: Item | null;
}

type Placed = Pick<
  NoticeItem,
  'id' | 'validFrom' | 'validTo' | 'airing' | 'placements' | 'weight' | 'pinned' | 'publishedAt'
>;

export interface OnNow<Item> {
  /** Everything that is on, newest first: what the lists have. */
  readonly all: readonly Item[];
  /** Shows the newest item where none asks for the place; rather one that is not on the banner. */
  readonly card: Shared<Item>;
  readonly banner: Shared<Item>;
  readonly ticker: readonly Item[];
  readonly full: readonly Item[];
  /** What a lobby's screen and the community's channel go through: every item where none asks for it. */
  readonly standby: readonly Item[];
}

export function onNow<Item extends Placed>(items: readonly Item[], atMs: number): OnNow<Item> {
  const all = items.filter((item) => isOn(item, atMs)).sort(newestFirst);
  const card = placedIn(all, 'card');
  const banner = placedIn(all, 'banner');
  const standby = placedIn(all, 'standby');
  const newest = all.filter((item) => banner.indexOf(item) < 0)[0] ?? all[0] ?? null;
  return {
    all,
    card: card.length > 0 ? sharing(card, atMs) : { items: card, shown: newest },
    banner: sharing(banner, atMs),
    ticker: placedIn(all, 'ticker'),
    full: placedIn(all, 'full'),
    standby: standby.length > 0 ? standby : pinnedFirst(all),
  };
}

/** A pinned notice is on the card and in the ticker without being told. */
export const isPlaced = (
  { placements, pinned }: { readonly placements: readonly Placement[]; readonly pinned: boolean },
  place: Placement,
): boolean => placements.indexOf(place) >= 0 || (pinned && (place === 'card' || place === 'ticker'));

/** Of items that are on, those of one place: pinned before others, then newer before older. */
const placedIn = <Item extends Placed>(all: readonly Item[], place: Placement): readonly Item[] =>
  pinnedFirst(all.filter((item) => isPlaced(item, place)));

function sharing<Item extends Placed>(items: readonly Item[], atMs: number): Shared<Item> {
  return { items, shown: turnAt(items, () => HOME_TURN_MS, atMs)?.item ?? null };
}

export function pinnedFirst<Item extends Pick<Placed, 'pinned'>>(items: readonly Item[]): readonly Item[] {
  return [...items.filter((item) => item.pinned), ...items.filter((item) => !item.pinned)];
}

function newestFirst(one: Placed, other: Placed): number {
  const later = Date.parse(other.publishedAt) - Date.parse(one.publishedAt);
  return later !== 0 ? later : one.id < other.id ? -1 : 1;
}
