// The tables of notices and pictures, their review and those who stand in for reviewers.
import type { Generated, JSONColumnType } from 'kysely';
import type { Finding, FindingLevel, ReviewStep } from '../../../contract/approvals.ts';
import type { DeputyId, NoticeId, PictureId, StaffId } from '../../../contract/ids.ts';
import type { Block, NoticeCategory, NoticeState } from '../../../contract/notices.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import type { ReviewLevel } from '../../../contract/reviews.ts';
import type { Airing, Placement, Schedule } from '../../../contract/schedule.ts';
import type { Day, Instant } from '../../../contract/time.ts';

export interface NoticeTables {
  picture: { id: PictureId; width: number; height: number; bytes: number; staff_id: StaffId; created_at: Instant };
  notice: NoticeTable;
  notice_region: { notice_id: NoticeId; region_code: RegionCode };
  notice_writer: { notice_id: NoticeId; staff_id: StaffId };
  notice_approval: NoticeApprovalTable;
  review_rule: ReviewRuleTable;
  review_word: { folded: string; word: string; level: FindingLevel; note: string };
  deputy: DeputyTable;
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
