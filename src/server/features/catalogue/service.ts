// The catalogue: parts known by their content, listed for each community in a manifest that boxes can believe.
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Transaction } from 'kysely';
import type { Manifest, PartHash, PartName } from '../../../contract/catalogue.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import { ancestorOf, chainOf, DISTRICT } from '../../../domain/regions/code.ts';
import { fromBase64url } from '../../../domain/signing/base64url.ts';
import { manifestStatement, partStatement } from '../../../domain/signing/statement.ts';
import { type KeyOf, keysIn, SIGNATURE_BYTES } from '../../../domain/signing/trust.ts';
import type { Bus } from '../../bus/port.ts';
import { verifyNatively } from '../../ed25519.ts';
import type { BoxCaller } from '../../http/route.ts';
import { ProblemError } from '../../problem.ts';
import { instantOf, type Runtime } from '../../runtime.ts';
import type { Database } from '../../store/schema.ts';
import type { Store } from '../../store/store.ts';
import type { Signer } from '../signing/signer.ts';
import { clearBodies, findBody, findHead, findParts, lockHead, type PartRow, putPart, updateHead } from './store.ts';

/** A box may still be fetching what an older manifest names. */
const LEFT_MS = 7 * 86_400_000;
/** Seconds from here on fit the store's integers until 2094. */
const VERSIONS_SINCE = Date.UTC(2026, 0, 1);
/** Once for all boxes, so it may take its time. */
const GZIP_LEVEL = 9;
const compress = promisify(gzip);

type Trx = Transaction<Database>;

/** `body` is JSON. A community's own part stands in for the district's of the same name. */
export interface Part {
  readonly region: RegionCode;
  readonly name: PartName;
  readonly body: unknown;
}

export interface CatalogueDeps {
  readonly store: Store;
  readonly runtime: Runtime;
  readonly bus: Bus;
  readonly signer: Signer;
  /** Where a phone finds the pages of this system. */
  readonly phone: string | null;
}

