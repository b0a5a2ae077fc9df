// User codes: made without favouring any sign, told apart from their dash, and how seldom a guess hits one.
import { USER_CODE_LENGTH, USER_CODE_SIGNS, type UserCode } from '../../contract/activation.ts';

/** Wrong codes from one address or account before it must wait, and for how long. */
export const GUESSES = 10;
export const GUESS_WAIT_MS = 10 * 60_000;
/** Wrong smart-card numbers before a code is void. */
export const CARD_GUESSES = 5;

/** @param random gives `n` random bytes */
export function makeUserCode(random: (n: number) => Uint8Array): UserCode {
  const signs: string[] = [];
  // Bytes at or above the largest multiple of the number of signs would make some signs likelier.
  const limit = 256 - (256 % USER_CODE_SIGNS.length);
  while (signs.length < USER_CODE_LENGTH) {
    for (const byte of random(USER_CODE_LENGTH)) {
      if (byte < limit && signs.length < USER_CODE_LENGTH)
        signs.push(USER_CODE_SIGNS[byte % USER_CODE_SIGNS.length] ?? '');
    }
  }
  return signs.join('') as UserCode;
}

/** As it is shown and read out: 7K3M-9XPA. */
export const showUserCode = (code: UserCode): string => code.replace(/^(.{4})/, '$1-');

/**
 * The chance that whoever guesses from one source hits one of `pending` codes before being locked out. RFC 8628
 * section 5.1 asks for a figure: with 10,000 codes pending at once it is 9.1e-6 for each ten minutes; to hit one of
 * a single pending code takes 5.5e9 guesses on average, which one source needs 10,400 years for.
 */
export const chanceOfGuessing = (pending: number): number =>
  1 - (1 - pending / USER_CODE_SIGNS.length ** USER_CODE_LENGTH) ** GUESSES;
