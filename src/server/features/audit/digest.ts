// How links are hashed and seals are signed.
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Digest } from '../../../domain/audit/chain.ts';
import type { Seal } from './store.ts';

/** The same as `audit_hash` of migration 008: each field with its length in bytes before it, `-` for null. */
export const digest: Digest = (fields) => {
  const parts = fields.map((field) => (field === null ? '-' : `${Buffer.byteLength(field)}:${field}`));
  return createHash('sha256').update(parts.join('')).digest('hex');
};

/** HMAC-SHA-256 in hex: whoever can write the store does not have the key. */
export const macOf = (key: Buffer, { number, link, hash, at }: Omit<Seal, 'mac'>): string =>
  createHmac('sha256', key).update(`${number}:${link}:${hash}:${at}`).digest('hex');

export function isSealed(key: Buffer, seal: Seal): boolean {
  const [given, expected] = [Buffer.from(seal.mac), Buffer.from(macOf(key, seal))];
  return given.length === expected.length && timingSafeEqual(given, expected);
}
