// A guide as boxes carry it: without what only a department needs, with the readings it is found by.
import type { CarriedGuide, GuideInput } from '../../contract/guides.ts';

/** @param readings of the name and of each alias, in order */
export function carry(guide: GuideInput, readings: readonly string[]): CarriedGuide {
  const { readings: overrides, type, body, basis, legalLimit, ...carried } = guide;
  return { ...carried, readings: [...readings] };
}
