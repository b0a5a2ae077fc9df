// Signs what goes into the feed, with the key that the newest trust list names; no list is believed that the root did not sign.
import type { Kysely, Transaction } from 'kysely';
import type { RegionCode } from '../../../contract/regions.ts';
import { type KeyId, type Signature, TrustList } from '../../../contract/signing.ts';
import { toBase64url } from '../../../domain/signing/base64url.ts';
import { type Said, statementOf } from '../../../domain/signing/statement.ts';
import { checkTrust } from '../../../domain/signing/trust.ts';
import { type KeyPair, keyPairOf, verifyNatively } from '../../ed25519.ts';
import type { Database } from '../../store/schema.ts';
import type { Store } from '../../store/store.ts';
import { type KeyPurpose, unseal } from './secrets.ts';
import { findList, findRoot, findSecret, findVersion, holdKeys } from './store.ts';

type Db = Kysely<Database> | Transaction<Database>;

/** Of one entry: the same words in each region, at a number of its own. */
type Sign = (said: Said, place: { readonly region: RegionCode; readonly seq: number }) => Signature;

/** Of any statement, which names the key itself. */
type Vouch = (statement: (key: KeyId) => Uint8Array) => Signature;

export interface Signer {
  /** The key stays the one that signs until the transaction ends. */
  begin(trx: Transaction<Database>): Promise<Sign>;
  /** The same, for what is no entry of the feed. */
  vouch(trx: Transaction<Database>): Promise<Vouch>;
  /** The list in force, as last heard of. */
  list(): Promise<TrustList>;
  /** The list in force, as the store has it now. @throws Error where there is none, or the root did not sign it */
  newest(db: Db): Promise<TrustList>;
  /** @throws Error where there is none, or it was sealed under another master key */
  root(db: Db): Promise<KeyPair>;
  /** There may be a newer list. */
  forget(): void;
}

/** @param sealKey 32 bytes, `keys.forPurpose('signing')` */
export function createSigner({ store, sealKey }: { store: Store; sealKey: Buffer }): Signer {
  let known: TrustList | null = null;
  const pairs = new Map<KeyId, KeyPair>();

  function open(id: KeyId, secret: string, purpose: KeyPurpose): KeyPair {
    const pair = keyPairOf(unseal(sealKey, secret, purpose, id));
    if (pair.id !== id) throw new Error(`the signing key ${id} is another's`);
    return pair;
  }

  async function pairOf(db: Db, id: KeyId): Promise<KeyPair> {
    const held = pairs.get(id);
    if (held) return held;
    const row = await findSecret(db, id);
    if (!row) throw new Error(`there is no signing key ${id}`);
    const pair = open(id, row.secret, 'feed');
    pairs.set(id, pair);
    return pair;
  }

  async function root(db: Db): Promise<KeyPair> {
    const row = await findRoot(db);
    if (!row) throw new Error('there is no root key yet');
    return open(row.id, row.secret, 'root');
  }

  async function newest(db: Db): Promise<TrustList> {
    const version = (await findVersion(db))?.version ?? 0;
    if (known?.version === version) return known;
    const row = await findList(db, version);
    const checked = checkTrust(row?.list, { root: (await root(db)).publicKey, version }, verifyNatively);
    if ('fault' in checked) throw new Error(`the list of keys in the store is ${checked.fault}`);
    known = TrustList.parse(checked.list);
    return known;
  }

  async function vouch(trx: Transaction<Database>): Promise<Vouch> {
    await holdKeys(trx);
    const pair = await pairOf(trx, (await newest(trx)).current);
    return (statement) => ({ key: pair.id, value: toBase64url(pair.sign(statement(pair.id))) });
  }

  return {
    root,
    newest,
    async begin(trx) {
      const sign = await vouch(trx);
      return (said, place) => sign((key) => statementOf(said, place, key));
    },
    vouch,
    list: async () => known ?? newest(store.db),
    forget() {
      known = null;
    },
  };
}
