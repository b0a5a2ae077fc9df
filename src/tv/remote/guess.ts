// Which kind of remote the last raw codes come from: a suggestion for the installer, never a decision.

import type { RawKey } from './listen.ts';
import { keyOf, PROFILES, type ProfileName } from './profiles.ts';

/** Too few keys say too little. */
const LEAST_KEYS = 3;

/**
 * The one profile that knows more of these codes than every other; null: too few keys, or two know as many (four arrows
 * and OK are the same on most boxes: Back, the colours and the digits tell them apart).
 */
export function guessProfile(raw: readonly RawKey[]): ProfileName | null {
  if (raw.length < LEAST_KEYS) return null;
  const known = (Object.keys(PROFILES) as ProfileName[])
    .map((name) => ({ name, count: raw.filter(({ source, code }) => understands(name, source, code)).length }))
    .sort((one, other) => other.count - one.count);
  const [best, next] = known;
  return best && best.count > (next?.count ?? 0) ? best.name : null;
}

/** A box that is listened to by the wrong profile sends through another door than that profile's: any door counts. */
function understands(name: ProfileName, source: RawKey['source'], code: number): boolean {
  const profile = PROFILES[name];
  return keyOf(profile, source === 'keypress' ? 'keydown' : source, code) !== undefined;
}
