// The keys that sign what reaches a screen: made at the first start, rotated and revoked by the operator.
import type { Transaction } from 'kysely';
import type { KeyId, KeyRing, TrustList } from '../../../contract/signing.ts';
import type { Instant } from '../../../contract/time.ts';
import type { Actor } from '../../../domain/access/can.ts';
import { DISTRICT } from '../../../domain/regions/code.ts';
import { allow, scopesOrRefuse } from '../../access.ts';
import type { Bus } from '../../bus/port.ts';
import { ProblemError } from '../../problem.ts';
import { instantOf, type Runtime } from '../../runtime.ts';
import type { Database } from '../../store/schema.ts';
import type { Store } from '../../store/store.ts';
import { recordAudit } from '../audit/service.ts';
import type { FeedService, Unsound } from '../feed/service.ts';
import { makeKey, signList, withKey, withoutKey } from './ring.ts';
import type { Signer } from './signer.ts';
import { dateKey, findKeys, findRoot, insertKey, insertList, lockKeys } from './store.ts';

/**
 * Puts those of its own items that still stand to the feed again, in the given regions: from where they were written
 * and approved, never from the feed. Passes over what is not its own or does not stand.
 */
export type Restate = (trx: Transaction<Database>, unsound: readonly Unsound[]) => Promise<void>;

export interface SigningDeps {
  readonly store: Store;
  readonly runtime: Runtime;
  readonly bus: Bus;
  readonly signer: Signer;
  readonly sealKey: Buffer;
  readonly feed: Pick<FeedService, 'unsound'>;
  readonly restate: readonly Restate[];
  /** Puts the catalogue again, from where its parts come from, where any is without a signature of a trusted key. */
  readonly restateCatalogue: (trx: Transaction<Database>) => Promise<void>;
}

export function createSigningService(deps: SigningDeps) {
  const { store, runtime, bus, signer, sealKey } = deps;
  const now = () => instantOf(runtime.clock());

  async function addKey(trx: Transaction<Database>, list: TrustList, at: Instant) {
    const { pair, row } = makeKey('feed', sealKey, runtime.random, at);
    await insertKey(trx, row);
    await dateKey(trx, list.current, { retired_at: at });
    return withKey(list, pair, at);
  }

  /** Everything that stands in the feed or in the catalogue without a signature that boxes believe. */
  async function restateUnsound(trx: Transaction<Database>, at: Instant): Promise<void> {
    await deps.restateCatalogue(trx);
    const unsound = await deps.feed.unsound(trx, at);
    if (unsound.length === 0) return;
    for (const restate of deps.restate) await restate(trx, unsound);
  }

  async function change(
    actor: Actor,
    action: 'rotate' | 'revoke',
    reason: string,
    next: (trx: Transaction<Database>, list: TrustList, at: Instant) => Promise<Omit<TrustList, 'signature'>>,
    subjectOf: (list: TrustList) => KeyId,
  ): Promise<KeyRing> {
    const at = now();
    await store.transaction(async (trx) => {
      await lockKeys(trx);
      const list = signList(await signer.root(trx), await next(trx, await signer.newest(trx), at));
      await insertList(trx, list);
      const detail = { reason, version: list.version };
      await recordAudit(trx, {
        at,
        actor,
        action: `signing.${action}`,
        subject: subjectOf(list),
        region: DISTRICT,
        detail,
      });
      // Boxes must know the key before what it signed comes.
      await bus.tell(trx, { to: { region: DISTRICT }, what: 'trust' });
      if (action === 'revoke') await restateUnsound(trx, at);
    });
    signer.forget();
    return readRing();
  }

  async function readRing(): Promise<KeyRing> {
    const list = await signer.newest(store.db);
    const rows = await findKeys(store.db);
    const root = rows.find(({ purpose }) => purpose === 'root');
    if (!root) throw new Error('there is no root key yet');
    const revoked = new Set<KeyId>(list.revoked);
    const listed = new Set<KeyId>(list.keys.map(({ id }) => id));
    const keys = rows.flatMap(({ id, public_key, created_at, retired_at, revoked_at }) => {
      if (!listed.has(id) && !revoked.has(id)) return [];
      const state = revoked.has(id) ? 'revoked' : id === list.current ? 'current' : 'retired';
      const dates = { createdAt: created_at, retiredAt: retired_at, revokedAt: revoked_at };
      return [{ id, state, publicKey: public_key, ...dates } as const];
    });
    const { version, issuedAt } = list;
    return { root: { id: root.id, publicKey: root.public_key }, version, issuedAt, keys };
  }

  return {
    /**
     * Makes the root, the first key and the first list where there are none, and signs anew what stands unsigned: in a
     * store from before, or one that somebody has written to. Before anything else is published.
     * @throws Error where the keys were sealed under another master key
     */
    async open(): Promise<void> {
      await store.transaction(async (trx) => {
        await lockKeys(trx);
        const at = now();
        if (!(await findRoot(trx))) {
          const [root, first] = (['root', 'feed'] as const).map((use) => makeKey(use, sealKey, runtime.random, at));
          if (!root || !first) throw new Error('no key was made');
          await insertKey(trx, root.row);
          await insertKey(trx, first.row);
          const { id, publicKey } = first.pair;
          const list = { version: 1, current: id, keys: [{ id, publicKey }], revoked: [], issuedAt: at };
          await insertList(trx, signList(root.pair, list));
        }
        await restateUnsound(trx, at);
      });
    },

    /** For boxes. */
    trust: signer.list,

    async ring(actor: Actor): Promise<KeyRing> {
      scopesOrRefuse(actor, 'key.read');
      return readRing();
    },

    async rotate(actor: Actor, reason: string): Promise<KeyRing> {
      allow(actor, 'key.manage', [DISTRICT]);
      return change(actor, 'rotate', reason, addKey, ({ current }) => current);
    },

    async revoke(actor: Actor, id: KeyId, reason: string): Promise<KeyRing> {
      allow(actor, 'key.manage', [DISTRICT]);
      const next = async (trx: Transaction<Database>, list: TrustList, at: Instant) => {
        if (list.revoked.includes(id)) throw new ProblemError('key-state');
        if (!list.keys.some((key) => key.id === id)) throw new ProblemError('not-found');
        const followed = list.current === id ? { ...(await addKey(trx, list, at)), version: list.version } : list;
        await dateKey(trx, id, { revoked_at: at });
        return withoutKey(followed, id, at);
      };
      return change(actor, 'revoke', reason, next, () => id);
    },
  };
}

export type SigningService = ReturnType<typeof createSigningService>;
