// A feed in memory: what the store is to the push.
import type { FeedEntry } from '../../../../src/contract/feed.ts';
import type { NoticeId } from '../../../../src/contract/ids.ts';
import type { RegionCode } from '../../../../src/contract/regions.ts';
import type { FeedReader } from '../../../../src/server/push/reader.ts';

export const DISTRICT = '370306' as RegionCode;
export const TOWN = '370306001' as RegionCode;
export const COMMUNITY = '370306001001' as RegionCode;
export const OTHER_COMMUNITY = '370306001003' as RegionCode;

export function memoryFeed({ page = 100 } = {}) {
  const feed = new Map<RegionCode, FeedEntry[]>();
  const of = (region: RegionCode) => feed.get(region) ?? [];
  const reader: FeedReader = {
    heads: async (regions) => new Map(regions.map((region) => [region, of(region).length])),
    after: async (region, seq) => of(region).slice(seq, seq + page),
  };
  return {
    reader,
    head: (region: RegionCode) => of(region).length,
    /** The new entry; `padding` makes it that many characters longer. */
    append(region: RegionCode, padding = 0): FeedEntry {
      const entry = entryOf(region, of(region).length + 1, padding);
      feed.set(region, [...of(region), entry]);
      return entry;
    },
  };
}

/** A withdrawal, the shortest entry; its id carries the padding. */
function entryOf(region: RegionCode, seq: number, padding = 0): FeedEntry {
  const id = `019ab000-0000-7000-8000-${String(seq).padStart(12 + padding, '0')}` as NoticeId;
  return { action: 'drop', region, seq, id, revision: 1, signature: null };
}
