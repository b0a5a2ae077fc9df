// What the screens of requests show: reporting, sent, the own ones, the query code, the phone that goes on.
import type { HandoverDraft } from '../../../contract/box-requests.ts';
import type { Light, RequestState } from '../../../contract/requests.ts';
import type { IconName } from '../../ui/icons.ts';
import type { Outcome } from '../requests.ts';

/** What can be asked for: a page of nine picture cards, the household's own and the query code below. */
export interface ReportModel {
  readonly name: 'report';
  readonly title: string;
  readonly aside: string;
  readonly cards: readonly { readonly icon: IconName; readonly label: string }[];
  readonly below: readonly { readonly icon: IconName; readonly label: string; readonly aside: string }[];
  /** The first of those below is 9. */
  readonly focus: number;
  readonly page: number;
  readonly pages: number;
  /** In place of the cards. */
  readonly text: string | null;
}

/** One question with at most nine answers a page; each of the three screens that ask looks the same. */
export interface AskModel {
  readonly name: 'report-where' | 'report-what' | 'report-when';
  readonly title: string;
  /** Which category, and which question of how many. */
  readonly aside: string;
  readonly cards: readonly { readonly label: string; readonly on: boolean }[];
  readonly focus: number;
  readonly page: number;
  readonly pages: number;
  /** In place of the cards: the number as it is typed; null: cards are there. */
  readonly typed: string | null;
  /** What to do; empty: the digits say it. */
  readonly text: string;
}

export interface ReportReviewModel {
  readonly name: 'report-review';
  readonly title: string;
  /** Who can see it. */
  readonly aside: string;
  /** At most five: those around the chosen one. */
  readonly rows: readonly { readonly label: string; readonly text: string }[];
  readonly actions: readonly { readonly icon: IconName; readonly label: string }[];
  /** That others will read it; empty: they will not. */
  readonly published: string;
  readonly focus: { readonly area: 'rows' | 'actions'; readonly index: number };
}

export interface ReportSentModel {
  readonly name: 'report-sent';
  readonly title: string;
  readonly stands: Outcome['kind'];
  readonly icon: IconName;
  readonly state: string;
  /** Empty: there is none. */
  readonly number: string;
  readonly text: string;
  /** To be written down; empty: there is none. */
  readonly code: string;
  readonly after: string;
}

/** Behind the PIN: what the household has asked for, the newest first. */
export interface RequestsModel {
  readonly name: 'requests';
  readonly title: string;
  readonly closing: string;
  /** At most five: the page that holds the focus. */
  readonly rows: readonly OwnRequestRow[];
  readonly focus: number;
  readonly page: number;
  readonly pages: number;
  /** In place of the rows. */
  readonly text: string | null;
}

export interface OwnRequestRow {
  readonly id: string;
  readonly label: string;
  /** 编号 26112600017 · 11月26日反映 */
  readonly meta: string;
  readonly state: string;
  /** The word of its light; empty: it has none. */
  readonly due: string;
  readonly light: Light;
  readonly news: boolean;
}

/** Behind the PIN: one request, what happened to it, and what the household may do. */
export interface RequestModel {
  readonly name: 'request';
  readonly title: string;
  /** Null: it is not here yet. */
  readonly stands: RequestState | null;
  readonly closing: string;
  readonly state: string;
  readonly light: Light;
  /** Of this page, broken already. */
  readonly lines: readonly string[];
  readonly page: number;
  readonly pages: number;
  /** What the actions are about; empty: they say it themselves. */
  readonly question: string;
  readonly actions: readonly { readonly digit: string; readonly label: string }[];
  /** -1: the story itself, so that OK in a hurry does nothing. */
  readonly focus: number;
  /** In place of all else. */
  readonly text: string | null;
}

export interface RequestCodeModel {
  readonly name: 'request-code';
  readonly title: string;
  /** As typed so far, in groups. */
  readonly typed: string;
  readonly state: string;
  readonly lines: readonly string[];
}

export interface HandoverModel {
  readonly name: 'handover';
  readonly title: string;
  /** Null: it is not open yet. */
  readonly stands: HandoverDraft['state'] | null;
  /** What the square leads to; null: there is none. */
  readonly link: string | null;
  readonly state: string;
  /** Of the request, once the phone has sent it; empty: it has not. */
  readonly number: string;
  readonly lines: readonly string[];
}
