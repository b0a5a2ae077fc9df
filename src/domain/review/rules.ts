// Who may take a step of the review, and within what time: the nearest rule up the chain of regions, else the defaults.
import type { ReviewStep } from '../../contract/approvals.ts';
import type { NoticeCategory } from '../../contract/notices.ts';
import type { RegionCode } from '../../contract/regions.ts';
import { REVIEW_LEVELS, type ReviewLevel, type ReviewRule } from '../../contract/reviews.ts';
import { type Actor, can } from '../access/can.ts';
import { chainOf, DISTRICT, isWithin } from '../regions/code.ts';

export type Terms = Pick<ReviewRule, 'level' | 'hours'>;

const DEFAULT: Terms = { level: 'town', hours: 24 };
/** What does little harm when it goes wrong: a community may look at it first. */
const LOW_RISK = ['activity', 'service', 'general'] as const satisfies NoticeCategory[];

const isLowRisk = (category: NoticeCategory): boolean => LOW_RISK.some((each) => each === category);

/** Only the first step, and only of low-risk categories, is handed down to the community. */
export const mayDelegate = (category: NoticeCategory, step: ReviewStep): boolean =>
  step === 'first' && isLowRisk(category);

/** What holds in a region, and the rule it comes from; null: nobody has set one. */
export function termsFor<Rule extends ReviewRule>(
  rules: readonly Rule[],
  region: RegionCode,
  category: NoticeCategory,
  step: ReviewStep,
): { readonly terms: Terms; readonly rule: Rule | null } {
  const chain = chainOf(region).reverse();
  const own = rules.filter((rule) => rule.category === category && rule.step === step);
  const rule = chain.flatMap((code) => own.filter((each) => each.region === code))[0];
  if (!rule) return { terms: DEFAULT, rule: null };
  // A table changed by hand hands nothing down that may not be.
  const level = rule.level === 'community' && !mayDelegate(category, step) ? DEFAULT.level : rule.level;
  return { terms: { level, hours: rule.hours }, rule };
}

/** The shortest time any of the regions gives for a step, in ms. */
export function timeFor(
  rules: readonly ReviewRule[],
  regions: readonly RegionCode[],
  category: NoticeCategory,
  step: ReviewStep,
): number {
  const hours = regions.map((region) => termsFor(rules, region, category, step).terms.hours);
  return Math.min(...hours) * 3_600_000;
}

/** May this person, with these grants, take the step in every one of the regions? */
export function holdsStep(
  actor: Actor,
  step: ReviewStep,
  given: {
    readonly category: NoticeCategory;
    readonly regions: readonly RegionCode[];
    readonly rules: readonly ReviewRule[];
  },
): boolean {
  const permission = step === 'sign-off' ? 'notice.sign-off' : 'notice.review';
  return given.regions.every((region) => {
    const { level } = termsFor(given.rules, region, given.category, step).terms;
    const held = levelIn(actor, region);
    if (held === undefined || REVIEW_LEVELS.indexOf(held) < REVIEW_LEVELS.indexOf(level)) return false;
    // Below the town nobody holds the permission: what a community may do comes from the rule alone.
    return held === 'community' || can(actor, permission, region);
  });
}

/** The highest office a person holds over a region. */
function levelIn({ grants }: Actor, region: RegionCode): ReviewLevel | undefined {
  const held = grants.filter((grant) => isWithin(region, grant.region)).map((grant) => grant.role);
  return REVIEW_LEVELS.findLast((level) => held.includes(level));
}

/**
 * May this person change what holds from `before` to `after`? The district sets everything; a town only hands the first
 * step down or takes it back, where the district has not asked for more, and within the time it gives.
 */
export function mayChange(
  actor: Actor,
  cell: Pick<ReviewRule, 'region' | 'category' | 'step'>,
  before: Terms,
  after: Terms,
): boolean {
  if (after.level === 'community' && !mayDelegate(cell.category, cell.step)) return false;
  if (can(actor, 'review.manage', DISTRICT)) return true;
  const handed = [before, after].every(({ level }) => level === 'community' || level === 'town');
  return mayDelegate(cell.category, cell.step) && handed && before.hours === after.hours;
}
