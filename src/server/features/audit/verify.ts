// Verifies the audit log: follows the chain in pieces from the first row to the last and holds it against the seals.
import type { AuditFault, Verification } from '../../../contract/audit.ts';
import type { Instant } from '../../../contract/time.ts';
import { BEGINNING, type ChainedRow, faultAfter, follow, type Position } from '../../../domain/audit/chain.ts';
import { instantOf } from '../../runtime.ts';
import type { Store } from '../../store/store.ts';
import { digest, isSealed } from './digest.ts';
import { type Ends, findEnds, findLinks, findSeal, findSeals, findUnlinked, type Seal } from './store.ts';

/** Others get their turn at the store in between. */
const PIECE = 2_000;

export interface VerifyDeps {
  readonly store: Store;
  readonly key: Buffer;
  /** The last seal as it is kept outside the store, read before; undefined: none is. */
  readonly kept: Seal | undefined;
  tell(done: number, total: number): void;
  readonly signal: AbortSignal;
}

export type Finding = Omit<Verification, 'at' | 'by'>;

/** Recomputes every hash outside the database. What is committed meanwhile is left for the next time. @throws when aborted */
export async function verifyAudit({ store, key, kept, tell, signal }: VerifyDeps): Promise<Finding> {
  const { db } = store;
  const ends = await findEnds(db);
  const to = Math.max(ends.link, ends.head?.link ?? 0);
  let at = BEGINNING;
  let sealed: Pick<Seal, 'number' | 'link'> & { at: Instant | null } = { number: 0, link: 0, at: null };
  let from: Instant | null = null;
  let until: Instant | null = null;
  let fault: AuditFault | null = null;

  while (at.link < to && !fault) {
    signal.throwIfAborted();
    tell(at.link, to);
    const before = at;
    const links = await findLinks(db, { after: at.link, to, limit: PIECE });
    at = follow(before, links, digest);
    const held = links.slice(0, at.link - before.link);
    from ??= timeOf(held[0]?.row);
    until = timeOf(held.at(-1)?.row) ?? until;
    const hashes = new Map(held.map(({ link, hash }) => [link, hash]));
    for (const seal of await findSeals(db, { after: before.link, to: at.link, last: ends.seal })) {
      if (seal.number !== sealed.number + 1 || !isSealed(key, seal)) fault ??= sealFault(seal.link);
      else if (hashes.get(seal.link) !== seal.hash) fault ??= { kind: 'rewritten', link: sealed.link + 1, row: null };
      if (fault) break;
      sealed = seal;
    }
    if (!fault && (at.link === before.link || held.length < links.length))
      fault = faultAfter(at, await findLinks(db, { after: at.link, to, limit: PIECE }), digest);
  }
  fault ??= endFault(ends, at) ?? (await lastSealFault(store, ends, { kept, sealed, at, key }));
  fault ??= await findAdded(store, ends);
  tell(at.link, to);
  const seals = { count: sealed.number, link: sealed.link, at: sealed.at };
  return { rows: at.link, from, to: until, head: { link: at.link, hash: at.hash }, seals, fault };
}

const timeOf = (row: ChainedRow | null | undefined): Instant | null =>
  row ? instantOf(Math.floor(Number(row.at) / 1_000)) : null;

const sealFault = (link: number): AuditFault => ({ kind: 'seal', link, row: null });

/** The recorded end must be where the chain ends. */
function endFault({ head, link }: Ends, at: Position): AuditFault | null {
  if (!head || head.link > at.link) return { kind: 'cut', link: at.link + 1, row: null };
  if (head.link < link) return { kind: 'added', link: head.link + 1, row: null };
  return head.hash === at.hash ? null : { kind: 'changed', link: head.link, row: null };
}

/** Every seal was met on the way, and the one kept outside the store is among them. */
async function lastSealFault(
  { db }: Store,
  ends: Ends,
  given: { kept: Seal | undefined; sealed: Pick<Seal, 'number' | 'link'>; at: Position; key: Buffer },
): Promise<AuditFault | null> {
  const { kept, sealed, at, key } = given;
  const last = sealed.number < ends.seal ? await findSeal(db, ends.seal) : kept;
  if (last && isSealed(key, last) && last.link > at.link) return { kind: 'cut', link: at.link + 1, row: null };
  if (sealed.number < ends.seal) return sealFault(sealed.link + 1);
  if (!kept || (isSealed(key, kept) && (await findSeal(db, kept.number))?.mac === kept.mac)) return null;
  return sealFault(kept.link);
}

/** A row that came into the store past the chain. */
async function findAdded({ db }: Store, { row: to }: Ends): Promise<AuditFault | null> {
  for (let after: number | null = Number.MIN_SAFE_INTEGER; after !== null; ) {
    const piece: Awaited<ReturnType<typeof findUnlinked>> = await findUnlinked(db, { after, to, limit: PIECE });
    if (piece.unlinked !== null) return { kind: 'added', link: null, row: piece.unlinked };
    after = piece.last;
  }
  return null;
}
