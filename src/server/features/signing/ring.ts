// Makes keys and lists: the first of each, the next key, the next list. Pure but for the chance it is handed.
import type { KeyId, TrustList } from '../../../contract/signing.ts';
import type { Instant } from '../../../contract/time.ts';
import { toBase64url } from '../../../domain/signing/base64url.ts';
import { trustStatement } from '../../../domain/signing/statement.ts';
import { type KeyPair, keyPairOf } from '../../ed25519.ts';
import type { Random } from '../../runtime.ts';
import { type KeyPurpose, seal } from './secrets.ts';

const SEED_BYTES = 32;

export interface MadeKey {
  readonly pair: KeyPair;
  readonly row: { id: KeyId; purpose: KeyPurpose; public_key: string; secret: string; created_at: Instant };
}

export function makeKey(purpose: KeyPurpose, sealKey: Buffer, random: Random, at: Instant): MadeKey {
  const seed = random(SEED_BYTES);
  const pair = keyPairOf(seed);
  const secret = seal(sealKey, seed, purpose, pair.id, random);
  return { pair, row: { id: pair.id, purpose, public_key: pair.publicKey, secret, created_at: at } };
}

export function signList(
  root: KeyPair,
  list: Pick<TrustList, 'version' | 'current' | 'keys' | 'revoked' | 'issuedAt'>,
): TrustList {
  const signature = { key: root.id, value: '' };
  const whole: TrustList = { ...list, root: root.publicKey, signature };
  return { ...whole, signature: { ...signature, value: toBase64url(root.sign(trustStatement(whole))) } };
}

/** The key signs from now on; those before stay trusted. */
export const withKey = (list: TrustList, { id, publicKey }: Pick<KeyPair, 'id' | 'publicKey'>, at: Instant) => ({
  ...list,
  version: list.version + 1,
  current: id,
  keys: [...list.keys, { id, publicKey }],
  issuedAt: at,
});

/** The key is trusted no longer; it must not be the one that signs. */
export const withoutKey = (list: TrustList, id: KeyId, at: Instant) => ({
  ...list,
  version: list.version + 1,
  keys: list.keys.filter((key) => key.id !== id),
  revoked: [...list.revoked, id],
  issuedAt: at,
});
