// How a box is doing: from its stream, from what it should show, and from what it shows.
import type { BoxStanding } from '../../contract/fleet.ts';

/** A box reports what it shows up to half a minute later: only after so long does it count as lying behind. */
export const BEHIND_AFTER_MS = 120_000;

/**
 * @param desired entries in the feeds the box hears, in all; `rendered` of them are on its screen
 * @param changedAt when the youngest of those entries came, ms; null: there is none
 */
export function standingOf(box: {
  readonly online: boolean;
  readonly seen: boolean;
  readonly desired: number;
  readonly rendered: number;
  readonly changedAt: number | null;
  readonly now: number;
}): BoxStanding {
  if (!box.seen) return 'never';
  if (!box.online) return 'offline';
  const settled = box.changedAt !== null && box.now - box.changedAt > BEHIND_AFTER_MS;
  return settled && box.rendered < box.desired ? 'behind' : 'online';
}
