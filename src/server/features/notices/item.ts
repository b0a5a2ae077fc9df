// The content of a notice: all that reaches a screen, in one place. What is approved is this, and what is published is this.
import type { NoticeItem } from '../../../contract/feed.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import type { Airing } from '../../../contract/schedule.ts';
import { contentHash } from '../../../domain/signing/content-hash.ts';
import type { NoticeRow } from './store.ts';

/** What an item has besides its content: which one it is, since when it is out, and the days that its schedule means. */
type Envelope = 'kind' | 'id' | 'revision' | 'publishedAt' | 'airing';
type Content = Omit<NoticeItem, Envelope>;

/** The columns that hold the content. */
export type ContentColumns = Pick<
  NoticeRow,
  | 'title'
  | 'source'
  | 'category'
  | 'blocks'
  | 'pinned'
  | 'valid_from'
  | 'valid_to'
  | 'schedule'
  | 'placements'
  | 'weight'
>;

const contentOf = (row: ContentColumns): Content => ({
  title: row.title,
  source: row.source,
  category: row.category,
  blocks: row.blocks,
  pinned: row.pinned,
  validFrom: row.valid_from,
  validTo: row.valid_to,
  placements: row.placements,
  weight: row.weight,
});

/** What an approval is bound to: the content, when it is on, and where it goes. */
export const hashOf = (row: ContentColumns, regions: readonly RegionCode[]): string =>
  contentHash({ ...contentOf(row), schedule: row.schedule, regions: [...regions].sort() });

export const toFeedItem = (
  row: ContentColumns & Pick<NoticeRow, 'id' | 'revision'>,
  airing: Airing,
  publishedAt: NoticeItem['publishedAt'],
): NoticeItem => ({ kind: 'notice', id: row.id, revision: row.revision, ...contentOf(row), airing, publishedAt });
