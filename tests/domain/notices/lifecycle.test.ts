import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StaffId } from '../../../src/contract/ids.ts';
import { NOTICE_STATES } from '../../../src/contract/notices.ts';
import { RegionCode } from '../../../src/contract/regions.ts';
import type { Role } from '../../../src/contract/staff.ts';
import type { Actor } from '../../../src/domain/access/can.ts';
import { decide, LIFECYCLE, type NoticeFacts, stepsFor } from '../../../src/domain/notices/lifecycle.ts';
import { actor, regionCode } from '../../support/arbitraries.ts';

const station = RegionCode.parse('370306001001');
const who = (id: string, role: Role, region: string): Actor => ({
  id: id as StaffId,
  name: id,
  grants: [{ role, region: RegionCode.parse(region) }],
});
const author = who('author', 'community', station);
const reviewer = who('reviewer', 'town', '370306001');
const notice = (given: Partial<NoticeFacts>): NoticeFacts => ({
  state: 'draft',
  revision: 1,
  authorId: author.id,
  regions: [station],
  ...given,
});
const STEPS = Object.keys(LIFECYCLE) as (keyof typeof LIFECYCLE)[];

describe('the life of a notice', () => {
  it('goes from draft to the screens through a second person', () => {
    expect(decide('submit', notice({}), author, { revision: 1 })).toEqual({ to: 'submitted' });
    expect(decide('approve', notice({ state: 'submitted' }), reviewer, { revision: 1 })).toEqual({ to: 'approved' });
    expect(decide('publish', notice({ state: 'approved' }), author, { revision: 1 })).toEqual({ to: 'published' });
  });

  it('never lets an author approve the own notice, whatever their role', () => {
    const boss = who('boss', 'district', '370306');
    const own = notice({ state: 'submitted', authorId: boss.id });
    expect(decide('approve', own, boss, { revision: 1 })).toEqual({ problem: 'reviewer-is-author' });
  });

  it('refuses to publish what was not approved', () => {
    for (const state of ['draft', 'submitted', 'withdrawn'] as const)
      expect(decide('publish', notice({ state }), reviewer, { revision: 1 })).toEqual({ problem: 'move-not-allowed' });
  });

  it('refuses a decision on a revision that was edited since', () => {
    const edited = notice({ state: 'submitted', revision: 2 });
    expect(decide('approve', edited, reviewer, { revision: 1 })).toEqual({ problem: 'stale-revision' });
  });

  it('asks for a reason before it returns or withdraws', () => {
    const shown = notice({ state: 'published' });
    expect(decide('withdraw', shown, author, { revision: 1 })).toEqual({ problem: 'reason-missing' });
    expect(decide('withdraw', shown, author, { revision: 1, reason: '写错了' })).toEqual({ to: 'withdrawn' });
  });

  it('needs the permission in every region it targets', () => {
    const wide = notice({ regions: [station, RegionCode.parse('370306002001')] });
    expect(decide('submit', wide, author, { revision: 1 })).toEqual({ problem: 'forbidden' });
  });

  it('offers exactly the steps it then allows', () => {
    const facts = fc.record({
      state: fc.constantFrom(...NOTICE_STATES),
      revision: fc.constant(3),
      authorId: fc.constantFrom('author' as StaffId, 'else' as StaffId),
      regions: fc.array(regionCode(), { minLength: 1, maxLength: 3 }),
    });
    fc.assert(
      fc.property(facts, actor(), (each, person) => {
        const offered = stepsFor(each, person);
        for (const step of STEPS)
          expect('to' in decide(step, each, person, { revision: 3, reason: '有' })).toBe(offered.includes(step));
      }),
    );
  });

  it('has one way onto the screens: approved, then published', () => {
    const into = STEPS.filter((step) => LIFECYCLE[step].to === 'published');
    expect(into).toEqual(['publish']);
    expect(LIFECYCLE.publish.from).toEqual(['approved']);
    expect(STEPS.filter((step) => LIFECYCLE[step].to === 'approved')).toEqual(['approve']);
  });
});
