// Everything the screens are drawn from: what the box knows, where the resident is, and what was chosen.
import type { AlertItem } from '../../contract/alerts.ts';
import type { UtilityBills } from '../../contract/bills.ts';
import type { OwnRequest, OwnRequestDetail } from '../../contract/box-requests.ts';
import type { BoxHome } from '../../contract/boxes.ts';
import type { NoticeItem, Receipt } from '../../contract/feed.ts';
import type { GuideNumber } from '../../contract/guides.ts';
import type { HouseholdView } from '../../contract/households.ts';
import type { NoticeCategory } from '../../contract/notices.ts';
import type { PlaceKind } from '../../contract/places.ts';
import type { RequestInput } from '../../contract/requests.ts';
import type { Instant } from '../../contract/time.ts';
import type { Activation } from '../activation/state.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { FavouriteChange } from '../catalogue/favourites.ts';
import type { Dictionary } from '../keyboard/dictionary.ts';
import type { Typing } from '../keyboard/engine.ts';
import type { RemoteKey } from '../remote/keys.ts';
import type { RawKey } from '../remote/listen.ts';
import type { ProfileName } from '../remote/profiles.ts';
import type { CodeState, OwnMove } from '../requests/read.ts';
import type { SeenAlerts } from './alerts.ts';
import type { Choice } from './choice.ts';
import type { ScreenModel } from './frame.ts';
import type { HomeModel } from './frames/notices.ts';
import type { OverlayModel } from './frames/overlays.ts';
import type { GuideGroup } from './guide-groups.ts';
import type { Handover, RequestDraft, SentReport } from './requests.ts';

export type ScreenName = ScreenModel['name'];
export type OverlayName = OverlayModel['name'];

export type LineStatus = 'connecting' | 'online' | 'offline';

/** What was done with a notice, by its id; an entry of an older revision counts for nothing. */
export type Marks = Readonly<Record<string, { readonly revision: number; readonly read: boolean }>>;

/** How often each guide was opened on this box, by its number. */
export type Openings = Readonly<Record<string, number>>;

export type MessageKind = 'guides' | 'offline' | 'empty' | 'withdrawn' | 'expired';

/** Screens that ask for the PIN. */
export type PrivateScreen = 'household' | 'bills' | 'contact' | 'requests' | 'request';

/** Why the PIN opened nothing. */
export type PinTrouble = 'wrong' | 'locked' | 'missing' | 'not-authorised' | 'unreachable';

/** Why a query code opened nothing. */
export type CodeTrouble = 'unknown' | 'locked' | 'unreachable';

/** The PIN as it is typed; it is drawn as dots, and gone as soon as it was asked about. */
export interface PinEntry {
  readonly purpose: PrivateScreen | 'unbind';
  readonly digits: string;
  /** The server is being asked. */
  readonly asking: boolean;
  readonly trouble: PinTrouble | null;
}

/** What a private screen shows; `null` in the context as soon as it is left. */
interface Privately {
  readonly household: HouseholdView | null;
  readonly bills: readonly UtilityBills[] | null;
  /** Since when the wish to be called is on record. */
  readonly askedAt: Instant | null;
  readonly requests: readonly OwnRequest[] | null;
  readonly request: OwnRequestDetail | null;
  readonly trouble: 'unreachable' | null;
  readonly focus: number;
}

/** What the installer's sheet tells of the box. Ages in seconds; null: does not apply, or is not known. */
export interface InstallerFacts {
  readonly app: string;
  readonly engine: string;
  readonly model: string | null;
  readonly screen: string;
  readonly memoryMb: number | null;
  /** As the sign of `identify` shows it: the last four signs of the box's id. */
  readonly box: string | null;
  /** Round trips to the server, ms; null: no answer. */
  readonly tries: readonly (number | null)[];
  readonly testing: boolean;
  readonly streamSeconds: number | null;
  readonly beatSeconds: number | null;
  /** The server's time less the box's, ms. */
  readonly skewMs: number | null;
}

