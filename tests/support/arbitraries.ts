// Generators for property tests: a small district, so that regions often meet.
import fc from 'fast-check';
import type { StaffId } from '../../src/contract/ids.ts';
import type { RegionCode } from '../../src/contract/regions.ts';
import { ROLES } from '../../src/contract/staff.ts';
import type { Actor } from '../../src/domain/access/can.ts';

const WIDTHS = [3, 3, 3, 3, 4];

/** Any kind of region of the district, with two children at every level. */
export const regionCode = (): fc.Arbitrary<RegionCode> =>
  fc
    .array(fc.constantFrom(1, 2), { maxLength: WIDTHS.length })
    .map((steps) =>
      steps.reduce((code, step, level) => code + String(step).padStart(WIDTHS[level] ?? 3, '0'), '370306'),
    )
    .map((code) => code as RegionCode);

export const actor = (): fc.Arbitrary<Actor> =>
  fc.record({
    id: fc.uuid().map((id) => id as StaffId),
    name: fc.constant('某人'),
    grants: fc.array(fc.record({ role: fc.constantFrom(...ROLES), region: regionCode() }), { maxLength: 3 }),
  });
