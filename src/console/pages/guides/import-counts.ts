// How many rows of a sheet came out how.
import type { GuideImport, GuideRow } from '../../../contract/guide-calls.ts';

export type Outcome = GuideRow['outcome'];
export const OUTCOMES: readonly Outcome[] = ['refused', 'new', 'changed', 'same'];

export function countsOf({ rows }: GuideImport): Record<Outcome, number> {
  const counts = { new: 0, changed: 0, same: 0, refused: 0 };
  for (const { outcome } of rows) counts[outcome] += 1;
  return counts;
}

/** Rows that were saved, or will be. */
export function savedBy(report: GuideImport): number {
  const counts = countsOf(report);
  return counts.new + counts.changed;
}