export interface Context {
  /** Where the machine is, for what lies above every screen and has to know what it would cover. */
  readonly screen: ScreenName;
  /** What the box holds, valid now or not, in any order. */
  readonly items: readonly NoticeItem[];
  /** The alerts the box holds, in force or not. */
  readonly alerts: readonly AlertItem[];
  readonly seenAlerts: SeenAlerts;
  /** What has the screen, and since when (ms). */
  readonly alertSince: { readonly id: string; readonly revision: number; readonly at: number } | null;
  /** The alert that the resident has opened again. */
  readonly alertView: { readonly id: string } | null;
  readonly alertPage: number;
  /** True as soon as `items` mean something: kept from before, or come from the server. */
  readonly ready: boolean;
  readonly line: LineStatus;
  /** When what is held was last known to be all there is, ms; null: never. */
  readonly asOf: number | null;
  /** True once the server has confirmed the content since the start. */
  readonly confirmed: boolean;
  /** How far the feed was when it held `items`. */
  readonly cursor: string;
  /** Null: this box has a credential. */
  readonly activation: Activation | null;
  readonly home: BoxHome | null;
  /** ms since 1970 by the server's clock, as far as the box knows it. */
  readonly now: number;
  /** False while nobody has told a box with a doubtful clock the time: then none is shown. */
  readonly clockSure: boolean;
  readonly elder: boolean;
  readonly motion: boolean;
  readonly marks: Marks;
  readonly profile: ProfileName;
  /** In the console's editor: one item by message, no feed, no way out. */
  readonly previewing: boolean;
  readonly note: string | null;
  readonly homeFocus: HomeModel['focus'];
  /**
   * The notice under the focus where several take turns: it stays while it is looked at, until one comes that was
   * published after all that were there (`newest`). Null: none is.
   */
  readonly held: { readonly area: 'banner' | 'hero'; readonly id: string; readonly newest: string } | null;
  /** What has the whole screen by itself. */
  readonly full: { readonly id: string; readonly revision: number } | null;
  /** Who began the community's loop: the resident, or nobody's having pressed a key for long. */
  readonly channel: 'resident' | 'standby';
  /** In the console's preview: the moment that is looked at, ms; null: now. */
  readonly previewAt: number | null;
  /** `id` is what is chosen, `index` where it stood: the choice stays on its notice while others come and go. */
  readonly list: { readonly category: NoticeCategory | null; readonly id: string | null; readonly index: number };
  readonly reader: {
    readonly id: string;
    readonly revision: number;
    readonly page: number;
    readonly from: 'home' | 'list';
  } | null;
  readonly message: { readonly kind: MessageKind; readonly back: 'home' | 'list' | null };
  /** Null: the box holds none. */
  readonly catalogue: Catalogue | null;
  readonly openings: Openings;
  /** Which card of the first screen of the guides. */
  readonly guidesFocus: number;
  /**
   * `section` null: the whole group, or its sections where it has some. `id` is the card that is chosen (a guide's number,
   * a section's name), `index` where it stood: the order of what is at hand changes with its use.
   */
  readonly guideList: {
    readonly group: GuideGroup;
    readonly section: string | null;
    readonly id: string | null;
    readonly index: number;
  };
  /** `tab` and `page` count from 0. */
  readonly guide: {
    readonly number: GuideNumber;
    readonly tab: number;
    readonly page: number;
    readonly from: 'guide-list' | 'guide-search';
  } | null;
  /** `id`: the guide that is chosen; null: the first. `told`: that these digits find nothing has been counted. */
  readonly guideSearch: { readonly digits: string; readonly id: string | null; readonly told: boolean };
  /** What a phone can go on with; null: nobody asks. */
  readonly phone: {
    readonly about: 'guide' | 'place';
    readonly title: string;
    /** To say at the counter, or to call; empty: there is none. */
    readonly number: string;
    readonly path: string;
  } | null;
  /** Which card of the community's life. */
  readonly lifeFocus: number;
  readonly outages: Choice & { readonly from: 'life' | 'home' };
  /** The kind of places that is chosen. */
  readonly placeKinds: { readonly id: PlaceKind | null; readonly index: number };
  readonly place: Choice;
  readonly offers: Choice;
  /** The page of categories, and which card of it; after the nine stand the household's own and the query code. */
  readonly report: { readonly page: number; readonly focus: number };
  /** Null: nobody puts one together. */
  readonly draft: RequestDraft | null;
  /** What the resident is told of; its key is empty until the outbox has numbered it. Null: nothing. */
  readonly sent: SentReport | null;
  /** How many are on the shelf still, and what came of others while nobody looked. */
  readonly outbox: { readonly waiting: number; readonly told: readonly SentReport[] };
  /** The household's own request that is chosen. */
  readonly requests: Choice;
  /** `focus` 0: its story, then what may be done about it; `asks`: for the reason of that. */
  readonly request: { readonly page: number; readonly focus: number; readonly asks: 'rework' | 'withdraw' | null };
  readonly requestCode: {
    readonly digits: string;
    readonly asking: boolean;
    readonly answer: CodeState | CodeTrouble | null;
  };
  /** Null: no phone goes on with a draft. */
  readonly handover: Handover | null;
  /** What is written for which screen; null: nobody writes. */
  readonly keyboard: { readonly screen: ScreenName; readonly title: string; readonly typing: Typing } | null;
  /** What was written, until the screen that asked has taken it. */
  readonly written: { readonly screen: ScreenName; readonly text: string } | null;
  /** Chosen last on the keyboard, newest first; never kept: it would tell what was written. */
  readonly recentWords: readonly string[];
  /** Null: it is not here yet. */
  readonly dictionary: Dictionary | 'missing' | null;
  readonly settingsFocus: number;
  /** `nines`: how far an installer is in the sequence that opens the sheet; `quiet`: ms without a key. */
  readonly installer: {
    readonly nines: number;
    readonly raw: readonly (RawKey & { readonly key: RemoteKey | null })[];
    readonly quiet: number;
    readonly focus: number;
    readonly facts: InstallerFacts | null;
  };
  /** Null: nobody is asked for a PIN. */
  readonly pin: PinEntry | null;
  /** When the PIN may be tried again, ms; it goes on counting while nobody looks. */
  readonly pinLockedUntil: number | null;
  readonly privately: Privately | null;
  /** The sign by which staff find this box among others; null: nobody looks for it. */
  readonly sign: string | null;
}

