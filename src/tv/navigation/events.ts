// What the machine hears: keys from the remote, news from the feed, the clock, and the console's preview.
import type { AlertItem } from '../../contract/alerts.ts';
import type { UtilityBills } from '../../contract/bills.ts';
import type { OwnRequest, OwnRequestDetail } from '../../contract/box-requests.ts';
import type { BoxHome } from '../../contract/boxes.ts';
import type { NoticeItem } from '../../contract/feed.ts';
import type { CarriedGuide } from '../../contract/guides.ts';
import type { HouseholdView } from '../../contract/households.ts';
import type { Instant } from '../../contract/time.ts';
import type { Activation } from '../activation/state.ts';
import type { PrivateAnswer } from '../box/private.ts';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Dictionary } from '../keyboard/dictionary.ts';
import type { RemoteKey } from '../remote/keys.ts';
import type { ProfileName, Source } from '../remote/profiles.ts';
import type { CodeState } from '../requests/read.ts';
import type { CodeTrouble, InstallerFacts, LineStatus, PinTrouble } from './context.ts';
import type { Handover, SentReport } from './requests.ts';

export type NavigationEvent =
  | { readonly type: 'KEY'; readonly key: RemoteKey }
  /** A raw code, for the installer's sheet only; `key` is what the profile makes of it. */
  | { readonly type: 'RAW'; readonly code: number; readonly source: Source; readonly key: RemoteKey | null }
  /** All items the box holds at `now`; `confirmed`: the server says so, else they are kept from before, `asOf` (ms). */
  | {
      readonly type: 'ITEMS';
      readonly items: readonly NoticeItem[];
      readonly now: number;
      readonly confirmed: boolean;
      readonly asOf: number | null;
      /** How far the feed was. */
      readonly cursor: string;
    }
  /** All alerts the box holds, in any order. */
  | { readonly type: 'ALERTS'; readonly alerts: readonly AlertItem[]; readonly now: number }
  | { readonly type: 'LINE'; readonly status: LineStatus; readonly asOf: number | null }
  | { readonly type: 'HOME'; readonly home: BoxHome }
  | { readonly type: 'CATALOGUE'; readonly catalogue: Catalogue }
  /** What is in force of the operator's settings and the resident's choice. */
  | { readonly type: 'SETTINGS'; readonly elder: boolean; readonly motion: boolean; readonly profile: ProfileName }
  /** Null: the box has got its credential. */
  | { readonly type: 'ACTIVATION'; readonly activation: Activation | null }
  /** What came of a PIN; null: it was right. */
  | { readonly type: 'PIN'; readonly trouble: PinTrouble | null }
  | { readonly type: 'HOUSEHOLD'; readonly answer: PrivateAnswer<HouseholdView> }
  | { readonly type: 'BILLS'; readonly answer: PrivateAnswer<readonly UtilityBills[]> }
  | { readonly type: 'CONTACT'; readonly answer: PrivateAnswer<Instant> }
  | { readonly type: 'REQUESTS'; readonly answer: PrivateAnswer<readonly OwnRequest[]> }
  | { readonly type: 'REQUEST'; readonly answer: PrivateAnswer<OwnRequestDetail> }
  /** What came of a request that was sent, and how many are on the shelf still. */
  | { readonly type: 'SENT'; readonly report: SentReport | null; readonly waiting: number }
  | { readonly type: 'CODE'; readonly code: string; readonly found: CodeState | CodeTrouble }
  | { readonly type: 'HANDOVER'; readonly handover: Handover }
  | { readonly type: 'DICTIONARY'; readonly dictionary: Dictionary | 'missing' }
  /** No key for as long as private content may stay. */
  | { readonly type: 'IDLE' }
  | { readonly type: 'INSTALLER'; readonly facts: InstallerFacts }
  /** Null: it was seen long enough. */
  | { readonly type: 'IDENTIFY'; readonly sign: string | null }
  /** Once a minute, when a notice becomes valid or expires, and when the server's clock corrects the box's. */
  | { readonly type: 'TICK'; readonly now: number; readonly sure: boolean }
  /** No key for so long that a lobby's screen begins its loop. */
  | { readonly type: 'STANDBY' }
  /** The home screen as it is at a moment, with these items. */
  | {
      readonly type: 'PREVIEW_HOME';
      readonly items: readonly NoticeItem[];
      readonly now: number;
      readonly elder: boolean;
    }
  | { readonly type: 'PREVIEW'; readonly item: NoticeItem; readonly elder: boolean }
  | { readonly type: 'PREVIEW_ALERT'; readonly alert: AlertItem; readonly elder: boolean }
  | { readonly type: 'PREVIEW_GUIDE'; readonly guide: CarriedGuide; readonly elder: boolean };
