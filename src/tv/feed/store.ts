// What a box knows, as a pure reducer: the state of each region is a function of how far its sequence was heard.
import type { AlertItem } from '../../contract/alerts.ts';
import type { FeedItem, NoticeItem } from '../../contract/feed.ts';
import type { Refusal } from '../../contract/signing.ts';
import { checkPlace, type Refused } from '../../domain/signing/check-entry.ts';
import type { KeyOf } from '../../domain/signing/trust.ts';
import type { FeedAnswer } from './read.ts';
import type { FeedStep } from './step.ts';

/** An item with the key that vouched for it and the number it came under. */
export interface Held {
  readonly item: FeedItem;
  readonly key: string;
  readonly seq: number;
}

/** An item that was taken off, so that nobody brings it back: by whose key, and until when it would have been valid (ms). */
export interface Gone {
  readonly revision: number;
  readonly seq: number;
  readonly key: string;
  readonly until: number | null;
}

/** One region of the box's chain: heard up to `seq`, and what it shows at that point. */
interface RegionFeed {
  readonly seq: number;
  readonly items: Readonly<Record<string, Held>>;
  readonly gone: Readonly<Record<string, Gone>>;
}

/** By region code. Steps are applied without a hole only, so repeats and disorder on the way change nothing. */
export type Known = Readonly<Record<string, RegionFeed>>;

export const NOTHING: Known = {};
const EMPTY: RegionFeed = { seq: 0, items: {}, gone: {} };
/** In each region; the oldest are forgotten first. */
const MOST_GONE = 100;

/** Where the box stands and what time it is (ms; null: it is not sure). */
export interface Where {
  readonly chain: readonly string[];
  readonly now: number | null;
}

/** What became of something that was handed in. */
interface Taken {
  readonly known: Known;
  readonly refused: readonly Refused[];
}

/** `370306:12,370306001:3`, the contract's cursor. */
export function cursorOf(known: Known): string {
  return Object.keys(known)
    .sort()
    .map((region) => `${region}:${known[region]?.seq ?? 0}`)
    .join(',');
}

/**
 * What the server answers to a pull, its entries proved. A snapshot replaces everything, and what it leaves out does
 * not come back in an older revision; a delta may leave out steps that cancel out.
 */
export function applyAnswer(
  known: Known,
  answer: Pick<FeedAnswer, 'mode' | 'cursor'>,
  steps: readonly FeedStep[],
  where: Where,
): Taken {
  const { mode } = answer;
  if (mode === 'delta' && steps.length === 0 && answer.cursor === cursorOf(known)) return { known, refused: [] };
  const cursor = parseCursor(answer.cursor);
  const next: Record<string, RegionFeed> = {};
  const refused: Refused[] = [];
  for (const region of Object.keys(cursor)) {
    const before = known[region] ?? EMPTY;
    next[region] = mode === 'delta' ? before : { ...before, seq: 0, items: {} };
  }
  for (const step of steps) {
    const region = next[step.region];
    if (!region) {
      refused.push(step.action === 'refuse' ? step.refused : elsewhere(step));
      continue;
    }
    // Items of a snapshot keep their old sequence numbers; in a delta what was heard already came by the stream.
    if (mode === 'delta' && step.seq <= region.seq) continue;
    const held = mode === 'delta' ? region.items : { ...known[step.region]?.items, ...region.items };
    const taken = after(region, held, step, where);
    next[step.region] = { ...taken.region, seq: Math.max(region.seq, step.seq) };
    refused.push(...taken.refused);
  }
  for (const region of Object.keys(cursor)) {
    const reached = next[region] ?? EMPTY;
    const seq = cursor[region] ?? 0;
    if (mode === 'snapshot') next[region] = { ...missed(reached, known[region] ?? EMPTY, where), seq };
    else if (reached.seq < seq) next[region] = { ...reached, seq };
  }
  return { known: next, refused };
}

/** `gap`: steps before this one are missing (or the whole region): pull, then it will come again. */
export type Heard = 'applied' | 'repeat' | 'gap';

/** One step from the stream. */
export function applyStep(known: Known, step: FeedStep, where: Where): Taken & { readonly heard: Heard } {
  const region = known[step.region];
  if (!region || step.seq > region.seq + 1) return { known, heard: 'gap', refused: [] };
  if (step.seq <= region.seq) return { known, heard: 'repeat', refused: [] };
  const taken = after(region, region.items, step, where);
  const next = { ...taken.region, seq: step.seq };
  return { known: { ...known, [step.region]: next }, heard: 'applied', refused: taken.refused };
}

