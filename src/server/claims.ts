// Signed claims that travel through someone else's hands and come back: tickets for the stream, passes to private content, links of drafts.
import { createHmac, timingSafeEqual } from 'node:crypto';

/** Milliseconds since 1970: good before this instant, not at it. */
interface Ending {
  readonly exp: number;
}

/** `<claims>.<HMAC-SHA256>`, both base64url, fit for a query parameter. */
export function signClaims(key: Buffer, claims: Ending): string {
  const payload = Buffer.from(JSON.stringify(claims)).toString('base64url');
  return `${payload}.${mac(key, payload)}`;
}

/** The claims that this key signed, or null where they are forged, altered, or at or past their end. `now` in ms. */
export function verifyClaims<Claims extends Ending>(key: Buffer, signed: string, now: number): Claims | null {
  const dot = signed.indexOf('.');
  const payload = signed.slice(0, dot);
  // The texts are compared, not the decoded bytes: base64url has several spellings of the same bytes.
  const given = Buffer.from(signed.slice(dot + 1));
  const expected = Buffer.from(mac(key, payload));
  if (dot < 0 || given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Claims;
  return now < claims.exp ? claims : null;
}

const mac = (key: Buffer, payload: string) => createHmac('sha256', key).update(payload).digest('base64url');
