import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RegionCode } from '../../../src/contract/regions.ts';
import { PERMISSIONS, type Permission, type Role } from '../../../src/contract/staff.ts';
import { type Actor, can, permissionsOf, scopesOf } from '../../../src/domain/access/can.ts';
import { chainOf, isWithin } from '../../../src/domain/regions/code.ts';
import { actor, regionCode } from '../../support/arbitraries.ts';

const station = RegionCode.parse('370306001001');
const other = RegionCode.parse('370306001003');
const who = (role: Role, region: string): Actor => ({
  id: '019ab000-0000-7000-8000-000000000001' as Actor['id'],
  name: '某人',
  grants: [{ role, region: RegionCode.parse(region) }],
});
const permission = () => fc.constantFrom<Permission>(...PERMISSIONS);

describe('access', () => {
  it('lets a community write in its own homes and nowhere else', () => {
    expect(can(who('community', station), 'notice.write', station)).toBe(true);
    expect(can(who('community', station), 'notice.write', other)).toBe(false);
    expect(can(who('community', station), 'notice.write', RegionCode.parse('370306001'))).toBe(false);
  });

  it('leaves reviews to town and district', () => {
    expect(can(who('community', station), 'notice.review', station)).toBe(false);
    expect(can(who('town', '370306001'), 'notice.review', station)).toBe(true);
    expect(can(who('district', '370306'), 'notice.review', station)).toBe(true);
  });

  it('lets an auditor read and change nothing', () => {
    const changing: Permission[] = [
      'notice.write',
      'notice.review',
      'notice.sign-off',
      'review.manage',
      'staff.manage',
    ];
    expect(changing.some((each) => can(who('auditor', '370306'), each, station))).toBe(false);
    expect(can(who('auditor', '370306'), 'audit.read', station)).toBe(true);
  });

  it('leaves accounts to the operator', () => {
    expect(can(who('operator', '370306'), 'staff.manage', station)).toBe(true);
    expect(can(who('district', '370306'), 'staff.manage', station)).toBe(false);
  });

  it('gives nothing to someone without grants', () => {
    fc.assert(
      fc.property(permission(), regionCode(), (each, region) => {
        expect(can({ ...who('town', station), grants: [] }, each, region)).toBe(false);
      }),
    );
  });

  it('reaches down and never up or sideways: a permission in a region is one in all below it', () => {
    fc.assert(
      fc.property(actor(), permission(), regionCode(), (person, each, region) => {
        const above = chainOf(region).slice(0, -1);
        if (above.some((ancestor) => can(person, each, ancestor))) expect(can(person, each, region)).toBe(true);
      }),
    );
  });

  it('narrows reads to exactly the regions where it says yes', () => {
    fc.assert(
      fc.property(actor(), permission(), regionCode(), (person, each, region) => {
        expect(scopesOf(person, each).some((scope) => isWithin(region, scope))).toBe(can(person, each, region));
        expect(permissionsOf(person).includes(each)).toBe(scopesOf(person, each).length > 0);
      }),
    );
  });
});
