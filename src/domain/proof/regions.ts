// Which part of the regions an item was sent to is looked at.
import type { RegionCode } from '../../contract/regions.ts';
import { coverOf, isWithin } from '../regions/code.ts';

/** What lies in one of `these` and in one of `those`, each with all below it, named once. */
export function overlapOf(these: readonly RegionCode[], those: readonly RegionCode[]): RegionCode[] {
  return coverOf(
    these.flatMap((one) =>
      those.flatMap((other) => {
        if (isWithin(one, other)) return [one];
        return isWithin(other, one) ? [other] : [];
      }),
    ),
  );
}
