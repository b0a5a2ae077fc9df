// What the machine hears: keys from the remote, news from the feed, the clock, and the console's preview.
import type { BoxHome } from '../../contract/boxes.ts';
import type { FeedItem } from '../../contract/feed.ts';
import type { RemoteKey } from '../remote/keys.ts';
import type { LineStatus } from './context.ts';

export type NavigationEvent =
  | { readonly type: 'KEY'; readonly key: RemoteKey }
  /** A raw code, for the installer's key probe only; `key` is what the profile makes of it. */
  | { readonly type: 'RAW'; readonly code: number; readonly source: string; readonly key: RemoteKey | null }
  /** All items the box holds at `now`; `confirmed`: the server says so, else they are kept from before, `asOf` (ms). */
  | {
      readonly type: 'ITEMS';
      readonly items: readonly FeedItem[];
      readonly now: number;
      readonly confirmed: boolean;
      readonly asOf: number | null;
    }
  | { readonly type: 'LINE'; readonly status: LineStatus; readonly asOf: number | null }
  | { readonly type: 'HOME'; readonly home: BoxHome }
  /** Once a minute, when a notice becomes valid or expires, and when the server's clock corrects the box's. */
  | { readonly type: 'TICK'; readonly now: number; readonly sure: boolean }
  | { readonly type: 'PREVIEW'; readonly item: FeedItem; readonly elder: boolean };
