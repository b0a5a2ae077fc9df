// What one screen shows at one moment, as plain data: navigation presents it, views draw it and decide nothing.
import type { Severity } from '../../contract/alerts.ts';
import type { Utility, UtilityBills } from '../../contract/bills.ts';
import type { AlertId } from '../../contract/ids.ts';
import type { NoticeCategory } from '../../contract/notices.ts';
import type { Light } from '../../contract/requests.ts';
import type { Line } from '../../domain/text/paginate.ts';
import type { IconName } from '../ui/icons.ts';

/** Everything on the television: the frame around every screen, the screen, and at most one overlay above it. */
export interface Frame {
  readonly chrome: Chrome;
  readonly screen: ScreenModel;
  readonly overlay: OverlayModel | null;
  /** Above everything; null: all is quiet. */
  readonly alert: AlertLayer | null;
  /** Large type for eyes of seventy; the default. */
  readonly elder: boolean;
  readonly motion: boolean;
}

/** An emergency: at most one over everything, and at most one as a band above the screen. */
export interface AlertLayer {
  readonly sheet: AlertSheet | null;
  readonly band: AlertBand | null;
  /** Also without a sheet, where what is on the screen carries the alert. */
  readonly heard: AlertVoice | null;
}

interface AlertFace {
  readonly id: AlertId;
  readonly revision: number;
  readonly severity: Severity;
  readonly rehearsal: boolean;
  /** False: it is over. */
  readonly standing: boolean;
  /** 暴雨 */
  readonly event: string;
  /** 橙色预警, 已解除 */
  readonly level: string;
}

export interface AlertSheet extends AlertFace {
  readonly title: string;
  /** Of this page, broken already. */
  readonly lines: readonly Line[];
  readonly page: number;
  readonly pages: number;
  /** Who sent it when. */
  readonly sent: string;
  readonly until: string;
  /** That there are others; empty: there are none. */
  readonly more: string;
  /** Opened by a key, not by itself. */
  readonly reading: boolean;
  readonly hints: readonly Hint[];
  /** What is read out, where there is a voice. */
  readonly spoken: readonly string[];
  readonly sound: boolean;
}

export type AlertVoice = Pick<AlertSheet, 'id' | 'revision' | 'severity' | 'sound' | 'spoken'>;

export interface AlertBand extends AlertFace {
  /** One after another where they do not fit at once. */
  readonly texts: readonly string[];
  /** One slim line instead of a band. */
  readonly line: boolean;
  readonly others: number;
  /** Whether 8 opens it, besides the red key. */
  readonly eight: boolean;
}

/** Those that can be seen: below a sheet no band is. */
export function alertsOn({ alert }: Pick<Frame, 'alert'>): readonly AlertFace[] {
  const face = alert?.sheet ?? alert?.band;
  return face ? [face] : [];
}

export interface Chrome {
  /** 车站社区; empty until the box knows */
  readonly community: string;
  /** 20:15 */
  readonly clock: string;
  /** 11月23日 星期一 十月十五 */
  readonly date: string;
  /** Shown beside the clock when what is on the screen may not be the newest. */
  readonly status: { readonly kind: 'stale' | 'offline'; readonly text: string } | null;
  /** Texts of pinned notices that run along the bottom of the home screen; empty: no ticker. */
  readonly ticker: readonly string[];
  readonly hints: readonly Hint[];
  /** A short sentence about the last key press (已经是最后一页了); stays until the next key. Null: nothing to say. */
  readonly note: string | null;
}

/** A key with what it does here, always on screen. */
export interface Hint {
  readonly key:
    | 'ok'
    | 'back'
    | 'home'
    | 'arrows'
    | 'upDown'
    | 'left'
    | 'leftRight'
    | 'digits'
    | 'zero'
    | 'one'
    | 'six'
    | 'seven'
    | 'nine'
    | 'any'
    | 'red'
    | 'green'
    | 'yellow'
    | 'blue';
  readonly label: string;
}

export type ScreenModel =
  | BootModel
  | ActivateModel
  | HomeModel
  | ListModel
  | ReaderModel
  | MessageModel
  | HouseholdModel
  | FullModel
  | ChannelModel
  | GuidesModel
  | GuideListModel
  | GuideModel
  | GuideSearchModel
  | LifeModel
  | BillsModel
  | OutagesModel
  | PlacesModel
  | PlaceModel
  | OffersModel
  | ContactModel
  | ReportModel
  | AskModel
  | ReportReviewModel
  | ReportSentModel
  | RequestsModel
  | RequestModel
  | RequestCodeModel
  | HandoverModel;

/** Before anything is known: the name of the house and one calm sentence. */
export interface BootModel {
  readonly name: 'boot';
  readonly text: string;
}

/** A box without a credential: a code to read out, a square to scan, or why there is none. */
export interface ActivateModel {
  readonly name: 'activate';
  readonly title: string;
  /** What to do, one line each. */
  readonly steps: readonly string[];
  /** As the server spells it; null: there is none. */
  readonly userCode: string | null;
  /** In two groups, as it is read out; null: there is none. */
  readonly groups: readonly [string, string] | null;
  /** What the square leads to; null: there is none. */
  readonly link: string | null;
  /** How long the code is good, or what is being waited for. */
  readonly state: string;
  /** Something is wrong with the line. */
  readonly offline: boolean;
  /** The button that is focused; null: nothing to press. */
  readonly action: string | null;
}

