// The chain over the audit log: what each link is a hash of, how it is followed, and what is wrong where it breaks.
import type { AuditFault } from '../../contract/audit.ts';

/** A row as the store has it, each field as text. `at` in microseconds since 1970, `detail` in the store's own spelling. */
export interface ChainedRow {
  readonly id: string;
  readonly at: string;
  readonly staff: string | null;
  readonly who: string;
  readonly action: string;
  readonly subject: string;
  readonly region: string | null;
  readonly detail: string;
}

export interface Link {
  readonly link: number;
  /** Lower-case hex, as it is recorded. */
  readonly hash: string;
  /** Null: the row is gone. */
  readonly row: ChainedRow | null;
}

/** The last link that held, and its hash. */
export interface Position {
  readonly link: number;
  readonly hash: string;
}

/** SHA-256 in hex over fields, each with its length before it (`audit_hash` of migration 008). */
export type Digest = (fields: readonly (string | null)[]) => string;

export const BEGINNING: Position = { link: 0, hash: '0'.repeat(64) };

/** @param hash of the link before */
export function linkHash(hash: string, link: number, row: ChainedRow, digest: Digest): string {
  const { id, at, staff, who, action, subject, region, detail } = row;
  return digest([hash, String(link), id, at, staff, who, action, subject, region, detail]);
}

/** Follows the chain as far as it holds: to the end of `links` where nothing is wrong, else up to the first that does not fit. */
export function follow(from: Position, links: readonly Link[], digest: Digest): Position {
  let at = from;
  for (const { link, hash, row } of links) {
    if (link !== at.link + 1 || !row || linkHash(at.hash, link, row, digest) !== hash) return at;
    at = { link, hash };
  }
  return at;
}

/**
 * What is wrong with the link after `at`.
 * @param links the links recorded after `at`, the broken one first; of those that come later some hundred are enough
 */
export function faultAfter(at: Position, links: readonly Link[], digest: Digest): AuditFault {
  const link = at.link + 1;
  const [broken] = links;
  if (!broken) return { kind: 'cut', link, row: null };
  const row = broken.row && Number(broken.row.id);
  if (broken.link !== link || !broken.row) return { kind: 'removed', link, row };
  return { kind: standsLater(at, links, digest) ? 'reordered' : 'changed', link, row };
}

/** Does the row that belongs after `at` stand further on, by itself or under the id of the one that is here? */
function standsLater(at: Position, links: readonly Link[], digest: Digest): boolean {
  const [broken, ...later] = links;
  const id = broken?.row?.id;
  return later.some(({ hash, row }) => {
    if (!row || !broken || id === undefined) return false;
    const own = linkHash(at.hash, at.link + 1, row, digest);
    return (
      own === broken.hash || own === hash || linkHash(at.hash, at.link + 1, { ...row, id }, digest) === broken.hash
    );
  });
}
