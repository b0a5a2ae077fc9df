// How an alert takes the screen, by its gravity and by what the resident has done about it.
import type { AlertItem, Severity } from '../../contract/alerts.ts';

/**
 * `full`: the whole screen, above everything. `band`: a strip that covers nothing. `beside`: a band as well, because what
 * is on the screen carries the alert, and heard like a full one. `line`: one line of text.
 */
export type Presentation = 'full' | 'beside' | 'band' | 'line' | 'none';

/** Long enough to have seen what it is; before, no key puts it away. */
const LEAST_SECONDS: Readonly<Record<Severity, number>> = { red: 10, orange: 5, yellow: 0, blue: 0 };

/**
 * `seen`: this very revision was acknowledged. What stands stays in sight in a smaller form until it is over.
 * `carried`: by what is on the screen.
 */
export function presentationOf({ severity, standing }: AlertItem, seen: boolean, carried = false): Presentation {
  if (!standing) return seen ? 'none' : 'band';
  if (severity === 'blue') return 'line';
  if (severity === 'yellow' || seen) return 'band';
  return carried ? 'beside' : 'full';
}

/** May a key put it away that has been on the screen for so long? */
export const mayGo = ({ severity }: AlertItem, shownMs: number): boolean => shownMs >= leastMs(severity);

export const leastMs = (severity: Severity): number => LEAST_SECONDS[severity] * 1000;
