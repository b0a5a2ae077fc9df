// What the push needs of the store: where the regions' feeds stand, and their entries.
import type { FeedEntry } from '../../contract/feed.ts';
import type { RegionCode } from '../../contract/regions.ts';
import type { Cursor } from './cursor.ts';

export interface FeedReader {
  /** The newest sequence of each region; a region without entries may be missing. */
  heads(regions: readonly RegionCode[]): Promise<Cursor>;
  /** The region's entries after a sequence, in order and without a hole; may be only the first of them, not none. */
  after(region: RegionCode, seq: number): Promise<readonly FeedEntry[]>;
}
