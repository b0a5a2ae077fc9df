// Tickets that open a stream: signed claims in the address, since an EventSource sends no headers. Nothing is stored.
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { FeedCursor } from '../../contract/feed.ts';
import type { BoxId } from '../../contract/ids.ts';
import type { RegionCode } from '../../contract/regions.ts';

export interface TicketClaims {
  readonly box: BoxId;
  /** From the district down to the box's household: the regions the stream may speak of. */
  readonly chain: readonly RegionCode[];
  readonly since: FeedCursor;
  /** Milliseconds since 1970: the ticket opens a stream before this instant, not at it. */
  readonly exp: number;
}

/** `<claims>.<HMAC-SHA256>`, both base64url, fit for a query parameter. */
export function signTicket(key: Buffer, claims: TicketClaims): string {
  const payload = Buffer.from(JSON.stringify(claims)).toString('base64url');
  return `${payload}.${mac(key, payload)}`;
}

/** The claims of a ticket this key signed, or null where it is forged, altered, or at or past its end. `now` in ms. */
export function verifyTicket(key: Buffer, ticket: string, now: number): TicketClaims | null {
  const dot = ticket.indexOf('.');
  const payload = ticket.slice(0, dot);
  // The texts are compared, not the decoded bytes: base64url has several spellings of the same bytes.
  const given = Buffer.from(ticket.slice(dot + 1));
  const expected = Buffer.from(mac(key, payload));
  if (dot < 0 || given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as TicketClaims;
  return now < claims.exp ? claims : null;
}

const mac = (key: Buffer, payload: string) => createHmac('sha256', key).update(payload).digest('base64url');
