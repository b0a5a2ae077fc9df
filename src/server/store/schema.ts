// The tables as Kysely sees them. Timestamps come back as ISO strings in UTC, int8 as numbers: both drivers are set so.
import type { Generated, JSONColumnType } from 'kysely';
import type { BoxFacts, SmartCard, UserCode } from '../../contract/activation.ts';
import type { AlertTemplateInput, TemplateState } from '../../contract/alert-templates.ts';
import type {
  AlertAct,
  AlertCap,
  AlertContent,
  AlertOrigin,
  AlertReview,
  RevisionState,
} from '../../contract/alerts.ts';
import type { Finding, FindingLevel, ReviewStep } from '../../contract/approvals.ts';
import type { BoxSettings } from '../../contract/box-settings.ts';
import type { BoxOrder, BoxState, LogLevel } from '../../contract/boxes.ts';
import type { CapReason } from '../../contract/cap.ts';
import type { CapState } from '../../contract/cap-calls.ts';
import type { Department } from '../../contract/departments.ts';
import type { FeedCursor, FeedItem, RECEIPT_STEPS } from '../../contract/feed.ts';
import type {
  AlertId,
  AlertTemplateId,
  BoxId,
  CapMessageId,
  CapSenderId,
  CommandId,
  DeputyId,
  ImportId,
  ItemId,
  NoticeId,
  PictureId,
  StaffId,
} from '../../contract/ids.ts';
import type { IMPORT_STATES, ImportResult } from '../../contract/imports.ts';
import type { Block, NoticeCategory, NoticeState } from '../../contract/notices.ts';
import type { RegionCode, RegionKind } from '../../contract/regions.ts';
import type { ReviewLevel } from '../../contract/reviews.ts';
import type { Airing, Placement, Schedule } from '../../contract/schedule.ts';
import type { KeyId, Refusal, TrustList } from '../../contract/signing.ts';
import type { Role } from '../../contract/staff.ts';
import type { Day, Instant } from '../../contract/time.ts';
import type { BillTables } from './schema/bills.ts';
import type { GuideTables } from './schema/guides.ts';
import type { PlaceTables } from './schema/places.ts';
import type { RequestTables } from './schema/requests.ts';

