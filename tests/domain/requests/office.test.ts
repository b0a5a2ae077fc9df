// The office somebody speaks for.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StaffId } from '../../../src/contract/ids.ts';
import type { RegionCode } from '../../../src/contract/regions.ts';
import { type Actor, can } from '../../../src/domain/access/can.ts';
import { mayHandle } from '../../../src/domain/requests/decide.ts';
import { officeOf } from '../../../src/domain/requests/office.ts';
import { actor } from '../../support/arbitraries.ts';

const region = (code: string) => code as RegionCode;
const person = (...grants: Actor['grants'][number][]): Actor => ({
  id: '019ab000-0000-7000-8000-000000000001' as StaffId,
  name: '某人',
  grants,
});
const DISTRICT = region('370306');
const TOWN = region('370306001');
const COMMUNITY = region('370306001001');

describe('an office', () => {
  it('is that of whoever handles requests before that of whoever sends them on', () => {
    const both = person({ role: 'district', region: DISTRICT }, { role: 'community', region: COMMUNITY });
    expect(officeOf(both)).toEqual({ kind: 'region', region: COMMUNITY });
    expect(officeOf(person({ role: 'district', region: DISTRICT }))).toEqual({ kind: 'region', region: DISTRICT });
    expect(officeOf(person({ role: 'town', region: TOWN }))).toEqual({ kind: 'region', region: TOWN });
  });

  it("is a department's, or the operator's", () => {
    const police = person({ role: 'department', region: DISTRICT, department: 'police' });
    expect(officeOf(police)).toEqual({ kind: 'department', department: 'police' });
    expect(officeOf(person({ role: 'operator', region: DISTRICT }))).toEqual({ kind: 'operator' });
  });

  it('is none of whoever only looks on', () => {
    expect(officeOf(person({ role: 'auditor', region: DISTRICT }))).toBeNull();
    expect(officeOf(person())).toBeNull();
  });

  it('of somebody who handles requests is one that they may handle for', () => {
    fc.assert(
      fc.property(actor(), (given) => {
        const works = given.grants.filter(({ role }) => role === 'community' || role === 'town');
        fc.pre(works.length > 0 && given.grants.every(({ role }) => role !== 'operator' && role !== 'department'));
        const office = officeOf(given);
        expect(office !== null && mayHandle(given, office)).toBe(true);
      }),
    );
  });

  it('is there for everyone who may handle or send on, and for nobody else', () => {
    fc.assert(
      fc.property(actor(), (given) => {
        const mayAct = given.grants.some(({ region: code }) =>
          (['request.handle', 'request.assign'] as const).some((permission) => can(given, permission, code)),
        );
        expect(officeOf(given) !== null).toBe(mayAct);
      }),
    );
  });
});
