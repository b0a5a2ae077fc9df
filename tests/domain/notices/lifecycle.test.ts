import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StaffId } from '../../../src/contract/ids.ts';
import { NOTICE_CATEGORIES, NOTICE_STATES } from '../../../src/contract/notices.ts';
import { RegionCode } from '../../../src/contract/regions.ts';
import { decide, LIFECYCLE, type NoticeFacts, stepsFor } from '../../../src/domain/notices/lifecycle.ts';
import { actor, regionCode } from '../../support/arbitraries.ts';
import { approved, facts, NO_RULES, who } from '../review/people.ts';

const station = RegionCode.parse('370306001001');
const author = who('author', 'community', station);
const first = who('first', 'town', '370306001');
const second = who('second', 'district', '370306');
const third = who('third', 'district', '370306');
const STEPS = Object.keys(LIFECYCLE) as (keyof typeof LIFECYCLE)[];
const given = { revision: 1 };

describe('the life of a notice', () => {
  it('goes from draft to the screens through three people besides its author', () => {
    const go = (step: keyof typeof LIFECYCLE, notice: NoticeFacts, person: typeof author) =>
      decide(step, notice, person, NO_RULES, given);
    expect(go('submit', facts({}), author)).toEqual({ to: 'submitted', for: null });
    expect(go('review-first', facts({ state: 'submitted' }), first)).toEqual({ to: 'reviewed', for: null });
    const reviewed = facts({ state: 'reviewed', approvals: [approved('first', first)] });
    expect(go('review-second', reviewed, second)).toEqual({ to: 'approved', for: null });
    const both = [approved('first', first), approved('second', second)];
    expect(go('sign-off', facts({ state: 'approved', approvals: both }), third)).toEqual({
      to: 'published',
      for: null,
    });
  });

  it('goes back to draft by an edit at any step before the screens, and never after', () => {
    for (const state of ['draft', 'submitted', 'reviewed', 'approved'] as const)
      expect(decide('edit', facts({ state }), author, NO_RULES, given)).toEqual({ to: 'draft', for: null });
    for (const state of ['published', 'withdrawn'] as const)
      expect(decide('edit', facts({ state }), author, NO_RULES, given)).toEqual({ problem: 'move-not-allowed' });
  });

  it('refuses to sign off what has not come so far', () => {
    for (const state of ['draft', 'submitted', 'reviewed', 'withdrawn'] as const)
      expect(decide('sign-off', facts({ state }), third, NO_RULES, given)).toEqual({ problem: 'move-not-allowed' });
  });

  it('refuses a decision on a revision that was edited since', () => {
    const edited = facts({ state: 'submitted', revision: 2 });
    expect(decide('review-first', edited, first, NO_RULES, given)).toEqual({ problem: 'stale-revision' });
  });

  it('asks for a reason before it returns or withdraws', () => {
    const shown = facts({ state: 'published' });
    expect(decide('withdraw', shown, author, NO_RULES, given)).toEqual({ problem: 'reason-missing' });
    expect(decide('withdraw', shown, author, NO_RULES, { ...given, reason: '写错了' })).toMatchObject({
      to: 'withdrawn',
    });
  });

  it('is returned by those who review, not by its author', () => {
    const waiting = facts({ state: 'reviewed', approvals: [approved('first', first)] });
    const because = { ...given, reason: '写错了' };
    expect(decide('return', waiting, first, NO_RULES, because)).toMatchObject({ to: 'draft' });
    expect(decide('return', waiting, author, NO_RULES, because)).toEqual({ problem: 'forbidden' });
  });

  it('needs the permission in every region it targets', () => {
    const wide = facts({ regions: [station, RegionCode.parse('370306002001')] });
    expect(decide('submit', wide, author, NO_RULES, given)).toEqual({ problem: 'forbidden' });
    expect(decide('review-first', { ...wide, state: 'submitted' }, first, NO_RULES, given)).toEqual({
      problem: 'forbidden',
    });
  });

  it('offers exactly the steps it then allows', () => {
    const any = fc.record({
      state: fc.constantFrom(...NOTICE_STATES),
      revision: fc.constant(3),
      category: fc.constantFrom(...NOTICE_CATEGORIES),
      writers: fc.subarray(['author', 'else'] as StaffId[]),
      regions: fc.array(regionCode(), { minLength: 1, maxLength: 3 }),
    });
    fc.assert(
      fc.property(any, actor(), (each, person) => {
        const notice = facts(each);
        const offered = stepsFor(notice, person, NO_RULES);
        for (const step of STEPS)
          expect('to' in decide(step, notice, person, NO_RULES, { revision: 3, reason: '有' })).toBe(
            offered.includes(step),
          );
      }),
    );
  });

  it('has one way onto the screens: through each of the three steps', () => {
    const into = (state: string) => STEPS.filter((step) => LIFECYCLE[step].to === state);
    expect(into('published')).toEqual(['sign-off']);
    expect(LIFECYCLE['sign-off'].from).toEqual(['approved']);
    expect(into('approved')).toEqual(['review-second']);
    expect(LIFECYCLE['review-second'].from).toEqual(['reviewed']);
    expect(into('reviewed')).toEqual(['review-first']);
    expect(LIFECYCLE['review-first'].from).toEqual(['submitted']);
  });
});