/** Empty, failed, not set up: one sentence and one thing to do. */
export interface MessageModel {
  readonly name: 'message';
  readonly tone: 'empty' | 'failed' | 'offline';
  readonly title: string;
  readonly text: string;
  /** The button that is focused: 再试一次 */
  readonly action: string | null;
}

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

/** Behind the PIN: where this home is, and its boxes. */
export interface HouseholdModel {
  readonly name: 'household';
  readonly title: string;
  readonly address: string;
  /** At most three: those around the chosen one. */
  readonly boxes: readonly HouseholdRow[];
  readonly focus: number;
  /** Stands in place of the boxes: loading, or what is the matter. */
  readonly text: string | null;
  /** How it closes. */
  readonly closing: string;
}

export interface HouseholdRow {
  /** 这一台, 另一台 */
  readonly label: string;
  readonly own: boolean;
  /** 智能卡 8531********0017 */
  readonly card: string;
  /** 可以看家庭内容 · 11月20日登记 */
  readonly meta: string;
}

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

/** Behind the PIN: what each provider bills, one of them in detail. */
export interface BillsModel {
  readonly name: 'bills';
  readonly title: string;
  readonly closing: string;
  readonly cards: readonly BillCard[];
  readonly focus: number;
  /** Of the card in focus; null: there are no cards. */
  readonly detail: BillDetail | null;
  /** Stands in place of the cards: loading, or what is the matter. */
  readonly text: string | null;
}

export interface BillCard {
  readonly utility: Utility;
  readonly state: UtilityBills['state'];
  readonly icon: IconName;
  /** 水费 */
  readonly label: string;
  /** 46.80 元; empty: nothing is known, or nothing is due. */
  readonly amount: string;
  /** 11月30日前交 */
  readonly meta: string;
  /** Before the words; null: none. */
  readonly sign: 'alert' | 'offline' | 'over' | null;
}

export interface BillDetail {
  /** 周村自来水公司 */
  readonly provider: string;
  /** Telephone, account, what was paid in advance; one line each. */
  readonly facts: readonly string[];
  /** What is the matter, or what to do; empty: nothing. */
  readonly words: string;
  /** The last bills, the oldest first. */
  readonly bars: readonly BillBar[];
  /** Of the newest bill. */
  readonly lines: readonly string[];
  /** When the provider said so; empty: it has said nothing. */
  readonly asOf: string;
}

export interface BillBar {
  /** 9—10月 */
  readonly label: string;
  /** 46.80 */
  readonly amount: string;
  /** Of the highest, from 0 to 1. */
  readonly part: number;
  readonly paid: boolean;
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
  readonly focus: { readonly area: 'rows' | 'actions'; readonly index: number };
}

export interface ReportSentModel {
  readonly name: 'report-sent';
  readonly title: string;
  readonly icon: IconName;
  readonly state: string;
  /** Empty: there is none. */
  readonly number: string;
  readonly text: string;
  /** To be written down; empty: there is none. */
  readonly code: string;
  readonly codeText: string;
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
  /** What the square leads to; null: there is none. */
  readonly link: string | null;
  readonly state: string;
  /** Of the request, once the phone has sent it; empty: it has not. */
  readonly number: string;
  readonly lines: readonly string[];
}

export type OverlayModel =
  | {
      readonly name: 'phone';
      readonly title: string;
      /** What the square leads to; null: nobody knows this system's address. */
      readonly link: string | null;
      /** Both empty where there is no number. */
      readonly label: string;
      readonly number: string;
      readonly text: string;
    }
  | {
      readonly name: 'help';
      readonly title: string;
      readonly items: readonly { readonly key: string; readonly text: string }[];
    }
  | {
      readonly name: 'settings';
      readonly title: string;
      readonly options: readonly { readonly label: string; readonly value: string }[];
      readonly focus: number;
    }
  | {
      readonly name: 'pin';
      readonly title: string;
      /** How many of the six are typed. */
      readonly typed: number;
      readonly text: string;
      /** The last PIN opened nothing. */
      readonly wrong: boolean;
    }
  | {
      readonly name: 'keyboard';
      readonly title: string;
      /** What is written, and behind it what is being typed, as pinyin. */
      readonly text: string;
      readonly typed: string;
      /** 12/60, and what the digits are. */
      readonly aside: string;
      /** Those around the chosen one. */
      readonly readings: readonly { readonly text: string; readonly on: boolean }[];
      /** At most nine, as the digits lie on the remote; `digit` where the digits choose. */
      readonly cards: readonly { readonly text: string; readonly digit: string | null }[];
      readonly focus: { readonly area: 'text' | 'readings' | 'cards'; readonly index: number };
      readonly page: number;
      readonly pages: number;
      /** In place of the cards. */
      readonly how: readonly string[];
    }
  | { readonly name: 'identify'; readonly title: string; readonly sign: string; readonly text: string }
  | {
      readonly name: 'installer';
      readonly title: string;
      /** The last raw codes with what the profile makes of them, newest last. */
      readonly codes: readonly string[];
      readonly profile: string;
      readonly facts: readonly { readonly label: string; readonly value: string; readonly bad: boolean }[];
      readonly actions: readonly string[];
      readonly focus: number;
    };