export function createCatalogueService(deps: CatalogueDeps) {
  const { store, runtime, bus, signer } = deps;
  const now = () => instantOf(runtime.clock());
  /** By the clock, or one more: a store put back from a copy is ahead of what boxes hold with its first change. */
  const versionAfter = (version: number): number =>
    Math.max(version + 1, Math.floor((runtime.clock() - VERSIONS_SINCE) / 1_000));
  /** By community: it is signed once for all its boxes. */
  const signed = new Map<RegionCode, { readonly etag: string; readonly manifest: Manifest }>();

  /** In the same order for everyone: the key first, then the catalogue. */
  async function hold(trx: Trx) {
    const sign = await signer.vouch(trx);
    return { sign, head: await lockHead(trx, DISTRICT, now()) };
  }

  const keysOf = async (trx: Trx): Promise<KeyOf> => keysIn(await signer.newest(trx));

  async function put(trx: Trx, ...parts: readonly Part[]): Promise<void> {
    const { sign, head } = await hold(trx);
    const keyOf = await keysOf(trx);
    const known = await findParts(
      trx,
      parts.map(({ region }) => region),
    );
    const changed = parts
      .map(({ region, name, body }) => ({ region, name, bytes: Buffer.from(JSON.stringify(body)) }))
      .map((part) => ({ ...part, hash: hashOf(part.bytes) }))
      .filter(({ region, name, hash }) => {
        const row = known.find((each) => each.region_code === region && each.name === name);
        return row?.hash !== hash || !isSound(row, keyOf);
      });
    if (changed.length === 0) return;
    const version = versionAfter(head.version);
    const at = now();
    for (const { region, name, hash, bytes } of changed) {
      const signature = sign((key) => partStatement({ region, name, version, hash }, key));
      const row = { region_code: region, name, version, hash, key_id: signature.key, signature: signature.value };
      await putPart(trx, row, await compress(bytes, { level: GZIP_LEVEL }));
    }
    await clearBodies(trx, at, instantOf(runtime.clock() - LEFT_MS));
    await updateHead(trx, DISTRICT, { version, at, phone: deps.phone });
    for (const region of new Set(changed.map((part) => part.region)))
      await bus.tell(trx, { to: { region }, what: 'refresh' });
  }

  /** What a community's boxes should hold, signed with the key of now. */
  async function sign(community: RegionCode): Promise<Manifest> {
    return store.transaction(async (trx) => {
      const vouch = await signer.vouch(trx);
      const head = await findHead(trx, DISTRICT);
      if (!head || head.version === 0) throw new ProblemError('not-found');
      const keyOf = await keysOf(trx);
      const rows = (await findParts(trx, chainOf(community))).filter((row) => isSound(row, keyOf));
      // From the district down, so that the nearest remains.
      const byName = new Map(
        rows.sort((one, other) => one.region_code.length - other.region_code.length).map((row) => [row.name, row.hash]),
      );
      const parts = [...byName].map(([name, hash]) => ({ name, hash }));
      const { version, at: issuedAt, phone } = head;
      const signature = vouch((key) =>
        manifestStatement({ community, version, issuedAt, phone, parts, signature: { key, value: '' } }),
      );
      return { community, version, issuedAt, phone, parts, signature };
    });
  }

  return {
    /**
     * Stores what changed of the parts, all under one new version, and tells the boxes of their regions with the
     * commit. Whoever builds a body from other rows calls `hold` before it reads them.
     */
    put,

    /** Nobody else changes the catalogue until the transaction ends: what is read from now on is what others wrote. */
    async hold(trx: Trx): Promise<void> {
      await hold(trx);
    },

    /** The regions that have a part of this name of their own. For the services that put it. */
    async regions(trx: Trx, name: PartName): Promise<RegionCode[]> {
      return (await findParts(trx)).filter((row) => row.name === name).map((row) => row.region_code);
    },

    /** Is every part signed by a key that is trusted? Where one is not, all are to be put again from where they come from. */
    async isSound(trx: Trx): Promise<boolean> {
      const keyOf = await keysOf(trx);
      return (await findParts(trx)).every((row) => isSound(row, keyOf));
    },

    /** The server's address may be another than at its last start: boxes must hear of it. */
    async open(): Promise<void> {
      await store.transaction(async (trx) => {
        const { head } = await hold(trx);
        if (head.version === 0 || head.phone === deps.phone) return;
        await updateHead(trx, DISTRICT, { version: versionAfter(head.version), at: now(), phone: deps.phone });
        await bus.tell(trx, { to: { region: DISTRICT }, what: 'refresh' });
      });
    },

    /** Of the district's catalogue; 0: there is none. For other services. */
    async version(): Promise<number> {
      return (await findHead(store.db, DISTRICT))?.version ?? 0;
    },

    /** Null in place of the manifest: the box's copy is still good. */
    async manifest(caller: BoxCaller, given: string | undefined) {
      const community = ancestorOf(caller.household, 'community') ?? caller.household;
      const [head, { current }] = await Promise.all([findHead(store.db, DISTRICT), signer.list()]);
      const etag = `"${community}-${head?.version ?? 0}-${current}"`;
      if (given === etag) return { etag, manifest: null };
      const held = signed.get(community);
      if (held?.etag === etag) return held;
      const manifest = await sign(community);
      const fresh = { etag: `"${community}-${manifest.version}-${manifest.signature.key}"`, manifest };
      signed.set(community, fresh);
      return fresh;
    },

    /** A part's bytes, compressed with gzip; open to whoever knows their hash. */
    async part(hash: PartHash): Promise<Uint8Array | undefined> {
      return (await findBody(store.db, hash))?.gzip;
    },
  };
}

export type CatalogueService = ReturnType<typeof createCatalogueService>;

const hashOf = (bytes: Buffer) => createHash('sha512').update(bytes).digest('hex') as PartHash;

function isSound(row: PartRow, keyOf: KeyOf): boolean {
  const key = keyOf(row.key_id);
  const signature = fromBase64url(row.signature, SIGNATURE_BYTES);
  if (!signature || key === undefined || key === 'revoked') return false;
  const { region_code: region, name, version, hash } = row;
  return verifyNatively(partStatement({ region, name, version, hash }, row.key_id), signature, key);
}
