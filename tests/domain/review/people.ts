// People, notices and approvals for the tests of the review.
import type { ReviewStep } from '../../../src/contract/approvals.ts';
import type { StaffId } from '../../../src/contract/ids.ts';
import { RegionCode } from '../../../src/contract/regions.ts';
import type { Role } from '../../../src/contract/staff.ts';
import type { Actor } from '../../../src/domain/access/can.ts';
import type { NoticeFacts } from '../../../src/domain/notices/lifecycle.ts';
import type { GivenApproval, ReviewContext } from '../../../src/domain/review/steps.ts';

export const NO_RULES: ReviewContext = { rules: [], standsInFor: [] };

export const who = (id: string, role: Role, region: string): Actor => ({
  id: id as StaffId,
  name: id,
  grants: [{ role, region: RegionCode.parse(region) }],
});

/** Of 车站社区, by `author`, with the content "now" unless told. */
export const facts = (given: Partial<NoticeFacts>): NoticeFacts => ({
  state: 'draft',
  revision: 1,
  category: 'outage',
  writers: ['author' as StaffId],
  regions: [RegionCode.parse('370306001001')],
  approvals: [],
  hash: () => 'now',
  ...given,
});

export const approved = (step: ReviewStep, by: Actor, given: Partial<GivenApproval> = {}): GivenApproval => ({
  step,
  by: by.id,
  for: null,
  hash: 'now',
  ...given,
});
