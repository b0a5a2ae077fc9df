// Tickets: whole and in time, or nothing.
import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RegionCode } from '../../../src/contract/regions.ts';
import type { Instant } from '../../../src/contract/time.ts';
import { signTicket, type TicketClaims, verifyTicket } from '../../../src/server/push/ticket.ts';
import { boxId, NOW } from './support/hub.ts';

const key = randomBytes(32);
const claims: TicketClaims = {
  box: boxId(1),
  chain: ['370306', '370306001', '370306001001'] as RegionCode[],
  credentialAt: '2026-11-01T00:00:00.000Z' as Instant,
  since: '370306:12,370306001:3',
  exp: NOW + 60_000,
};
const ticket = signTicket(key, claims);

describe('a ticket', () => {
  it('gives back what was signed', () => {
    expect(verifyTicket(key, ticket, NOW)).toEqual(claims);
  });

  it('needs no escaping in an address', () => {
    expect(encodeURIComponent(ticket)).toBe(ticket);
  });

  it('is good until the millisecond before its end', () => {
    expect(verifyTicket(key, ticket, claims.exp - 1)).toEqual(claims);
    expect(verifyTicket(key, ticket, claims.exp)).toBeNull();
    expect(verifyTicket(key, ticket, claims.exp + 1)).toBeNull();
  });

  it('is refused with any one character changed', () => {
    const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.=+/ é'];
    for (let at = 0; at < ticket.length; at++) {
      for (const letter of letters.filter((each) => each !== ticket[at])) {
        expect(verifyTicket(key, ticket.slice(0, at) + letter + ticket.slice(at + 1), NOW)).toBeNull();
      }
    }
  });

  it('is refused when cut, lengthened, or made up', () => {
    const changed = fc.oneof(
      fc.nat({ max: ticket.length - 1 }).map((length) => ticket.slice(0, length)),
      fc.string({ minLength: 1 }).map((more) => ticket + more),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(fc.property(changed, (text) => verifyTicket(key, text, NOW) === null));
  });

  it('of another key is refused', () => {
    expect(verifyTicket(randomBytes(32), ticket, NOW)).toBeNull();
  });
});
