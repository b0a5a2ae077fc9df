// Whatever staff do with a guide, in whatever order: what is on the boxes was published by a second person.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEPARTMENTS, type Department } from '../../../src/contract/departments.ts';
import type { StaffId } from '../../../src/contract/ids.ts';
import type { RegionCode } from '../../../src/contract/regions.ts';
import type { Role } from '../../../src/contract/staff.ts';
import type { Actor } from '../../../src/domain/access/can.ts';
import { departmentsOf } from '../../../src/domain/access/can.ts';
import { decide, type GuideFacts, type GuideStep, stepsFor } from '../../../src/domain/guides/lifecycle.ts';

const person = (id: string, role: Role, department: Department | null = null, region = '370306'): Actor => ({
  id: id as StaffId,
  name: id,
  grants: [{ role, region: region as RegionCode, department }],
});
const police = person('police', 'department', 'police');
const policeToo = person('police-too', 'department', 'police');
const health = person('health', 'department', 'health');
const district = person('district', 'district');
const districtToo = person('district-too', 'district');
const PEOPLE = [
  police,
  policeToo,
  health,
  district,
  districtToo,
  person('operator', 'operator'),
  person('town', 'town'),
];
const STEPS: readonly GuideStep[] = ['edit', 'submit', 'return', 'publish', 'confirm', 'withdraw'];
const DRAFT: GuideFacts = { department: 'police', state: 'draft', revision: 1, published: null, writers: [police.id] };

const problemOf = (
  step: GuideStep,
  guide: GuideFacts,
  actor: Actor,
  given: { revision?: number; reason?: string } = {},
) => {
  const decision = decide(step, guide, actor, { revision: guide.revision, ...given });
  return 'problem' in decision ? decision.problem : null;
};

/** What the server does with a decision. */
function carriedOut(guide: GuideFacts, step: GuideStep, actor: Actor): GuideFacts {
  const decision = decide(step, guide, actor, { revision: guide.revision, reason: '因为' });
  if ('problem' in decision) return guide;
  const next = { ...guide, state: decision.to };
  const writers = [...guide.writers, actor.id];
  if (step === 'edit') return { ...next, revision: guide.revision + 1, writers };
  if (step === 'submit') return { ...next, writers };
  if (step === 'publish') return { ...next, published: guide.revision, writers: [] };
  if (step === 'confirm') return { ...next, revision: guide.revision + 1, published: guide.revision + 1 };
  return step === 'withdraw' ? { ...next, published: null } : next;
}

describe('a guide', () => {
  it('is written by its department and published by the district', () => {
    expect(problemOf('submit', DRAFT, police)).toBeNull();
    const waiting = carriedOut(DRAFT, 'submit', police);
    expect(problemOf('publish', waiting, policeToo)).toBe('forbidden');
    expect(problemOf('publish', waiting, district)).toBeNull();
    expect(stepsFor(carriedOut(waiting, 'publish', district), police)).toEqual(['edit', 'confirm', 'withdraw']);
  });

  it("is nobody else's", () => {
    for (const step of STEPS) expect(problemOf(step, DRAFT, health)).toBe('forbidden');
    expect(departmentsOf(police, 'guide.write')).toEqual(['police']);
    expect(departmentsOf(district, 'guide.publish')).toEqual(DEPARTMENTS);
    expect(departmentsOf(person('elsewhere', 'department', 'police', '370306001'), 'guide.write')).toEqual([]);
  });

  it('is not published by whoever wrote or submitted it', () => {
    const own = carriedOut({ ...DRAFT, writers: [district.id] }, 'submit', districtToo);
    expect(problemOf('publish', own, district)).toBe('reviewer-is-author');
    expect(problemOf('publish', own, districtToo)).toBe('reviewer-is-author');
  });

  it('is moved as it was seen, and with a reason where one is needed', () => {
    expect(problemOf('submit', DRAFT, police, { revision: 2 })).toBe('stale-revision');
    expect(problemOf('return', { ...DRAFT, state: 'submitted' }, district)).toBe('reason-missing');
    expect(problemOf('withdraw', { ...DRAFT, state: 'published', published: 1 }, police)).toBe('reason-missing');
    expect(problemOf('withdraw', DRAFT, police, { reason: '因为' })).toBe('move-not-allowed');
    expect(problemOf('confirm', DRAFT, police)).toBe('move-not-allowed');
  });

  it('stays on the boxes while it is edited, and the edit stays when it is taken off', () => {
    const edited = carriedOut({ ...DRAFT, state: 'published', published: 1, writers: [] }, 'edit', police);
    expect(edited).toMatchObject({ state: 'draft', revision: 2, published: 1 });
    expect(carriedOut(edited, 'withdraw', police)).toMatchObject({ state: 'draft', published: null });
  });

  it('never reaches a box from one hand, whatever is done in whatever order', () => {
    const move = fc.record({ step: fc.constantFrom(...STEPS), actor: fc.constantFrom(...PEOPLE) });
    fc.assert(
      fc.property(fc.array(move, { maxLength: 40 }), (moves) => {
        let guide = DRAFT;
        let hands = new Set<StaffId>([police.id]);
        for (const { step, actor } of moves) {
          const next = carriedOut(guide, step, actor);
          if (next === guide) continue;
          if (step === 'edit' || step === 'submit') hands.add(actor.id);
          if (step === 'publish') {
            expect(hands.has(actor.id)).toBe(false);
            hands = new Set();
          }
          guide = next;
          expect(guide.published === null || guide.published <= guide.revision).toBe(true);
          expect(guide.state === 'published').toBe(guide.published === guide.revision);
          if (guide.state === 'withdrawn') expect(guide.published).toBeNull();
        }
      }),
    );
  });
});
