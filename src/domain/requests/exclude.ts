// What the figures' rates leave out, as it is written in a query.
import { EXCLUSIONS, type Exclusion } from '../../contract/request-figures.ts';

/** Nothing is left out; an empty text would mean the usual. */
const NOTHING = 'none';

/** Of texts like `withdrawn,merged`; of `none` nothing. */
export function excludedIn(exclude: string): Exclusion[] {
  const named = exclude.split(',');
  return EXCLUSIONS.filter((each) => named.includes(each));
}

/** For the query: the chosen with commas between, or `none`. */
export const excludeOf = (chosen: readonly Exclusion[]): string =>
  EXCLUSIONS.filter((each) => chosen.includes(each)).join(',') || NOTHING;
