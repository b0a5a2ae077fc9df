// Who may stand in for whom.

import { REVIEW_LIMITS } from '../../contract/reviews.ts';
import type { Day } from '../../contract/time.ts';
import type { Actor } from '../access/can.ts';
import { isWithin } from '../regions/code.ts';
import { daysBetween } from '../time/days.ts';

/** The offices that write and review. */
const OFFICES = ['community', 'town', 'district'];

const officesOf = ({ grants }: Actor) =>
  grants.filter(({ role }) => OFFICES.includes(role)).map(({ region }) => region);

/** Do their offices meet: does one lie within the other? A town's officer knows nothing of another town's matters. */
export const meet = (one: Actor, other: Actor): boolean =>
  officesOf(one).some((a) => officesOf(other).some((b) => isWithin(a, b) || isWithin(b, a)));

/** Two people whose offices meet, from today on, for no longer than leave lasts. */
export function isFit(absent: Actor, deputy: Actor, from: Day, to: Day, today: Day): boolean {
  const days = daysBetween(from, to) + 1;
  return absent.id !== deputy.id && meet(absent, deputy) && from >= today && days >= 1 && days <= REVIEW_LIMITS.days;
}
