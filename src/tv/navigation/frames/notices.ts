// What home and the screens of notices show.
import type { NoticeCategory } from '../../../contract/notices.ts';
import type { Line } from '../../../domain/text/paginate.ts';

export interface NoticeRow {
  readonly id: string;
  readonly title: string;
  readonly category: NoticeCategory;
  /** 车站社区居委会 · 11月23日 */
  readonly meta: string;
  readonly unread: boolean;
  readonly pinned: boolean;
}

export interface HomeModel {
  readonly name: 'home';
  /** A band above all else; null: none. */
  readonly banner: NoticeRow | null;
  /** Today's pinned (or newest) notice with its first lines. */
  readonly hero: (NoticeRow & { readonly lines: readonly string[] }) | null;
  /** What stands in place of the notices when there are none, or beside the hero when there is no other. */
  readonly empty: string | null;
  /** Up to three newest besides the hero. */
  readonly latest: readonly NoticeRow[];
  readonly tiles: readonly Tile[];
  /** Whether a request lies in the box that was not received yet, or an answer that nobody has read; null: neither. */
  readonly stands: 'kept' | 'told' | null;
  readonly focus: { readonly area: 'banner' | 'hero' | 'latest' | 'tiles'; readonly index: number };
}

/** A tile of the home screen; its digit opens it from anywhere on home. */
export interface Tile {
  readonly digit: string;
  readonly label: string;
  readonly icon: TileIcon;
  /** 3 条没看, or what waits behind it; null: nothing to say */
  readonly badge: string | null;
}

export type TileIcon = 'all' | 'guides' | 'bills' | 'life' | 'requests' | NoticeCategory;

export interface ListModel {
  readonly name: 'list';
  readonly title: string;
  /** At most 5 rows: the page that holds the focus. */
  readonly rows: readonly NoticeRow[];
  readonly focus: number;
  /** Number of the first row, from 1; a digit opens row `digit` of the page. */
  readonly page: number;
  readonly pages: number;
  readonly total: number;
}

export interface ReaderModel {
  readonly name: 'reader';
  readonly id: string;
  readonly title: string;
  readonly category: NoticeCategory;
  readonly meta: string;
  readonly page: number;
  readonly pages: number;
  /** The lines of this page, broken already; the view draws them as they are. */
  readonly lines: readonly Line[];
  /** True in the console's preview: no receipts, no list to go back to. */
  readonly preview: boolean;
}

/** One page of a notice that shows itself. */
interface Showing {
  readonly id: string;
  readonly title: string;
  readonly category: NoticeCategory;
  readonly meta: string;
  /** From 1. */
  readonly page: number;
  readonly pages: number;
  readonly lines: readonly Line[];
}

/** A notice that has taken the whole screen. */
export interface FullModel extends Showing {
  readonly name: 'full';
}

/** The community's loop: notices one after another, pages turning by themselves. */
export interface ChannelModel extends Showing {
  readonly name: 'channel';
  /** 车站社区频道 */
  readonly channel: string;
}
