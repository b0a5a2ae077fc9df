// The tables of guides and of the catalogue (migration 009).
import type { JSONColumnType } from 'kysely';
import type { PartHash, PartName } from '../../../contract/catalogue.ts';
import type { Department } from '../../../contract/departments.ts';
import type { GuideState } from '../../../contract/guide-calls.ts';
import type { GuideInput, GuideNumber } from '../../../contract/guides.ts';
import type { StaffId } from '../../../contract/ids.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import type { KeyId } from '../../../contract/signing.ts';
import type { Day, Instant } from '../../../contract/time.ts';

export interface GuideTables {
  guide: GuideTable;
  guide_revision: GuideRevisionTable;
  guide_writer: { number: GuideNumber; staff_id: StaffId };
  guide_lookup: { day: Day; number: GuideNumber; times: number };
  guide_missed: { day: Day; digits: string; times: number };
  favourite: { household: RegionCode; number: GuideNumber; at: Instant };
  catalogue_head: { region_code: RegionCode; version: number; at: Instant; phone: string | null };
  catalogue_body: { hash: PartHash; gzip: Uint8Array; left_at: Instant | null };
  catalogue_part: CataloguePartTable;
}

interface GuideTable {
  number: GuideNumber;
  department: Department;
  state: GuideState;
  revision: number;
  published: number | null;
  author_id: StaffId | null;
  updated_at: Instant;
}

interface GuideRevisionTable {
  number: GuideNumber;
  revision: number;
  content: JSONColumnType<GuideInput>;
  action: string;
  by_id: StaffId | null;
  at: Instant;
  reason: string | null;
}

interface CataloguePartTable {
  region_code: RegionCode;
  name: PartName;
  version: number;
  hash: PartHash;
  key_id: KeyId;
  signature: string;
}
