// The link that a phone scans: signed claims about one draft, of use to whoever holds it until the draft ends.
import type { RequestId } from '../../../contract/ids.ts';
import { signClaims, verifyClaims } from '../../claims.ts';

interface Link {
  readonly id: RequestId;
  /** Ms since 1970. */
  readonly exp: number;
}

export const createLinks = (key: Buffer) => ({
  sign: (link: Link): string => signClaims(key, link),

  /** Undefined where it is forged or altered. One that is past its end is still known for what it was. */
  read: (token: string): Link | undefined => verifyClaims<Link>(key, token, 0) ?? undefined,
});
