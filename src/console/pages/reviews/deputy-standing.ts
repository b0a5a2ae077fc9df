// Whether a deputy is on duty, on a day in Shanghai.
import type { Deputy } from '../../../contract/reviews.ts';

export type DeputyStanding = 'ahead' | 'now' | 'over' | 'ended';

/** `today`: 2026-11-23 */
export function standingOf({ from, to, endedAt }: Deputy, today: string): DeputyStanding {
  if (endedAt !== null) return 'ended';
  if (today < from) return 'ahead';
  return today > to ? 'over' : 'now';
}
