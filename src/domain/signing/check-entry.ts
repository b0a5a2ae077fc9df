// May this box believe what came: its signature first, then whether it is meant for this box and for now. Pure.

import type { ItemId } from '../../contract/ids.ts';
import type { RegionCode } from '../../contract/regions.ts';
import type { KeyId, Refusal } from '../../contract/signing.ts';
import { fromBase64url } from './base64url.ts';
import { isCount, isRecord, isText } from './shape.ts';
import { putOf, type Said, statementOf } from './statement.ts';
import { type KeyOf, SIGNATURE_BYTES, type Verify } from './trust.ts';

interface About {
  readonly region: RegionCode;
  readonly seq: number;
  readonly id: ItemId;
  readonly revision: number;
}

/** An entry whose signature is good; the item is as it came, of a kind that may be unknown here. */
export type Vouched = About & { readonly key: KeyId } & (
    | { readonly action: 'put'; readonly item: VouchedItem }
    | { readonly action: 'drop' }
  );

interface VouchedItem extends Readonly<Record<string, unknown>> {
  readonly id: ItemId;
  readonly revision: number;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** With as much of what it claims to be as could be read. */
export interface Refused {
  readonly reason: Refusal;
  readonly id: string | null;
  readonly revision: number | null;
}

/** `value` is parsed JSON as it came over the network. Never throws. */
export function checkEntry(value: unknown, keyOf: KeyOf, verify: Verify): Vouched | Refused {
  const entry = isRecord(value) ? value : {};
  const { action, region, seq, signature } = entry;
  const about = isRecord(entry.item) ? entry.item : entry;
  const id = isText(about.id) ? about.id : null;
  const revision = isCount(about.revision) ? about.revision : null;
  const refuse = (reason: Refusal): Refused => ({ reason, id, revision });

  if (id === null || revision === null || !isText(region) || !isCount(seq)) return refuse('malformed');
  if (action === 'put' ? !isItem(entry.item) : action !== 'drop' || 'item' in entry) return refuse('malformed');
  if (signature === undefined || signature === null) return refuse('unsigned');
  if (!isRecord(signature) || !isText(signature.key) || !isText(signature.value)) return refuse('malformed');
  const key = keyOf(signature.key);
  if (key === 'revoked') return refuse('key-revoked');
  if (key === undefined) return refuse('key-unknown');
  const bytes = fromBase64url(signature.value, SIGNATURE_BYTES);
  if (!bytes) return refuse('forged');

  const place = { region: region as RegionCode, seq };
  const vouched = { ...place, id: id as ItemId, revision, key: signature.key as KeyId };
  try {
    const said: Said = isItem(entry.item) ? putOf(entry.item) : { action: 'drop', id: vouched.id, revision };
    if (!verify(statementOf(said, place, vouched.key), bytes, key)) return refuse('forged');
  } catch {
    // Half a character, and what nests too deep, has no canonical form: nobody can have signed it.
    return refuse('malformed');
  }
  return isItem(entry.item) ? { ...vouched, action: 'put', item: entry.item } : { ...vouched, action: 'drop' };
}

const isItem = (value: unknown): value is VouchedItem =>
  isRecord(value) &&
  isText(value.id) &&
  isCount(value.revision) &&
  isText(value.validFrom) &&
  (value.validTo === null || isText(value.validTo));

/** How an item last stood in a region: the revision, and the number of the entry that said so. */
export interface Last {
  readonly revision: number;
  readonly seq: number;
}

export interface Situation {
  readonly chain: readonly string[];
  /** What is held of this item in this region. */
  readonly held: Last | undefined;
  /** What was taken off of it there. */
  readonly gone: Last | undefined;
  /** ms by the server's clock; null: not sure of it, and time is no reason. */
  readonly now: number | null;
}

/** A server's clocks may differ a little, and an item may be on its way when it ends. */
const SKEW_MS = 15 * 60_000;
const LATE_MS = 60_000;

/** Why a vouched entry has no place here; null: it has. Dropping what is not held is no fault. */
export function checkPlace(entry: Vouched, { chain, held, gone, now }: Situation): Refusal | null {
  if (chain.indexOf(entry.region) < 0) return 'elsewhere';
  if (held && entry.revision < held.revision) return 'replayed';
  if (entry.action === 'drop') return null;
  if (gone && (entry.revision < gone.revision || (entry.revision === gone.revision && entry.seq < gone.seq)))
    return 'replayed';
  return now === null ? null : checkTime(entry.item, now);
}

function checkTime({ validTo, publishedAt, sentAt }: VouchedItem, now: number): Refusal | null {
  if (validTo !== null && Date.parse(validTo) + LATE_MS <= now) return 'expired';
  const at = isText(sentAt) ? sentAt : publishedAt;
  return isText(at) && Date.parse(at) - SKEW_MS > now ? 'too-early' : null;
}
