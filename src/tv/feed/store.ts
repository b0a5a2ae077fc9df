// What a box knows, as a pure reducer: the state of each region is a function of how far its sequence was heard.
import type { FeedItem, NoticeItem } from '../../contract/feed.ts';
import type { FeedAnswer, FeedStep } from './read.ts';

/** One region of the box's chain: heard up to `seq`, and what it shows at that point. */
interface RegionFeed {
  readonly seq: number;
  readonly items: Readonly<Record<string, FeedItem>>;
}

/** By region code. Steps are applied without a hole only, so repeats and disorder on the way change nothing. */
export type Known = Readonly<Record<string, RegionFeed>>;

export const NOTHING: Known = {};

/** `370306:12,370306001:3`, the contract's cursor. */
export function cursorOf(known: Known): string {
  return Object.keys(known)
    .sort()
    .map((region) => `${region}:${known[region]?.seq ?? 0}`)
    .join(',');
}

/** What the server answers to a pull. A snapshot replaces everything; a delta may leave out steps that cancel out. */
export function applyAnswer(known: Known, answer: FeedAnswer): Known {
  if (answer.mode === 'delta' && answer.entries.length === 0 && answer.cursor === cursorOf(known)) return known;
  const cursor = parseCursor(answer.cursor);
  const held: Record<string, RegionFeed> = {};
  for (const region of Object.keys(cursor)) {
    const before = answer.mode === 'delta' ? known[region] : undefined;
    held[region] = before ?? { seq: 0, items: {} };
  }
  for (const step of answer.entries) {
    const region = held[step.region];
    // Items of a snapshot keep their old sequence numbers; in a delta what was heard already came by the stream.
    if (region && (answer.mode === 'snapshot' || step.seq > region.seq)) {
      held[step.region] = { seq: Math.max(region.seq, step.seq), items: after(region.items, step) };
    }
  }
  for (const region of Object.keys(cursor)) {
    const reached = held[region];
    const seq = cursor[region] ?? 0;
    if (reached && (answer.mode === 'snapshot' || reached.seq < seq)) held[region] = { ...reached, seq };
  }
  return held;
}

/** `gap`: steps before this one are missing (or the whole region): pull, then it will come again. */
export type Heard = 'applied' | 'repeat' | 'gap';

/** One step from the stream. */
export function applyStep(known: Known, step: FeedStep): { readonly known: Known; readonly heard: Heard } {
  const region = known[step.region];
  if (!region || step.seq > region.seq + 1) return { known, heard: 'gap' };
  if (step.seq <= region.seq) return { known, heard: 'repeat' };
  const next = { seq: step.seq, items: after(region.items, step) };
  return { known: { ...known, [step.region]: next }, heard: 'applied' };
}

function after(items: RegionFeed['items'], step: FeedStep): RegionFeed['items'] {
  switch (step.action) {
    case 'put':
      return { ...items, [step.item.id]: step.item };
    case 'drop': {
      const { [step.id]: dropped, ...rest } = items;
      return dropped && dropped.revision <= step.revision ? rest : items;
    }
    case 'skip':
      return items;
  }
}

/** Everything held, each notice once: a notice sent to several regions of the chain counts in its newest revision. */
export function itemsOf(known: Known): FeedItem[] {
  const newest: Record<string, FeedItem> = {};
  for (const region of Object.keys(known).sort()) {
    const items = known[region]?.items ?? {};
    for (const id of Object.keys(items)) {
      const item = items[id];
      const other = newest[id];
      if (item && (!other || other.revision < item.revision)) newest[id] = item;
    }
  }
  return Object.keys(newest)
    .sort()
    .flatMap((id) => newest[id] ?? []);
}

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
