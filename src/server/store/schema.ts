// The tables as Kysely sees them. Timestamps come back as ISO strings in UTC, int8 as numbers: both drivers are set so.
import type { Generated, JSONColumnType } from 'kysely';
import type { Department } from '../../contract/departments.ts';
import type { FeedItem, RECEIPT_STEPS } from '../../contract/feed.ts';
import type { BoxId, ItemId, StaffId } from '../../contract/ids.ts';
import type { RegionCode, RegionKind } from '../../contract/regions.ts';
import type { KeyId, Refusal, TrustList } from '../../contract/signing.ts';
import type { Role } from '../../contract/staff.ts';
import type { Day, Instant } from '../../contract/time.ts';
import type { AlertTables } from './schema/alerts.ts';
import type { BillTables } from './schema/bills.ts';
import type { BoxTables } from './schema/boxes.ts';
import type { GuideTables } from './schema/guides.ts';
import type { NoticeTables } from './schema/notices.ts';
import type { PlaceTables } from './schema/places.ts';
import type { RequestTables } from './schema/requests.ts';

export interface Database
  extends AlertTables,
    BillTables,
    BoxTables,
    GuideTables,
    NoticeTables,
    PlaceTables,
    RequestTables {
  region: RegionTable;
  programme_unit: { code: string; name: string; statistical_code: RegionCode | null; quota: number };
  staff: StaffTable;
  staff_grant: { staff_id: StaffId; role: Role; region_code: RegionCode; department: Department | null };
  session: { token_hash: string; staff_id: StaffId; seen_at: Instant; expires_at: Instant };
  audit: AuditTable;
  audit_link: { link: number; audit_id: number; hash: string };
  audit_head: { single: Generated<boolean>; link: number; hash: string };
  audit_seal: { number: number; link: number; hash: string; at: Instant; mac: string };
  guess: { source: string; wrong: number; since: Instant };
  feed_head: { region_code: RegionCode; seq: number; at: Instant };
  feed_entry: FeedEntryTable;
  receipt: ReceiptTable;
  signing_key: SigningKeyTable;
  trust_list: { version: number; list: JSONColumnType<TrustList>; at: Instant };
}

interface RegionTable {
  code: RegionCode;
  parent: RegionCode | null;
  kind: RegionKind;
  name: string;
  short_name: string;
  setting: 'urban' | 'rural' | null;
  /** A household counts for coverage from this day on. */
  since_day: Generated<Day>;
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

interface FeedEntryTable {
  region_code: RegionCode;
  seq: number;
  action: 'put' | 'drop';
  item_id: ItemId;
  revision: number;
  valid_to: Instant | null;
  item: JSONColumnType<FeedItem> | null;
  key_id: KeyId | null;
  signature: string | null;
  at: Instant;
}

interface ReceiptTable {
  box_id: BoxId;
  item_id: ItemId;
  revision: number;
  step: (typeof RECEIPT_STEPS)[number];
  reason: Refusal | null;
  at: Instant;
}

interface SigningKeyTable {
  id: KeyId;
  purpose: 'root' | 'feed';
  public_key: string;
  /** Sealed under the master key. */
  secret: string;
  created_at: Instant;
  retired_at: Instant | null;
  revoked_at: Instant | null;
}
