// What was approved and what is signed, as one short text: the hash of the canonical form.
import { hash } from '@stablelib/sha512';
import canonicalize from 'canonicalize';

/** RFC 8785 in UTF-8: the same bytes for the same value, in whatever order its fields came. Throws for what JSON cannot hold. */
export function canonicalBytes(value: unknown): Uint8Array {
  return utf8(canonicalize(value) ?? 'null');
}

/** SHA-512 of the canonical form in lower-case hex, 128 characters. */
export function contentHash(value: unknown): string {
  return hexOf(hash(canonicalBytes(value)));
}

/** Lower-case hex. */
export const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => `0${byte.toString(16)}`.slice(-2)).join('');

/** By hand, and in a plain loop: boxes of 2016 have no TextEncoder, and their `Uint8Array.from` takes ten times as long. */
export function utf8(text: string): Uint8Array {
  const encoded = unescape(encodeURIComponent(text));
  const bytes = new Uint8Array(encoded.length);
  for (let at = 0; at < encoded.length; at += 1) bytes[at] = encoded.charCodeAt(at);
  return bytes;
}
