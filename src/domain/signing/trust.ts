// Which keys are trusted: a list signed by the root key, believed only from the root one knows and never an older one.
import { verify } from '@stablelib/ed25519';
import { hash } from '@stablelib/sha512';
import type { KeyId, TrustList } from '../../contract/signing.ts';
import { fromBase64url } from './base64url.ts';
import { hexOf } from './content-hash.ts';
import { isCount, isRecord, isText } from './shape.ts';
import { trustStatement } from './statement.ts';

/** Ed25519 (RFC 8032): plain code on a box, node:crypto where there is one. */
export type Verify = (statement: Uint8Array, signature: Uint8Array, publicKey: Uint8Array) => boolean;

export const SIGNATURE_BYTES = 64;
export const KEY_BYTES = 32;

export const keyIdOf = (publicKey: Uint8Array): KeyId => hexOf(hash(publicKey)).slice(0, 16) as KeyId;

export const verifyInScript: Verify = (statement, signature, publicKey) => verify(publicKey, statement, signature);

/** What is known before a list comes. `root`: null where none is known yet, and the list's own is believed. */
export interface TrustKnown {
  readonly root: string | null;
  readonly version: number;
}

export type TrustFault = 'malformed' | 'another-root' | 'forged' | 'older';

export function checkTrust(
  value: unknown,
  known: TrustKnown,
  verify: Verify,
): { readonly list: TrustList } | { readonly fault: TrustFault } {
  if (!isTrustList(value)) return { fault: 'malformed' };
  if (known.root !== null && value.root !== known.root) return { fault: 'another-root' };
  const root = fromBase64url(value.root, KEY_BYTES);
  const signature = fromBase64url(value.signature.value, SIGNATURE_BYTES);
  if (!root || !signature || value.signature.key !== keyIdOf(root)) return { fault: 'malformed' };
  if (!verified(value, signature, root, verify)) return { fault: 'forged' };
  return value.version < known.version ? { fault: 'older' } : { list: value };
}

/** Half a character, and what nests too deep, has no canonical form. */
function verified(list: TrustList, signature: Uint8Array, root: Uint8Array, verify: Verify): boolean {
  try {
    return verify(trustStatement(list), signature, root);
  } catch {
    return false;
  }
}

/** The public key of that id; `revoked`: no longer; undefined: not in the list. */
export type KeyOf = (id: string) => Uint8Array | 'revoked' | undefined;

export function keysIn(list: Pick<TrustList, 'keys' | 'revoked'>): KeyOf {
  const keys: Record<string, Uint8Array> = Object.create(null);
  for (const { id, publicKey } of list.keys) {
    const bytes = fromBase64url(publicKey, KEY_BYTES);
    if (bytes) keys[id] = bytes;
  }
  return (id) => (list.revoked.some((gone) => gone === id) ? 'revoked' : keys[id]);
}

function isTrustList(value: unknown): value is TrustList {
  if (!isRecord(value) || !isCount(value.version) || !isText(value.root) || !isText(value.issuedAt)) return false;
  const { keys, revoked, signature } = value;
  if (!isRecord(signature) || !isText(signature.key) || !isText(signature.value)) return false;
  return (
    isText(value.current) &&
    Array.isArray(revoked) &&
    revoked.every(isText) &&
    Array.isArray(keys) &&
    keys.every(isKey) &&
    keys.some(({ id }) => id === value.current)
  );
}

function isKey(value: unknown): value is TrustList['keys'][number] {
  if (!isRecord(value) || !isText(value.id) || !isText(value.publicKey)) return false;
  const bytes = fromBase64url(value.publicKey, KEY_BYTES);
  return bytes !== null && value.id === keyIdOf(bytes);
}
