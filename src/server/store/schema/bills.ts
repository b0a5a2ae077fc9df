// The tables of households' accounts and of planned outages (migration 010).
import type { Generated } from 'kysely';
import type { Utility } from '../../../contract/bills.ts';
import type { NoticeId, OutageId, StaffId } from '../../../contract/ids.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import type { Instant } from '../../../contract/time.ts';

export interface BillTables {
  household_account: HouseholdAccountTable;
  outage_poll: { utility: Utility; polled_at: Instant };
  outage: OutageTable;
  outage_region: { outage_id: OutageId; region_code: RegionCode };
}

interface HouseholdAccountTable {
  household: RegionCode;
  utility: Utility;
  account: string;
  masked: string;
  digest: string;
  linked_by: StaffId;
  linked_at: Instant;
}

interface OutageTable {
  id: OutageId;
  utility: Utility;
  number: string;
  from_at: Instant;
  to_at: Instant | null;
  text: string;
  source: string;
  updated_at: Instant;
  revision: number;
  gone_at: Instant | null;
  notice_id: NoticeId | null;
  notice_revision: number | null;
  noticed: number | null;
  noticed_gone: Generated<boolean>;
}
