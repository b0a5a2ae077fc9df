// Ed25519 by Node's own OpenSSL, from and to raw bytes.
import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { fromBase64url, toBase64url } from '../domain/signing/base64url.ts';
import { KEY_BYTES, keyIdOf, type Verify } from '../domain/signing/trust.ts';

/** What stands before the 32 secret bytes in PKCS #8 (RFC 8410, section 7). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
/** So many keys a process meets in its life; more are made anew each time. */
const MOST_KEPT = 100;

export interface KeyPair {
  readonly id: ReturnType<typeof keyIdOf>;
  /** In base64url. */
  readonly publicKey: string;
  sign(bytes: Uint8Array): Uint8Array;
}

/** @param seed 32 secret bytes */
export function keyPairOf(seed: Buffer): KeyPair {
  const secret = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(secret).export({ format: 'jwk' }).x ?? '';
  const bytes = fromBase64url(publicKey, KEY_BYTES);
  if (!bytes) throw new Error('no public key of 32 bytes');
  return { id: keyIdOf(bytes), publicKey, sign: (message) => sign(null, message, secret) };
}

const kept = new Map<string, KeyObject>();

function keyObjectOf(publicKey: Uint8Array): KeyObject {
  const x = toBase64url(publicKey);
  const known = kept.get(x);
  if (known) return known;
  const made = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
  if (kept.size < MOST_KEPT) kept.set(x, made);
  return made;
}

export const verifyNatively: Verify = (statement, signature, publicKey) =>
  verify(null, statement, keyObjectOf(publicKey), signature);
