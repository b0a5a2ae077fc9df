// The tables of residents' requests (migration 012).
import type { JSONColumnType } from 'kysely';
import type { SentRequest } from '../../../contract/box-requests.ts';
import type { Open311KeyId, RequestId, StaffId } from '../../../contract/ids.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import type { AnswerTemplate } from '../../../contract/request-settings.ts';
import type {
  ActionKind,
  CALL_OUTCOMES,
  CategoryCode,
  Handler,
  Privacy,
  RequestCategory,
  RequestInput,
  RequestNumber,
  RequestPhotoId,
  RequestState,
  TimeClass,
  TimeRule,
  WhenChoice,
  WhereKind,
} from '../../../contract/requests.ts';
import type { Day, Instant } from '../../../contract/time.ts';
import type { WorkingDayChange } from '../../../contract/working-days.ts';

export interface RequestTables {
  request_category: CategoryTable;
  request_routing: {
    category: CategoryCode;
    region_code: RegionCode;
    handler: JSONColumnType<Handler>;
    updated_at: Instant;
  };
  working_year: { year: number; revision: number; changes: JSONColumnType<WorkingDayChange[]>; updated_at: Instant };
  answer_template: { office: HandlerKey; items: JSONColumnType<AnswerTemplate[]>; updated_at: Instant };
  request_counter: { day: Day; last: number };
  request: RequestTable;
  request_action: RequestActionTable;
  request_reporter: RequestReporterTable;
  request_photo: { request_id: RequestId; seq: number; position: number; photo: RequestPhotoId };
  handover: HandoverTable;
  open311_key: Open311KeyTable;
  open311_use: { key_id: Open311KeyId; day: Day; sent: number };
}

/** A handler as one word: see domain/requests/handler.ts. */
export type HandlerKey = string;

interface CategoryTable {
  code: CategoryCode;
  revision: number;
  position: number;
  active: boolean;
  content: JSONColumnType<RequestCategory>;
  updated_at: Instant;
}

interface RequestTable {
  id: RequestId;
  number: RequestNumber;
  revision: number;
  category: CategoryCode;
  privacy: Privacy;
  time_class: TimeClass;
  rules: JSONColumnType<Record<TimeClass, TimeRule>>;
  /** The community. */
  region_code: RegionCode;
  where_kind: WhereKind;
  spot: RegionCode | null;
  place: string | null;
  /** GCJ-02; both or neither. */
  lat: number | null;
  lon: number | null;
  same_key: string;
  answers: JSONColumnType<Record<string, string>>;
  said: JSONColumnType<{ label: string; text: string }[]>;
  when_choice: WhenChoice;
  text: string;
  state: RequestState;
  handler: HandlerKey | null;
  joint: HandlerKey[];
  asked_at: Instant;
  counts_from: Instant;
  due_at: Instant | null;
  yellow_at: Instant | null;
  response_by: Instant | null;
  reminded: boolean;
  urged: boolean;
  supervised_by_system: boolean;
  supervised: boolean;
  declined: boolean;
  extension_until: Instant | null;
  started_at: Instant | null;
  answered_at: Instant | null;
  ended_at: Instant | null;
  call_days: number;
  call_outcome: (typeof CALL_OUTCOMES)[number] | null;
  score: number | null;
  satisfied: boolean | null;
  merged_into: RequestId | null;
  reporters: number;
  updated_at: Instant;
}

interface RequestActionTable {
  request_id: RequestId;
  seq: number;
  kind: ActionKind;
  at: Instant;
  by_kind: 'resident' | 'staff' | 'system';
  by_id: StaffId | null;
  by_name: string | null;
  public: string | null;
  internal: string | null;
  detail: JSONColumnType<Record<string, unknown>>;
}

interface RequestReporterTable {
  id: RequestId;
  request_id: RequestId;
  household: RegionCode | null;
  code_hash: string | null;
  via: string | null;
  entered_by: StaffId | null;
  at: Instant;
  seen: number;
}

interface HandoverTable {
  id: RequestId;
  household: RegionCode;
  revision: number;
  state: 'waiting' | 'writing' | 'sent';
  input: JSONColumnType<RequestInput>;
  sent: JSONColumnType<SentRequest> | null;
  opened_at: Instant;
  expires_at: Instant;
}

interface Open311KeyTable {
  id: Open311KeyId;
  name: string;
  key_hash: string;
  per_day: number;
  created_at: Instant;
  revoked_at: Instant | null;
}
