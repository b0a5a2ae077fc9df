// Secret keys at rest, each sealed for its purpose and under its id.
import type { KeyId } from '../../../contract/signing.ts';
import type { Random } from '../../runtime.ts';
import { seal as sealBytes, unseal as unsealBytes } from '../../sealed.ts';

export type KeyPurpose = 'root' | 'feed';

const boundTo = (purpose: KeyPurpose, id: KeyId) => `linli ${purpose} ${id}`;

export const seal = (key: Buffer, secret: Buffer, purpose: KeyPurpose, id: KeyId, random: Random): string =>
  sealBytes(key, secret, boundTo(purpose, id), random);

/** @throws Error for what was altered, stands under another id, or was sealed under another master key */
export const unseal = (key: Buffer, sealed: string, purpose: KeyPurpose, id: KeyId): Buffer =>
  unsealBytes(key, sealed, boundTo(purpose, id));
