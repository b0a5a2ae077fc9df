// The tables of boxes: how they join, what they report, what they are told; pins and imports.
import type { Generated, JSONColumnType } from 'kysely';
import type { BoxFacts, SmartCard, UserCode } from '../../../contract/activation.ts';
import type { BoxSettings } from '../../../contract/box-settings.ts';
import type { BoxOrder, BoxState, LogLevel } from '../../../contract/boxes.ts';
import type { FeedCursor } from '../../../contract/feed.ts';
import type { BoxId, CommandId, ImportId, StaffId } from '../../../contract/ids.ts';
import type { IMPORT_STATES, ImportResult } from '../../../contract/imports.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import type { Day, Instant } from '../../../contract/time.ts';

export interface BoxTables {
  box: BoxTable;
  box_credential: { token_hash: string; box_id: BoxId; state: 'next' | 'current' | 'old'; issued_at: Instant };
  activation: ActivationTable;
  node: { id: string; started_at: Instant; lease_until: Instant };
  box_state: BoxStateTable;
  box_log: { id: Generated<number>; box_id: BoxId; at: Instant; level: LogLevel; text: string };
  box_command: BoxCommandTable;
  box_activity: { box_id: BoxId; household: RegionCode; first_day: Day; last_day: Day; ended_day: Day | null };
  household_pin: HouseholdPinTable;
  box_setting: BoxSettingTable;
  import: ImportTable;
  import_row: { import_id: ImportId; row: number; result: ImportResult; smart_card: string; message: string };
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
