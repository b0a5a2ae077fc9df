// What the bench of the search gives its page, and what comes back.
import type { CarriedGuide } from '../../../src/contract/guides.ts';

export interface SearchTask {
  readonly guides: readonly Pick<CarriedGuide, 'number' | 'name' | 'aliases' | 'readings'>[];
  /** Digits; each is typed one after another. */
  readonly queries: readonly string[];
  /** How often the index is made. */
  readonly rounds: number;
}

export interface SearchTimes {
  readonly indexMs: readonly number[];
  /** One for each key press. */
  readonly keyMs: readonly number[];
  /** Of all key presses together: what finds nothing is no measure. */
  readonly found: number;
}
