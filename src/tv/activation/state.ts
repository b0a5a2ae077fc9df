// Where the activation of a box stands, as data: what the screen shows is drawn from it, what to do next is decided on it.

/** A code as the server gave it out. `expiresAt`: by the steady clock, ms. */
export interface IssuedCode {
  readonly deviceCode: string;
  /** As the server spells it: `7K3M-9XPA`. */
  readonly userCode: string;
  readonly link: string;
  readonly expiresAt: number;
}

/** `offline`: the server did not answer the last question. */
export type Activation =
  | { readonly step: 'asking'; readonly offline: boolean }
  | {
      readonly step: 'code';
      readonly userCode: string;
      readonly link: string;
      /** Whole minutes the code is still good for, at least 1. */
      readonly minutes: number;
      readonly offline: boolean;
    }
  /** Nobody came for so long that the box stopped asking for new codes. */
  | { readonly step: 'expired' }
  | { readonly step: 'denied' };

export type Verdict =
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'pending' }
  | { readonly kind: 'slower' }
  | { readonly kind: 'denied' }
  /** The code is good for nothing any more. */
  | { readonly kind: 'over' }
  /** Nobody answered, or somebody in between. */
  | { readonly kind: 'unreachable' };

const MINUTE_MS = 60_000;

export function minutesLeft(code: IssuedCode, steady: number): number {
  return Math.max(1, Math.ceil((code.expiresAt - steady) / MINUTE_MS));
}

/** When the number of minutes changes next, ms from now. */
export function nextMinute(code: IssuedCode, steady: number): number {
  const left = code.expiresAt - steady;
  return Math.max(1, left - (minutesLeft(code, steady) - 1) * MINUTE_MS);
}

/** `7K3M-9XPA` as it is read out: 7K3M, 9XPA. A code of another make is shown in two halves, too. */
export function groupsOf(userCode: string): readonly [string, string] {
  const signs = userCode.toUpperCase().replace(/[^0-9A-Z]/g, '');
  const half = Math.ceil(signs.length / 2);
  return [signs.slice(0, half), signs.slice(half)];
}