export interface Database extends BillTables, GuideTables, PlaceTables, RequestTables {
  region: RegionTable;
  programme_unit: { code: string; name: string; statistical_code: RegionCode | null; quota: number };
  staff: StaffTable;
  staff_grant: { staff_id: StaffId; role: Role; region_code: RegionCode; department: Department | null };
  session: { token_hash: string; staff_id: StaffId; seen_at: Instant; expires_at: Instant };
  audit: AuditTable;
  audit_link: { link: number; audit_id: number; hash: string };
  audit_head: { single: Generated<boolean>; link: number; hash: string };
  audit_seal: { number: number; link: number; hash: string; at: Instant; mac: string };
  box: BoxTable;
  box_credential: { token_hash: string; box_id: BoxId; state: 'next' | 'current' | 'old'; issued_at: Instant };
  activation: ActivationTable;
  guess: { source: string; wrong: number; since: Instant };
  node: { id: string; started_at: Instant; lease_until: Instant };
  box_state: BoxStateTable;
  box_log: { id: Generated<number>; box_id: BoxId; at: Instant; level: LogLevel; text: string };
  box_command: BoxCommandTable;
  box_activity: { box_id: BoxId; household: RegionCode; first_day: Day; last_day: Day; ended_day: Day | null };
  household_pin: HouseholdPinTable;
  box_setting: BoxSettingTable;
  import: ImportTable;
  import_row: { import_id: ImportId; row: number; result: ImportResult; smart_card: string; message: string };
  picture: { id: PictureId; width: number; height: number; bytes: number; staff_id: StaffId; created_at: Instant };
  notice: NoticeTable;
  notice_region: { notice_id: NoticeId; region_code: RegionCode };
  notice_writer: { notice_id: NoticeId; staff_id: StaffId };
  notice_approval: NoticeApprovalTable;
  review_rule: ReviewRuleTable;
  review_word: { folded: string; word: string; level: FindingLevel; note: string };
  deputy: DeputyTable;
  alert_template: AlertTemplateTable;
  alert: AlertTable;
  alert_region: { alert_id: AlertId; region_code: RegionCode };
  alert_revision: AlertRevisionTable;
  feed_head: { region_code: RegionCode; seq: number; at: Instant };
  feed_entry: FeedEntryTable;
  cap_sender: CapSenderTable;
  cap_message: CapMessageTable;
  ebm_number: { alert_id: AlertId; revision: number; day: Day; number: number };
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

export interface BoxTable {
  id: BoxId;
  household: RegionCode;
  name: string;
  smart_card: SmartCard | null;
  model: string | null;
  chip_id: string | null;
  two_way: Generated<boolean>;
  hd: Generated<boolean>;
  state: BoxState;
  suspect_since: Instant | null;
  created_at: Instant;
}

interface ActivationTable {
  device_code_hash: string;
  user_code: UserCode;
  facts: JSONColumnType<BoxFacts>;
  state: 'pending' | 'approved' | 'denied' | 'cancelled';
  box_id: BoxId | null;
  /** Wrong smart-card numbers so far. */
  wrong_cards: Generated<number>;
  /** Seconds the box waits between two questions; grows by 5 with each that comes too soon. */
  interval_s: number;
  polled_at: Instant | null;
  /** When the credential was handed out. */
  issued_at: Instant | null;
  created_at: Instant;
  expires_at: Instant;
}

/** `*_total` sums the cursor over the regions the box hears now. */
export interface BoxStateTable {
  box_id: BoxId;
  /** The process that holds its stream; null: none. */
  node_id: string | null;
  online_since: Instant | null;
  last_seen_at: Instant | null;
  instance: string | null;
  /** The instance before: it cannot come back unless there are two boxes. */
  former_instance: string | null;
  app: string | null;
  engine: string | null;
  screen: string | null;
  memory_mb: number | null;
  errors: Generated<number>;
  received: Generated<FeedCursor>;
  verified: Generated<FeedCursor>;
  rendered: Generated<FeedCursor>;
  received_total: Generated<number>;
  verified_total: Generated<number>;
  rendered_total: Generated<number>;
  reported_at: Instant | null;
}

interface BoxCommandTable {
  id: CommandId;
  box_id: BoxId;
  command: JSONColumnType<BoxOrder>;
  staff_id: StaffId;
  at: Instant;
  done_at: Instant | null;
}

interface HouseholdPinTable {
  household: RegionCode;
  pin_hash: string;
  failures: Generated<number>;
  locked_until: Instant | null;
  set_at: Instant;
}

interface BoxSettingTable {
  scope: string;
  version: number;
  settings: JSONColumnType<BoxSettings>;
  reason: string;
  staff_id: StaffId;
  at: Instant;
}

interface ImportTable {
  id: ImportId;
  file: string;
  dry_run: boolean;
  state: (typeof IMPORT_STATES)[number];
  failure: string | null;
  rows: number | null;
  done: Generated<number>;
  good: Generated<number>;
  same: Generated<number>;
  duplicate: Generated<number>;
  unknown_address: Generated<number>;
  malformed: Generated<number>;
  content: string;
  /** The regions in which whoever imports may manage boxes: a row outside them is an unknown address. */
  scopes: JSONColumnType<RegionCode[]>;
  staff_id: StaffId;
  at: Instant;
  finished_at: Instant | null;
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
  /** When the step it waits for is due. */
  due_at: Instant | null;
  findings: JSONColumnType<Finding[]>;
  created_at: Instant;
  updated_at: Instant;
  published_at: Instant | null;
  schedule: JSONColumnType<Schedule>;
  placements: JSONColumnType<Placement[]>;
  weight: number;
  /** What boxes were told; null: never published. */
  airing: JSONColumnType<Airing> | null;
  withdrawn_at: Instant | null;
}

interface NoticeApprovalTable {
  id: Generated<number>;
  notice_id: NoticeId;
  revision: number;
  step: ReviewStep;
  by_id: StaffId;
  /** Whom `by_id` stood in for. */
  for_id: StaffId | null;
  hash: string;
  at: Instant;
  void_at: Instant | null;
}

interface ReviewRuleTable {
  region_code: RegionCode;
  category: NoticeCategory;
  step: ReviewStep;
  level: ReviewLevel;
  hours: number;
  staff_id: StaffId;
  reason: string;
  at: Instant;
}

interface DeputyTable {
  id: DeputyId;
  for_id: StaffId;
  by_id: StaffId;
  from_day: Day;
  to_day: Day;
  reason: string;
  at: Instant;
  ended_at: Instant | null;
}

interface AlertTemplateTable {
  id: AlertTemplateId;
  version: number;
  state: TemplateState;
  name: string;
  severity: AlertTemplateInput['severity'];
  event: string;
  title: string;
  text: JSONColumnType<string[]>;
  instructions: JSONColumnType<string[]>;
  sound: boolean;
  valid_minutes: number;
  region_code: RegionCode;
  author_id: StaffId;
  approver_id: StaffId | null;
  updated_at: Instant;
}

interface AlertTable {
  id: AlertId;
  origin: AlertOrigin;
  rehearsal: boolean;
  authority: RegionCode;
  template_id: AlertTemplateId | null;
  template_version: number | null;
  state: 'waiting' | 'released' | 'cancelled' | 'discarded';
  /** Of the newest released revision. */
  valid_to: Instant | null;
  created_at: Instant;
}

interface AlertRevisionTable {
  alert_id: AlertId;
  revision: number;
  act: AlertAct;
  state: RevisionState;
  content: JSONColumnType<AlertContent>;
  reason: string | null;
  prepared_by: StaffId | null;
  prepared_at: Instant;
  released_by: StaffId | null;
  released_at: Instant | null;
  valid_to: Instant | null;
  cap: JSONColumnType<AlertCap> | null;
  reviewed_by: StaffId | null;
  reviewed_at: Instant | null;
  verdict: AlertReview['verdict'] | null;
  review_note: string | null;
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

export interface CapSenderTable {
  id: CapSenderId;
  name: string;
  identity: string;
  authority: RegionCode;
  token_hash: string;
  public_key: string | null;
  direct: boolean;
  poll_url: string | null;
  poll_seconds: number | null;
  polled_at: Instant | null;
  poll_etag: string | null;
  poll_failure: string | null;
  active: Generated<boolean>;
  created_at: Instant;
}

export interface CapMessageTable {
  id: CapMessageId;
  sender_id: CapSenderId | null;
  at: Instant;
  format: 'cap' | 'ebm';
  sha256: string;
  document: Uint8Array;
  identifier: string;
  sent_at: Instant | null;
  title: string;
  state: CapState;
  reason: CapReason | null;
  detail: string | null;
  alert_id: AlertId | null;
}
