// Secret keys at rest: AES-256-GCM under a key of the master key; the id is authenticated with it.
import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { KeyId } from '../../../contract/signing.ts';
import type { Random } from '../../runtime.ts';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

export type KeyPurpose = 'root' | 'feed';

const boundTo = (purpose: KeyPurpose, id: KeyId) => Buffer.from(`linli ${purpose} ${id}`);

/** Nonce, ciphertext and tag, in base64url. */
export function seal(key: Buffer, secret: Buffer, purpose: KeyPurpose, id: KeyId, random: Random): string {
  const nonce = random(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce).setAAD(boundTo(purpose, id));
  return Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()]).toString('base64url');
}

/** @throws Error for what was altered, stands under another id, or was sealed under another master key */
export function unseal(key: Buffer, sealed: string, purpose: KeyPurpose, id: KeyId): Buffer {
  const bytes = Buffer.from(sealed, 'base64url');
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE_BYTES))
    .setAAD(boundTo(purpose, id))
    .setAuthTag(bytes.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
}
