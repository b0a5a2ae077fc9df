// How far a box lies behind what it should show, in entries of its feeds.
import type { BoxDetail, BoxPosition } from '../../../contract/fleet.ts';

/** Entries that are not on the screen yet; never below zero, though a report may be newer than the count beside it. */
export function lagOf({ desired, rendered }: Pick<BoxPosition, 'desired' | 'rendered'>): number {
  return Math.max(0, desired - rendered);
}

/** Of one region of the chain; null where the box has not reported. */
export function feedLag({ desired, rendered }: BoxDetail['feeds'][number]): number | null {
  return rendered === null ? null : lagOf({ desired, rendered });
}
