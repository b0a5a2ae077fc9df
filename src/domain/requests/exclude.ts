// What the figures' rates leave out, as it is written in a query.
import { EXCLUSIONS, type Exclusion } from '../../contract/request-calls.ts';

/** Of texts like `withdrawn,merged`; of `none` nothing. */
export const excludedIn = (exclude: string): Exclusion[] => {
  const named = exclude.split(',');
  return EXCLUSIONS.filter((each) => named.includes(each));
};
