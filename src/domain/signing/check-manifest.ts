// May this box believe a manifest: its signature first, then whether it is meant for this box and is no older one. Pure.
import type { Manifest } from '../../contract/catalogue.ts';
import type { Refusal } from '../../contract/signing.ts';
import { fromBase64url } from './base64url.ts';
import { isCount, isRecord, isText } from './shape.ts';
import { manifestStatement } from './statement.ts';
import { type KeyOf, SIGNATURE_BYTES, type Verify } from './trust.ts';

/** The box's own community, and the version it holds: 0 where it holds none. */
export interface ManifestKnown {
  readonly community: string;
  readonly version: number;
}

const HASH = /^[0-9a-f]{128}$/;

/**
 * `value` is parsed JSON as it came over the network or from the shelf. The version that is held already is good: it may
 * be signed by another key. Never throws.
 */
export function checkManifest(
  value: unknown,
  known: ManifestKnown,
  keyOf: KeyOf,
  verify: Verify,
): { readonly manifest: Manifest } | { readonly reason: Refusal } {
  if (!isRecord(value)) return { reason: 'malformed' };
  const { signature } = value;
  if (signature === undefined || signature === null) return { reason: 'unsigned' };
  if (!isManifest(value)) return { reason: 'malformed' };
  const key = keyOf(value.signature.key);
  if (key === 'revoked') return { reason: 'key-revoked' };
  if (key === undefined) return { reason: 'key-unknown' };
  const bytes = fromBase64url(value.signature.value, SIGNATURE_BYTES);
  if (!bytes) return { reason: 'forged' };
  try {
    if (!verify(manifestStatement(value), bytes, key)) return { reason: 'forged' };
  } catch {
    // Half a character, and what nests too deep, has no canonical form: nobody can have signed it.
    return { reason: 'malformed' };
  }
  if (value.community !== known.community) return { reason: 'elsewhere' };
  return value.version < known.version ? { reason: 'replayed' } : { manifest: value };
}

function isManifest(value: unknown): value is Manifest {
  if (!isRecord(value) || !isText(value.community) || !isCount(value.version) || !isText(value.issuedAt)) return false;
  const { phone, parts, signature } = value;
  if (!isRecord(signature) || !isText(signature.key) || !isText(signature.value)) return false;
  return (phone === null || isText(phone)) && Array.isArray(parts) && parts.every(isPart);
}

const isPart = (part: unknown): boolean =>
  isRecord(part) && isText(part.name) && isText(part.hash) && HASH.test(part.hash);
