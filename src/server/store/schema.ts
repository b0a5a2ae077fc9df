// The tables as Kysely sees them. Timestamps come back as ISO strings in UTC, int8 as numbers: both drivers are set so.
import type { Generated, JSONColumnType } from 'kysely';
import type { FeedItem, RECEIPT_STEPS } from '../../contract/feed.ts';
import type { BoxId, NoticeId, PictureId, StaffId } from '../../contract/ids.ts';
import type { Block, NoticeCategory, NoticeState } from '../../contract/notices.ts';
import type { RegionCode, RegionKind } from '../../contract/regions.ts';
import type { Role } from '../../contract/staff.ts';
import type { Instant } from '../../contract/time.ts';

export interface Database {
  region: RegionTable;
  programme_unit: { code: string; name: string; statistical_code: RegionCode | null; quota: number };
  staff: StaffTable;
  staff_grant: { staff_id: StaffId; role: Role; region_code: RegionCode };
  session: { token_hash: string; staff_id: StaffId; seen_at: Instant; expires_at: Instant };
  audit: AuditTable;
  box: BoxTable;
  picture: { id: PictureId; width: number; height: number; bytes: number; staff_id: StaffId; created_at: Instant };
  notice: NoticeTable;
  notice_region: { notice_id: NoticeId; region_code: RegionCode };
  feed_head: { region_code: RegionCode; seq: number };
  feed_entry: FeedEntryTable;
  receipt: { box_id: BoxId; item_id: NoticeId; revision: number; step: (typeof RECEIPT_STEPS)[number]; at: Instant };
}

interface RegionTable {
  code: RegionCode;
  parent: RegionCode | null;
  kind: RegionKind;
  name: string;
  short_name: string;
  setting: 'urban' | 'rural' | null;
}

interface StaffTable {
  id: StaffId;
  account: string;
  name: string;
  password_hash: string;
  must_change_password: boolean;
  failures: Generated<number>;
  locked_until: Instant | null;
  created_at: Instant;
}

interface AuditTable {
  id: Generated<number>;
  at: Instant;
  staff_id: StaffId | null;
  who: string;
  action: string;
  subject: string;
  region_code: RegionCode | null;
  detail: JSONColumnType<Record<string, unknown>>;
}

interface BoxTable {
  id: BoxId;
  household: RegionCode;
  name: string;
  token_hash: string;
  created_at: Instant;
  last_seen_at: Instant | null;
}

interface NoticeTable {
  id: NoticeId;
  revision: number;
  title: string;
  source: string;
  category: NoticeCategory;
  text: string;
  blocks: JSONColumnType<Block[]>;
  state: NoticeState;
  pinned: boolean;
  valid_from: Instant;
  valid_to: Instant | null;
  author_id: StaffId;
  reviewer_id: StaffId | null;
  created_at: Instant;
  updated_at: Instant;
  published_at: Instant | null;
}

interface FeedEntryTable {
  region_code: RegionCode;
  seq: number;
  action: 'put' | 'drop';
  item_id: NoticeId;
  revision: number;
  valid_to: Instant | null;
  item: JSONColumnType<FeedItem> | null;
  at: Instant;
}
