// What the screens of community life show: outages, places, broadband offers.
import type { IconName } from '../../ui/icons.ts';

/** Places, broadband, outages: a card for each with a word on what is there. */
export interface LifeModel {
  readonly name: 'life';
  readonly title: string;
  readonly cards: readonly {
    readonly icon: IconName;
    readonly digit: string;
    readonly label: string;
    readonly aside: string;
  }[];
  readonly focus: number;
}

/** Planned outages, the next first; the chosen one in full beside the list. */
export interface OutagesModel {
  readonly name: 'outages';
  readonly title: string;
  /** At most five: the page that holds the focus. */
  readonly rows: readonly OutageRow[];
  readonly focus: number;
  readonly page: number;
  readonly pages: number;
  readonly counted: string;
  readonly detail: {
    readonly when: string;
    readonly where: string;
    readonly why: string;
    readonly said: string;
  } | null;
  /** In place of the rows. */
  readonly text: string | null;
}

export interface OutageRow {
  readonly id: string;
  readonly icon: IconName;
  /** 停水 */
  readonly label: string;
  readonly when: string;
}

/** The kinds of places there are here. */
export interface PlacesModel {
  readonly name: 'places';
  readonly title: string;
  readonly counted: string;
  readonly cards: readonly PlaceKindCard[];
  readonly focus: number;
  /** In place of the cards. */
  readonly text: string | null;
}

export interface PlaceKindCard {
  readonly icon: IconName;
  readonly label: string;
  /** Opens the card; null: the arrows and OK do. */
  readonly digit: string | null;
  readonly aside: string;
}

/** The places of one kind, the chosen one in full beside the list. */
export interface PlaceModel {
  readonly name: 'place';
  /** 菜市场 */
  readonly title: string;
  readonly rows: readonly PlaceRow[];
  readonly focus: number;
  readonly page: number;
  readonly pages: number;
  readonly detail: PlaceDetail;
}

export interface PlaceRow {
  readonly id: string;
  readonly label: string;
  /** 开着, 关着; empty: nobody knows. */
  readonly state: string;
  readonly open: boolean;
}

export interface PlaceDetail {
  /** 现在开着，17:00关门 */
  readonly opening: string;
  readonly open: boolean;
  readonly hours: readonly string[];
  readonly address: string;
  /** Null: it has none. */
  readonly phone: string | null;
  readonly note: string;
  readonly sketch: PlaceSketch | null;
}

/** Seen from above, north up; the community's office in the middle. */
export interface PlaceSketch {
  /** Degrees clockwise from north. */
  readonly bearing: number;
  /** From the middle (0) to the outer ring (1). */
  readonly distance: number;
  /** How far the outer ring is away. */
  readonly scale: string;
  /** 东北约1.1公里, 走路约 22 分钟 */
  readonly words: readonly string[];
}

/** Broadband side by side: at most three a page, in an order that favours nobody. */
export interface OffersModel {
  readonly name: 'offers';
  readonly title: string;
  readonly aside: string;
  readonly columns: readonly OfferColumn[];
  readonly focus: number;
  readonly page: number;
  readonly pages: number;
  /** In place of the columns. */
  readonly text: string | null;
}

export interface OfferColumn {
  readonly id: string;
  readonly provider: string;
  readonly offer: string;
  /** A month: 59.00 元 */
  readonly fee: string;
  /** Of the fastest here, from 0 to 1. */
  readonly speed: number;
  readonly facts: readonly { readonly label: string; readonly value: string }[];
  /** What one gets besides; empty: nothing. */
  readonly includes: string;
  /** Who says so, and until when it holds. */
  readonly source: string;
}

/** Behind the PIN: whether staff have been told to call about an offer. */
export interface ContactModel {
  readonly name: 'contact';
  readonly title: string;
  /** Which one. */
  readonly offer: string;
  readonly closing: string;
  /** How it stands. */
  readonly state: string;
  readonly done: boolean;
  /** What comes next; empty: it is not done. */
  readonly lines: readonly string[];
}
