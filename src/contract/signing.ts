// Signing: who vouches for what reaches a screen, which keys boxes trust, why a box refuses.
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Instant } from './time.ts';

/** The first 16 hex digits of the SHA-512 of the public key. */
export const KeyId = z
  .string()
  .regex(/^[0-9a-f]{16}$/)
  .brand<'KeyId'>();
export type KeyId = z.infer<typeof KeyId>;

/** An Ed25519 public key (RFC 8032), 32 bytes in base64url. */
export const PublicKey = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
export type PublicKey = z.infer<typeof PublicKey>;

/** Ed25519 over the statement of what is signed (domain/signing): 64 bytes in base64url. */
export const Signature = z.object({ key: KeyId, value: z.string().regex(/^[A-Za-z0-9_-]{86}$/) });
export type Signature = z.infer<typeof Signature>;

/**
 * Which keys may sign what reaches a screen; signed by the root key, which signs nothing else. `current` signs what is
 * new, the other `keys` vouch for what they signed before; what a revoked key signed is refused and taken off.
 */
export const TrustList = z.object({
  version: z.int().positive(),
  /** The root's own public key: a box holds on to the first it meets, or to the one its operator deploys. */
  root: PublicKey,
  current: KeyId,
  keys: z.array(z.object({ id: KeyId, publicKey: PublicKey })).min(1),
  revoked: z.array(KeyId),
  issuedAt: Instant,
  signature: Signature,
});
export type TrustList = z.infer<typeof TrustList>;

/**
 * Why a box refuses an entry. `elsewhere`: of a region outside its chain. `replayed`: older than what it holds or was
 * told to drop. `too-early`, `expired`: by the server's clock.
 */
export const REFUSALS = [
  'unsigned',
  'forged',
  'key-unknown',
  'key-revoked',
  'elsewhere',
  'replayed',
  'too-early',
  'expired',
  'malformed',
] as const;
export const Refusal = z.enum(REFUSALS);
export type Refusal = z.infer<typeof Refusal>;

export const KEY_STATES = ['current', 'retired', 'revoked'] as const;

/** A signing key as its keepers see it; its secret never leaves the server. */
export const SigningKey = z.object({
  id: KeyId,
  state: z.enum(KEY_STATES),
  publicKey: PublicKey,
  createdAt: Instant,
  retiredAt: Instant.nullable(),
  revokedAt: Instant.nullable(),
});
export type SigningKey = z.infer<typeof SigningKey>;

export const KeyRing = z.object({
  root: z.object({ id: KeyId, publicKey: PublicKey }),
  /** Of the trust list in force. */
  version: z.int().positive(),
  issuedAt: Instant,
  /** Newest first. */
  keys: z.array(SigningKey),
});
export type KeyRing = z.infer<typeof KeyRing>;

const root = { id: '9f2c4b7a1d3e5f60', publicKey: 'AFYm0sX1uJ3k5q8v9wB2cD4eF6gH7iJ8kL9mN0oP1qQ' };
const current = { id: '0a1b2c3d4e5f6071', publicKey: 'BGZn1tY2vK4l6r9w0xC3dE5fG7hI8jK9lM0nO1pQ2rA' };
const version = { version: 1, issuedAt: '2026-11-23T01:00:00.000Z' };
const ring: z.input<typeof KeyRing> = {
  root,
  ...version,
  keys: [{ ...current, state: 'current', createdAt: '2026-11-23T01:00:00.000Z', retiredAt: null, revokedAt: null }],
};
const reason = z.string().trim().min(2).max(200);

export const readTrust = endpoint({
  method: 'GET',
  path: '/api/feed/trust',
  access: 'box',
  summary: 'The keys a box trusts, signed by the root key',
  reply: TrustList,
  example: {
    reply: {
      ...version,
      root: root.publicKey,
      current: current.id,
      keys: [current],
      revoked: [],
      signature: { key: root.id, value: 'c2ln'.repeat(21).concat('cA') },
    },
  },
});

export const listKeys = endpoint({
  method: 'GET',
  path: '/api/keys',
  access: 'staff',
  summary: 'The keys that sign what reaches a screen',
  reply: KeyRing,
  example: { reply: ring },
});

export const rotateKey = endpoint({
  method: 'POST',
  path: '/api/keys/rotate',
  access: 'staff',
  summary: 'Sign with a new key from now on; the one before stays trusted',
  body: z.strictObject({ reason }),
  reply: KeyRing,
  example: { body: { reason: '每年更换' }, reply: ring },
});

/** The current key is followed by a new one. What stands and was signed by the revoked key is signed anew and sent again. */
export const revokeKey = endpoint({
  method: 'POST',
  path: '/api/keys/:id/revoke',
  access: 'staff',
  summary: 'Trust a key no longer: boxes take off what it signed',
  params: z.object({ id: KeyId }),
  body: z.strictObject({ reason }),
  reply: KeyRing,
  example: { params: { id: current.id }, body: { reason: '密钥可能外泄' }, reply: ring },
});
