// Signs the examples as the server would: with keys of the example's own, made from a seed.
import { generateKeyPairFromSeed, SEED_LENGTH, sign } from '@stablelib/ed25519';
import { hash } from '@stablelib/sha512';
import type { z } from 'zod';
import type { Manifest, PartHash } from '../../contract/catalogue.ts';
import { FeedEntry } from '../../contract/feed.ts';
import type { Signature, TrustList } from '../../contract/signing.ts';
import type { Instant } from '../../contract/time.ts';
import { toBase64url } from '../../domain/signing/base64url.ts';
import { hexOf, utf8 } from '../../domain/signing/content-hash.ts';
import { manifestStatement, putOf, statementOf, trustStatement } from '../../domain/signing/statement.ts';
import { keyIdOf } from '../../domain/signing/trust.ts';
import { EXAMPLE_HOME, EXAMPLE_NOW } from './examples.ts';

type Entry = z.input<typeof FeedEntry>;
/** Distributed over the members, so that a put stays a put. */
type Unsigned<E> = E extends unknown ? Omit<E, 'signature'> : never;
type Change = Partial<Pick<TrustList, 'version' | 'keys' | 'current' | 'revoked'>>;

export type ExampleSigner = ReturnType<typeof exampleSigner>;

/** @param seed 32 bytes; the same seed makes the same keys */
export function exampleSigner(seed: Uint8Array) {
  const root = pairOf(seed);
  const first = keyAfter(seed, 1);

  /** Its keys one after another: 1 signs in the list as it is. */
  function keyAfter(from: Uint8Array, number: number) {
    return pairOf(hash(Uint8Array.from([...from, number])).slice(0, SEED_LENGTH));
  }

  /** Keys may be pairs: what is secret of them stays here. */
  function trustList({ keys = [first], ...change }: Change = {}): TrustList {
    const signature = { key: root.id, value: '' };
    const list: TrustList = {
      version: 1,
      root: root.publicKey,
      current: first.id,
      revoked: [],
      issuedAt: EXAMPLE_NOW as Instant,
      ...change,
      keys: keys.map(({ id, publicKey }) => ({ id, publicKey })),
      signature,
    };
    return { ...list, signature: { ...signature, value: root.sign(trustStatement(list)) } };
  }

  return {
    root: root.publicKey,
    key: (number: number) => keyAfter(seed, number),
    trustList,
    /** A manifest of these parts, each as the text that is served. */
    manifest(
      parts: readonly { readonly name: string; readonly text: string }[],
      change: Partial<Omit<Manifest, 'signature'>> = {},
      by = first,
    ): Manifest {
      const manifest = {
        community: EXAMPLE_HOME.community.code as Manifest['community'],
        version: 1,
        issuedAt: EXAMPLE_NOW as Instant,
        phone: 'https://linli.example',
        parts: parts.map(({ name, text }) => ({ name, hash: hexOf(hash(utf8(text))) as PartHash })),
        ...change,
        signature: { key: by.id, value: '' },
      };
      return { ...manifest, signature: { key: by.id, value: by.sign(manifestStatement(manifest)) } };
    },
    sign<E extends Unsigned<Entry>>(entry: E, by = first): E & { readonly signature: Signature } {
      const whole = FeedEntry.parse({ ...entry, signature: null });
      const { action } = whole;
      const said = action === 'put' ? putOf(whole.item) : { action, id: whole.id, revision: whole.revision };
      return { ...entry, signature: { key: by.id, value: by.sign(statementOf(said, whole, by.id)) } };
    },
  };
}

function pairOf(seed: Uint8Array) {
  const { publicKey, secretKey } = generateKeyPairFromSeed(seed);
  return {
    id: keyIdOf(publicKey),
    publicKey: toBase64url(publicKey),
    sign: (bytes: Uint8Array) => toBase64url(sign(secretKey, bytes)),
  };
}