/** What the app knows when the machine starts; the rest is the same for every box. */
export type Beginning = Pick<
  Context,
  'elder' | 'motion' | 'marks' | 'seenAlerts' | 'openings' | 'home' | 'profile' | 'previewing' | 'now'
>;

export const NO_CODE: Context['requestCode'] = { digits: '', asking: false, answer: null };

export const HOME_START: HomeModel['focus'] = { area: 'hero', index: 0 };

/** After the search and what is at hand: 水电气. */
export const GUIDES_START = 2;

export function beginWith(beginning: Beginning): Context {
  return {
    ...beginning,
    screen: 'boot',
    items: [],
    alerts: [],
    alertSince: null,
    alertView: null,
    alertPage: 0,
    ready: false,
    line: 'connecting',
    asOf: null,
    confirmed: false,
    cursor: '',
    activation: null,
    clockSure: false,
    note: null,
    homeFocus: HOME_START,
    held: null,
    full: null,
    channel: 'resident',
    previewAt: null,
    list: { category: null, id: null, index: 0 },
    reader: null,
    message: { kind: 'offline', back: null },
    catalogue: null,
    guidesFocus: GUIDES_START,
    guideList: { group: 'utilities', section: null, id: null, index: 0 },
    guide: null,
    guideSearch: { digits: '', id: null, told: false },
    phone: null,
    lifeFocus: 0,
    outages: { id: null, index: 0, from: 'life' },
    placeKinds: { id: null, index: 0 },
    place: { id: null, index: 0 },
    offers: { id: null, index: 0 },
    report: { page: 0, focus: 0 },
    draft: null,
    sent: null,
    outbox: { waiting: 0, told: [] },
    requests: { id: null, index: 0 },
    request: { page: 0, focus: 0, asks: null },
    requestCode: NO_CODE,
    handover: null,
    keyboard: null,
    written: null,
    recentWords: [],
    dictionary: null,
    settingsFocus: 0,
    installer: { nines: 0, raw: [], quiet: 0, focus: 0, facts: null },
    pin: null,
    pinLockedUntil: null,
    privately: null,
    sign: null,
  };
}

/** What happens inside that the world outside must act on. */
export type Intent =
  | {
      readonly type: 'receipt';
      readonly id: NoticeItem['id'];
      readonly revision: number;
      readonly step: Receipt['step'];
    }
  | { readonly type: 'marks'; readonly marks: Marks }
  | { readonly type: 'alerts-seen'; readonly seen: SeenAlerts }
  /** Somebody reads a guide. */
  | { readonly type: 'guide-opened'; readonly number: GuideNumber; readonly openings: Openings }
  | { readonly type: 'guide-missed'; readonly digits: string }
  | ({ readonly type: 'favourite' } & FavouriteChange)
  | { readonly type: 'settings'; readonly elder: boolean; readonly motion: boolean }
  /** The resident asks to connect now. */
  | { readonly type: 'retry' }
  /** A new code, please. */
  | { readonly type: 'activate' }
  | { readonly type: 'open-private'; readonly pin: string }
  | { readonly type: 'read-household' }
  | { readonly type: 'read-bills' }
  /** Somebody wants to be called about an offer. */
  | { readonly type: 'ask-contact'; readonly offer: string }
  /** `id` null: it has none yet. */
  | ({ readonly type: 'send-request'; readonly id: string | null; readonly input: RequestInput } & Pick<
      SentReport,
      'category' | 'privacy'
    >)
  /** One that is nowhere but in memory: once more, or never. */
  | { readonly type: 'resend-request' | 'drop-request'; readonly key: string }
  | { readonly type: 'read-requests' }
  | { readonly type: 'read-request'; readonly id: string }
  | { readonly type: 'move-request'; readonly id: string; readonly move: OwnMove }
  | { readonly type: 'ask-code'; readonly code: string }
  | { readonly type: 'open-handover'; readonly input: RequestInput }
  | { readonly type: 'close-handover' }
  /** Somebody wants to write. */
  | { readonly type: 'load-dictionary' }
  /** Forget the pass. */
  | { readonly type: 'close-private' }
  | { readonly type: 'unbind'; readonly pin: string }
  /** The installer wants the network tested once more. */
  | { readonly type: 'test-network' };
