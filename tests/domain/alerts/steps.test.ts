import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { StaffId } from '../../../src/contract/ids.ts';
import type { RegionCode } from '../../../src/contract/regions.ts';
import { ROLES } from '../../../src/contract/staff.ts';
import type { Actor } from '../../../src/domain/access/can.ts';
import { type AlertFacts, forbids, type RevisionFacts, stepsFor } from '../../../src/domain/alerts/steps.ts';

const NOW = '2026-11-23T12:00:00.000Z';
const people = ['a', 'b', 'c'].map((name) => name as StaffId);
const someone = fc.constantFrom(...people);
const revision = fc.record({
  act: fc.constantFrom('issue', 'update', 'cancel'),
  state: fc.constantFrom('incoming', 'prepared', 'released', 'discarded'),
  preparedBy: fc.option(someone),
  releasedBy: fc.option(someone),
  reviewed: fc.boolean(),
});
const facts = fc.array(revision, { minLength: 1, maxLength: 4 }).map(
  (revisions): AlertFacts => ({
    authority: '370306001' as RegionCode,
    validTo: '2026-11-23T13:00:00.000Z',
    revisions: revisions.map((each, index) => ({ ...each, revision: index + 1 })) as RevisionFacts[],
  }),
);
const actor = fc
  .record({ id: someone, role: fc.constantFrom(...ROLES) })
  .map(({ id, role }): Actor => ({ id, name: id, grants: [{ role, region: '370306' as RegionCode }] }));

it('never lets whoever asked for it release it, nor whoever took part look at it afterwards', () => {
  fc.assert(
    fc.property(facts, actor, (alert, person) => {
      const steps = stepsFor(alert, person, NOW);
      const waiting = alert.revisions.find(({ state }) => state === 'prepared');
      if (steps.includes('release')) expect(waiting?.preparedBy).not.toBe(person.id);
      if (!steps.includes('review')) return;
      const open = alert.revisions.filter(({ state, reviewed }) => state === 'released' && !reviewed);
      for (const { preparedBy, releasedBy } of open) expect([preparedBy, releasedBy]).not.toContain(person.id);
    }),
  );
});

it('lets a community ask, and never release', () => {
  fc.assert(
    fc.property(facts, someone, (alert, id) => {
      const person: Actor = { id, name: id, grants: [{ role: 'community', region: alert.authority }] };
      for (const step of ['release', 'review'] as const) expect(stepsFor(alert, person, NOW)).not.toContain(step);
    }),
  );
});

it('refuses what was decided on something that has changed since', () => {
  fc.assert(
    fc.property(facts, actor, fc.integer({ min: 5, max: 9 }), (alert, person, other) => {
      for (const step of ['endorse', 'release', 'discard', 'update', 'cancel', 'review'] as const)
        expect(forbids(step, alert, person, { revision: other, now: NOW, reason: '-' })).not.toBeNull();
    }),
  );
});
