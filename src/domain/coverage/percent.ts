// The figure and its target.
import { COVERAGE_TARGETS } from '../../contract/coverage.ts';
import type { Region } from '../../contract/regions.ts';

/** One decimal, cut and not rounded: 699 of 1000 are 69.9 and never 70. Null where there is no household. */
export function percentOf(covered: number, households: number): number | null {
  // A quotient of whole numbers this small is exact wherever it is a whole number itself, so the cut is never one off.
  return households === 0 ? null : Math.floor((covered * 1000) / households) / 10;
}

/** Plan of 2015, section 三.2: by a community's setting, in per cent. Null above communities. */
export function targetOf(setting: Region['setting']): number | null {
  return setting === null ? null : COVERAGE_TARGETS[setting];
}

/** Counted exactly; without a household nothing is reached. */
export function reaches(covered: number, households: number, target: number): boolean {
  return households > 0 && covered * 100 >= target * households;
}
