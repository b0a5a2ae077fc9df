import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REVIEW_STEPS } from '../../../src/contract/approvals.ts';
import { NOTICE_CATEGORIES } from '../../../src/contract/notices.ts';
import { RegionCode } from '../../../src/contract/regions.ts';
import { REVIEW_LEVELS, type ReviewRule } from '../../../src/contract/reviews.ts';
import { holdsStep, mayChange, mayDelegate, termsFor, timeFor } from '../../../src/domain/review/rules.ts';
import { regionCode } from '../../support/arbitraries.ts';
import { who } from './people.ts';

const station = RegionCode.parse('370306001001');
const town = RegionCode.parse('370306001');
const district = RegionCode.parse('370306');
const rule = (given: Partial<ReviewRule>): ReviewRule => ({
  region: station,
  category: 'activity',
  step: 'first',
  level: 'community',
  hours: 24,
  ...given,
});
const clerk = who('clerk', 'community', station);
const officer = who('officer', 'town', town);
const office = who('office', 'district', district);
const activity = { category: 'activity', regions: [station] } as const;

describe('a rule of the review', () => {
  it('leaves every step to the town and a day where nobody has set one', () => {
    for (const step of REVIEW_STEPS)
      expect(termsFor([], station, 'policy', step)).toEqual({ terms: { level: 'town', hours: 24 }, rule: null });
    expect(holdsStep(officer, 'sign-off', { ...activity, rules: [] })).toBe(true);
    expect(holdsStep(clerk, 'first', { ...activity, rules: [] })).toBe(false);
  });

  it('gives way to a nearer one, and only of the same category and step', () => {
    const rules = [rule({ region: district, level: 'district' }), rule({ region: town, level: 'town', hours: 8 })];
    expect(termsFor(rules, station, 'activity', 'first').terms).toEqual({ level: 'town', hours: 8 });
    expect(termsFor(rules, RegionCode.parse('370306002'), 'activity', 'first').terms.level).toBe('district');
    expect(termsFor(rules, station, 'activity', 'second').rule).toBeNull();
    expect(termsFor(rules, station, 'service', 'first').rule).toBeNull();
  });

  it('is the nearest up the chain, whatever there is', () => {
    const any = fc.record({
      region: regionCode(),
      category: fc.constant('activity' as const),
      step: fc.constant('first' as const),
      level: fc.constantFrom(...REVIEW_LEVELS),
      hours: fc.integer({ min: 1, max: 240 }),
    });
    fc.assert(
      fc.property(fc.uniqueArray(any, { selector: (each) => each.region }), regionCode(), (rules, region) => {
        const above = rules.filter((each) => region.startsWith(each.region));
        const nearest = above.sort((a, b) => b.region.length - a.region.length)[0] ?? null;
        expect(termsFor(rules, region, 'activity', 'first').rule).toBe(nearest);
      }),
    );
  });

  it('hands the first step of low-risk categories down to the community, and no other', () => {
    const handed = NOTICE_CATEGORIES.flatMap((category) =>
      REVIEW_STEPS.filter((step) => mayDelegate(category, step)).map((step) => `${category} ${step}`),
    );
    expect(handed).toEqual(['general first', 'service first', 'activity first']);
  });

  it('lets the community take what was handed down, in its own place alone', () => {
    const rules = [rule({ region: district })];
    expect(holdsStep(clerk, 'first', { ...activity, rules })).toBe(true);
    expect(holdsStep(clerk, 'first', { ...activity, regions: [station, town], rules })).toBe(false);
    expect(holdsStep(who('other', 'community', '370306001003'), 'first', { ...activity, rules })).toBe(false);
    expect(holdsStep(who('auditor', 'auditor', '370306'), 'first', { ...activity, rules })).toBe(false);
  });

  it('hands nothing down that may not be, even when the table says so', () => {
    const rules = [rule({ category: 'outage' }), rule({ step: 'sign-off' })];
    expect(holdsStep(clerk, 'first', { category: 'outage', regions: [station], rules })).toBe(false);
    expect(holdsStep(clerk, 'sign-off', { ...activity, rules })).toBe(false);
  });

  it('can ask for the district', () => {
    const rules = [rule({ level: 'district', step: 'sign-off' })];
    expect(holdsStep(officer, 'sign-off', { ...activity, rules })).toBe(false);
    expect(holdsStep(office, 'sign-off', { ...activity, rules })).toBe(true);
  });

  it('gives the shortest time of all regions', () => {
    const rules = [rule({ region: town, hours: 4 }), rule({ region: district, hours: 48 })];
    expect(timeFor(rules, [station, RegionCode.parse('370306002')], 'activity', 'first')).toBe(4 * 3_600_000);
  });

  describe('is changed', () => {
    const TOWN = { level: 'town', hours: 24 } as const;
    const COMMUNITY = { level: 'community', hours: 24 } as const;
    const first = rule({});

    it('by the district as it likes, within what may be handed down', () => {
      expect(mayChange(office, rule({ step: 'sign-off' }), TOWN, { level: 'district', hours: 2 })).toBe(true);
      expect(mayChange(office, rule({ step: 'second' }), TOWN, COMMUNITY)).toBe(false);
      expect(mayChange(office, rule({ category: 'outage' }), TOWN, COMMUNITY)).toBe(false);
    });

    it('by a town only to hand the first step down or take it back', () => {
      expect(mayChange(officer, first, TOWN, COMMUNITY)).toBe(true);
      expect(mayChange(officer, first, COMMUNITY, TOWN)).toBe(true);
      expect(mayChange(officer, first, TOWN, { ...COMMUNITY, hours: 240 })).toBe(false);
      expect(mayChange(officer, rule({ step: 'second' }), TOWN, TOWN)).toBe(false);
    });

    it('not by a town where the district asks for more', () => {
      expect(mayChange(officer, first, { level: 'district', hours: 24 }, COMMUNITY)).toBe(false);
      expect(mayChange(officer, first, TOWN, { level: 'district', hours: 24 })).toBe(false);
    });
  });
});
