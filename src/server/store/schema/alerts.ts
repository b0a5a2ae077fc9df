// The tables of alerts, and the warnings of other systems.
import type { Generated, JSONColumnType } from 'kysely';
import type { AlertTemplateInput, TemplateState } from '../../../contract/alert-templates.ts';
import type {
  AlertAct,
  AlertCap,
  AlertContent,
  AlertOrigin,
  AlertReview,
  RevisionState,
} from '../../../contract/alerts.ts';
import type { CapReason } from '../../../contract/cap.ts';
import type { CapState } from '../../../contract/cap-calls.ts';
import type { AlertId, AlertTemplateId, CapMessageId, CapSenderId, StaffId } from '../../../contract/ids.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import type { Day, Instant } from '../../../contract/time.ts';

export interface AlertTables {
  alert_template: AlertTemplateTable;
  alert: AlertTable;
  alert_region: { alert_id: AlertId; region_code: RegionCode };
  alert_revision: AlertRevisionTable;
  cap_sender: CapSenderTable;
  cap_message: CapMessageTable;
  ebm_number: { alert_id: AlertId; revision: number; day: Day; number: number };
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
