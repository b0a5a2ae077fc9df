// What was approved and what is signed, as one short text: the hash of the canonical form.
import canonicalize from 'canonicalize';
import nacl from 'tweetnacl';

/** RFC 8785 in UTF-8: the same bytes for the same value, in whatever order its fields came. Throws for what JSON cannot hold. */
export function canonicalBytes(value: unknown): Uint8Array {
  return utf8(canonicalize(value) ?? 'null');
}

/** SHA-512 of the canonical form in lower-case hex, 128 characters. */
export function contentHash(value: unknown): string {
  return Array.from(nacl.hash(canonicalBytes(value)), (byte) => `0${byte.toString(16)}`.slice(-2)).join('');
}

/** By hand: boxes of 2016 have no TextEncoder. */
export function utf8(text: string): Uint8Array {
  const encoded = unescape(encodeURIComponent(text));
  return Uint8Array.from(encoded, (character) => character.charCodeAt(0));
}