/** `held`: what the step is compared with, which is more than the region has when that is being built anew. */
function after(
  region: RegionFeed,
  held: RegionFeed['items'],
  step: FeedStep,
  where: Where,
): { readonly region: RegionFeed; readonly refused: readonly Refused[] } {
  if (step.action === 'refuse') return { region, refused: [step.refused] };
  if (step.action === 'skip') return { region, refused: [] };
  const { id, revision, seq, key } = step.vouched;
  const had = held[id];
  const last = had && { revision: had.item.revision, seq: had.seq };
  const reason = checkPlace(step.vouched, { ...where, held: last, gone: region.gone[id] });
  const refused = reason === null ? [] : [{ reason, id, revision }];
  if (step.action === 'put' && reason === null) {
    const { [id]: _, ...gone } = region.gone;
    return { region: { ...region, gone, items: { ...region.items, [id]: { item: step.item, key, seq } } }, refused };
  }
  // What comes after its end still tells that the revision before it is over.
  if (step.action === 'put' && reason !== 'expired') return { region, refused };
  if (step.action === 'drop' && reason !== null) return { region, refused };
  const { [id]: dropped, ...items } = region.items;
  const until = had ? endOf(had.item) : null;
  const gone = limited({ ...region.gone, [id]: { revision, seq, key, until } }, where);
  return { region: { ...region, items, gone }, refused };
}

/** What was held before a snapshot that leaves it out. */
function missed(reached: RegionFeed, before: RegionFeed, where: Where): RegionFeed {
  const gone: Record<string, Gone> = {};
  for (const id of Object.keys(before.items)) {
    const held = before.items[id];
    if (!held || reached.items[id] || reached.gone[id]) continue;
    gone[id] = { revision: held.item.revision, seq: 0, key: held.key, until: endOf(held.item) };
  }
  return { ...reached, gone: limited({ ...gone, ...reached.gone }, where) };
}

function limited(gone: RegionFeed['gone'], { now }: Where): RegionFeed['gone'] {
  const entries = Object.keys(gone)
    .flatMap((id): [string, Gone][] => (gone[id] ? [[id, gone[id]]] : []))
    .filter(([, { until }]) => until === null || now === null || until > now);
  return Object.fromEntries(entries.slice(-MOST_GONE));
}

const endOf = ({ validTo }: FeedItem): number | null => (validTo === null ? null : Date.parse(validTo));

const elsewhere = (step: Exclude<FeedStep, { action: 'refuse' }>): Refused => ({
  reason: 'elsewhere',
  id: step.action === 'skip' ? null : step.vouched.id,
  revision: step.action === 'skip' ? null : step.vouched.revision,
});

/** Without what came under keys that are trusted no longer; and without what they had taken off, which may come back. */
export function withoutUntrusted(known: Known, keyOf: KeyOf): Taken {
  const refused: Refused[] = [];
  const next: Record<string, RegionFeed> = {};
  let same = true;
  const trusted = (key: string) => typeof keyOf(key) === 'object';
  for (const region of Object.keys(known)) {
    const { seq, items, gone } = known[region] ?? EMPTY;
    const staying: Record<string, Held> = {};
    const stayingGone: Record<string, Gone> = {};
    for (const id of Object.keys(items)) {
      const held = items[id];
      if (held && trusted(held.key)) staying[id] = held;
      else if (held) refused.push({ reason: reasonOf(keyOf(held.key)), id, revision: held.item.revision });
    }
    for (const id of Object.keys(gone)) {
      const left = gone[id];
      if (left && trusted(left.key)) stayingGone[id] = left;
      else same = false;
    }
    next[region] = { seq, items: staying, gone: stayingGone };
  }
  return same && refused.length === 0 ? { known, refused } : { known: next, refused };
}

const reasonOf = (key: ReturnType<KeyOf>): Refusal => (key === 'revoked' ? 'key-revoked' : 'key-unknown');

/** Everything held, each notice once: a notice sent to several regions of the chain counts in its newest revision. */
export function itemsOf(known: Known): FeedItem[] {
  const newest: Record<string, FeedItem> = {};
  for (const region of Object.keys(known).sort()) {
    const items = known[region]?.items ?? {};
    for (const id of Object.keys(items)) {
      const item = items[id]?.item;
      const other = newest[id];
      if (item && (!other || other.revision < item.revision)) newest[id] = item;
    }
  }
  return Object.keys(newest)
    .sort()
    .flatMap((id) => newest[id] ?? []);
}

/** Of everything held, the alerts. */
export const alertsOf = (items: readonly FeedItem[]): AlertItem[] =>
  items.flatMap((item) => (item.kind === 'alert' ? [item] : []));

/** Of everything held, the notices. */
export const noticesOf = (items: readonly FeedItem[]): NoticeItem[] =>
  items.flatMap((item) => (item.kind === 'notice' ? [item] : []));

function parseCursor(cursor: string): Record<string, number> {
  const regions: Record<string, number> = {};
  for (const part of cursor.split(',')) {
    const [region, seq] = part.split(':');
    if (region && seq) regions[region] = Number(seq);
  }
  return regions;
}
