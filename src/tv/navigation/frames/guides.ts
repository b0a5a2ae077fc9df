// What the screens of service guides show.
import type { Line } from '../../../domain/text/paginate.ts';
import type { IconName } from '../../ui/icons.ts';

/** The ways to a guide: search, what is at hand, departments, what happens in life. */
export interface GuidesModel {
  readonly name: 'guides';
  readonly title: string;
  /** Search and what is at hand, ten departments, eight events, in this order. */
  readonly cards: readonly GuidesCard[];
  readonly focus: number;
}

export interface GuidesCard {
  readonly icon: IconName;
  readonly label: string;
  /** It opens the card; null: the arrows and OK do. */
  readonly digit: string | null;
  /** What it is good for, where the label does not say; null: it does. */
  readonly aside: string | null;
}

/** A page of at most nine cards, each with a digit. */
export interface GuideListModel {
  readonly name: 'guide-list';
  readonly title: string;
  readonly cards: readonly GuideCard[];
  readonly focus: number;
  /** Guides, or sections of them. */
  readonly counted: string;
  readonly page: number;
  readonly pages: number;
}

export interface GuideCard {
  /** The guide's number; of a section its name. */
  readonly id: string;
  readonly name: string;
  /** 当场办好 · 不收钱 */
  readonly meta: string;
  readonly favourite: boolean;
}

/** One guide: five tabs, each in pages. */
export interface GuideModel {
  readonly name: 'guide';
  readonly number: string;
  readonly title: string;
  readonly tabs: readonly string[];
  /** From 0. */
  readonly tab: number;
  readonly lines: readonly Line[];
  /** Of the tab, from 1. */
  readonly page: number;
  readonly pages: number;
  readonly favourite: boolean;
  /** When somebody last looked whether all this is so. */
  readonly checked: string;
  /** That its department has not confirmed it; null: it has. */
  readonly unverified: string | null;
}

/** What was typed, with the letters of each key, and the guides that fit. */
export interface GuideSearchModel {
  readonly name: 'guide-search';
  readonly title: string;
  readonly typed: readonly { readonly digit: string; readonly letters: string }[];
  /** At most five: the page that holds the focus. */
  readonly rows: readonly FoundRow[];
  readonly focus: number;
  readonly page: number;
  readonly pages: number;
  readonly total: number;
  /** In place of the rows: how to search, or that nothing was found. */
  readonly text: string | null;
}

export interface FoundRow {
  readonly id: string;
  readonly name: string;
  /** What it was found by: 也叫“身份证丢了” · shen fen zheng diu le */
  readonly matched: string;
}
