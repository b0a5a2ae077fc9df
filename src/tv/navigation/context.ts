// Everything the screens are drawn from: what the box knows, where the resident is, and what was chosen.
import type { BoxHome } from '../../contract/boxes.ts';
import type { FeedItem, Receipt } from '../../contract/feed.ts';
import type { NoticeCategory } from '../../contract/notices.ts';
import type { ProfileName } from '../remote/profiles.ts';
import type { HomeModel, OverlayModel, ScreenModel } from './frame.ts';

export type ScreenName = ScreenModel['name'];
export type OverlayName = OverlayModel['name'];

/** `unregistered`: the server does not know this box, or the box has no token. */
export type LineStatus = 'connecting' | 'online' | 'offline' | 'unregistered';

/** What was done with a notice, by its id; an entry of an older revision counts for nothing. */
export type Marks = Readonly<Record<string, { readonly revision: number; readonly read: boolean }>>;

export type MessageKind = 'offline' | 'unregistered' | 'empty' | 'withdrawn' | 'expired';

export interface Context {
  /** What the box holds, valid now or not, in any order. */
  readonly items: readonly FeedItem[];
  /** True as soon as `items` mean something: kept from before, or come from the server. */
  readonly ready: boolean;
  readonly line: LineStatus;
  /** When what is held was last known to be all there is, ms; null: never. */
  readonly asOf: number | null;
  /** True once the server has confirmed the content since the start. */
  readonly confirmed: boolean;
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
  /** `id` is what is chosen, `index` where it stood: the choice stays on its notice while others come and go. */
  readonly list: { readonly category: NoticeCategory | null; readonly id: string | null; readonly index: number };
  readonly reader: {
    readonly id: string;
    readonly revision: number;
    readonly page: number;
    readonly from: 'home' | 'list';
  } | null;
  readonly message: { readonly kind: MessageKind; readonly back: 'home' | 'list' | null };
  readonly settingsFocus: number;
  /** `nines`: how far an installer is in the sequence that opens the probe; `quiet`: ms without a key. */
  readonly probe: { readonly nines: number; readonly codes: readonly string[]; readonly quiet: number };
}

/** What the app knows when the machine starts; the rest is the same for every box. */
export type Beginning = Pick<Context, 'elder' | 'motion' | 'marks' | 'home' | 'profile' | 'previewing' | 'now'>;

export const HOME_START: HomeModel['focus'] = { area: 'hero', index: 0 };

export function beginWith(beginning: Beginning): Context {
  return {
    ...beginning,
    items: [],
    ready: false,
    line: 'connecting',
    asOf: null,
    confirmed: false,
    clockSure: false,
    note: null,
    homeFocus: HOME_START,
    list: { category: null, id: null, index: 0 },
    reader: null,
    message: { kind: 'offline', back: null },
    settingsFocus: 0,
    probe: { nines: 0, codes: [], quiet: 0 },
  };
}

/** What happens inside that the world outside must act on. */
export type Intent =
  | {
      readonly type: 'receipt';
      readonly id: FeedItem['id'];
      readonly revision: number;
      readonly step: Receipt['step'];
    }
  | { readonly type: 'marks'; readonly marks: Marks }
  | { readonly type: 'settings'; readonly elder: boolean; readonly motion: boolean }
  /** The resident asks to connect now. */
  | { readonly type: 'retry' };
