// Tickets that open a stream: signed claims in the address, since an EventSource sends no headers. Nothing is stored.
import type { FeedCursor } from '../../contract/feed.ts';
import type { BoxId } from '../../contract/ids.ts';
import type { RegionCode } from '../../contract/regions.ts';
import type { Instant } from '../../contract/time.ts';
import { signClaims, verifyClaims } from '../claims.ts';

export interface TicketClaims {
  readonly box: BoxId;
  /** From the district down to the box's household: the regions the stream may speak of. */
  readonly chain: readonly RegionCode[];
  /** When the credential was issued that bought it: void with that one. */
  readonly credentialAt: Instant;
  readonly since: FeedCursor;
  /** Milliseconds since 1970: the ticket opens a stream before this instant, not at it. */
  readonly exp: number;
}

export const signTicket = (key: Buffer, claims: TicketClaims): string => signClaims(key, claims);

/** The claims of a ticket this key signed, or null where it is forged, altered, or at or past its end. `now` in ms. */
export const verifyTicket = (key: Buffer, ticket: string, now: number): TicketClaims | null =>
  verifyClaims<TicketClaims>(key, ticket, now);
