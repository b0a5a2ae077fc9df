// What a signature vouches for: the bytes that signer and box make of what is signed, each by itself.
import type { Manifest, PartHash, PartName } from '../../contract/catalogue.ts';
import type { ItemId } from '../../contract/ids.ts';
import type { RegionCode } from '../../contract/regions.ts';
import type { KeyId, TrustList } from '../../contract/signing.ts';
import { canonicalBytes, contentHash } from './content-hash.ts';

/** Where an entry stands: signed with it, so that moved to another region or put again at another number it fails. */
interface Place {
  readonly region: RegionCode;
  readonly seq: number;
}

/** What is said of an item, in whichever region. */
export type Said =
  | {
      readonly action: 'put';
      readonly id: ItemId;
      readonly revision: number;
      readonly validFrom: string;
      readonly validTo: string | null;
      readonly hash: string;
    }
  | { readonly action: 'drop'; readonly id: ItemId; readonly revision: number };

/** Of the item as it travels, with every field that is in it, known to the reader or not. */
export function putOf(item: {
  readonly id: ItemId;
  readonly revision: number;
  readonly validFrom: string;
  readonly validTo: string | null;
}): Said {
  const { id, revision, validFrom, validTo } = item;
  return { action: 'put', id, revision, validFrom, validTo, hash: contentHash(item) };
}

/** The same `said` serves all regions: the item is hashed once. */
export function statementOf(said: Said, { region, seq }: Place, key: KeyId): Uint8Array {
  const { action, id, revision } = said;
  const [validFrom, validTo, hash] =
    said.action === 'put' ? [said.validFrom, said.validTo, said.hash] : [null, null, null];
  return canonicalBytes({ v: 1, action, key, region, seq, id, revision, validFrom, validTo, hash });
}

/** Of the list with every field that is in it but the signature. */
export function trustStatement({ signature, ...list }: TrustList): Uint8Array {
  return canonicalBytes({ v: 1, action: 'trust', key: signature.key, list });
}

/** Of the manifest with every field that is in it but the signature. */
export function manifestStatement({ signature, ...manifest }: Manifest): Uint8Array {
  return canonicalBytes({ v: 1, action: 'catalogue', key: signature.key, manifest });
}

/** What the server says to itself of a part when it takes it in: no other goes into a manifest. */
export function partStatement(
  part: { readonly region: RegionCode; readonly name: PartName; readonly version: number; readonly hash: PartHash },
  key: KeyId,
): Uint8Array {
  const { region, name, version, hash } = part;
  return canonicalBytes({ v: 1, action: 'part', key, region, name, version, hash });
}
