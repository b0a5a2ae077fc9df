// What a box keeps over a restart: it is on the screen within a second, with or without a network.
import type { BoxHome } from '../../contract/boxes.ts';
import type { FeedItem, Receipt } from '../../contract/feed.ts';
import type { TrustList } from '../../contract/signing.ts';
import { type FavouriteChange, favouriteChangesOn } from '../catalogue/favourites.ts';
import { type Counted, isCounts, lookupsOn } from '../catalogue/lookups.ts';
import { type CatalogueShelf, catalogueOn } from '../catalogue/shelf.ts';
import type { SeenAlerts } from '../navigation/alerts.ts';
import type { Marks, Openings } from '../navigation/context.ts';
import type { Shelf } from '../ports.ts';
import { outboxOn, type Waiting } from '../requests/outbox.ts';
import { readHome, readItem } from './read.ts';
import { isObject, recordOn, type ShelfRecord } from './record.ts';
import { type Gone, type Held, itemsOf, type Known } from './store.ts';
import { trustOn } from './trust.ts';

/** Old boxes give an app some 2 to 5 million characters in all; a notice takes one to twenty thousand. */
export const FEED_LIMIT = 600_000;

/** What a resident has chosen on this box; the rest is as the operator has it. */
export interface Choice {
  readonly elder?: boolean;
  readonly motion?: boolean;
}

interface KeptFeed {
  readonly known: Known;
  /** False: something is missing, so the next pull has to start from nothing. */
  readonly complete: boolean;
}

export interface Cache {
  readonly home: ShelfRecord<BoxHome>;
  readonly marks: ShelfRecord<Marks>;
  readonly seenAlerts: ShelfRecord<SeenAlerts>;
  readonly choice: ShelfRecord<Choice>;
  readonly receipts: ShelfRecord<readonly Receipt[]>;
  readonly feed: ShelfRecord<KeptFeed>;
  readonly catalogue: CatalogueShelf;
  readonly lookups: ShelfRecord<Counted>;
  readonly favouriteChanges: ShelfRecord<readonly FavouriteChange[]>;
  /** Requests that the server has not got yet. */
  readonly outbox: ShelfRecord<readonly Waiting[]>;
  /** How often each guide was opened on this box. */
  readonly openings: ShelfRecord<Openings>;
  /** Belongs to the operator, not to the home: it stays. */
  readonly trust: ShelfRecord<TrustList>;
  /** Ids of orders that were carried out. */
  readonly commands: ShelfRecord<readonly string[]>;
  /**
   * As much of what is known as fits: where the shelf is full, the catalogue gives way first; then, and when it is too
   * much, the oldest unpinned notices are left out. False: nothing fits.
   */
  keepFeed(known: Known, complete: boolean): boolean;
  /** Forgets what belongs to the home the box stood in; what its people like to see stays. */
  clear(): void;
}

export function cacheOn(shelf: Shelf): Cache {
  const feed = recordOn(shelf, 'linli.feed', 2, checkFeed);
  const home = recordOn(shelf, 'linli.home', 1, readHome);
  const marks = recordOn(shelf, 'linli.marks', 1, checkMarks);
  const seenAlerts = recordOn(shelf, 'linli.alerts', 1, checkSeen);
  const catalogue = catalogueOn(shelf);
  const lookups = lookupsOn(shelf);
  const favouriteChanges = favouriteChangesOn(shelf);
  const outbox = outboxOn(shelf);
  const openings = recordOn(shelf, 'linli.openings', 1, (value) => (isCounts(value) ? value : null));
  const receipts = recordOn(shelf, 'linli.receipts', 1, (value) =>
    Array.isArray(value) ? value.filter(isReceipt) : null,
  );
  return {
    home,
    marks,
    seenAlerts,
    receipts,
    choice: recordOn(shelf, 'linli.choice', 1, checkChoice),
    commands: recordOn(shelf, 'linli.commands', 1, (value) =>
      Array.isArray(value) ? value.filter((id) => typeof id === 'string') : null,
    ),
    feed,
    catalogue,
    lookups,
    favouriteChanges,
    outbox,
    openings,
    trust: trustOn(shelf),
    keepFeed(known, complete) {
      let kept: KeptFeed = { known, complete };
      for (;;) {
        const isShort = JSON.stringify(kept).length <= FEED_LIMIT;
        if (isShort && feed.write(kept)) return true;
        if (isShort && catalogue.makeRoom()) continue;
        const fewer = newerHalf(kept.known);
        if (!fewer) {
          feed.remove();
          return false;
        }
        kept = { known: fewer, complete: false };
      }
    },
    clear() {
      for (const record of [feed, home, marks, seenAlerts, receipts, lookups, favouriteChanges, openings, outbox])
        record.remove();
      catalogue.clear();
    },
  };
}

/** Half of the items, alerts, pinned and new ones first; null: there is nothing left to halve. */
function newerHalf(known: Known): Known | null {
  const items = itemsOf(known).sort((one, other) => {
    const urgent = rankOf(other) - rankOf(one);
    return urgent !== 0 ? urgent : Date.parse(other.validFrom) - Date.parse(one.validFrom);
  });
  if (items.length < 2) return null;
  const staying = new Set(items.slice(0, Math.floor(items.length / 2)).map(({ id }) => id));
  const halved: Record<string, Known[string]> = {};
  for (const region of Object.keys(known)) {
    const { seq, items: held, gone } = known[region] ?? { seq: 0, items: {}, gone: {} };
    halved[region] = { seq, items: byId(Object.values(held).filter(({ item }) => staying.has(item.id))), gone };
  }
  return halved;
}

/** Alerts are kept before all else. */
const rankOf = (item: FeedItem): number => (item.kind === 'alert' ? 2 : item.pinned ? 1 : 0);

const byId = (items: readonly Held[]) => Object.fromEntries(items.map((held) => [held.item.id, held]));

function checkFeed(value: unknown): KeptFeed | null {
  if (!isObject(value) || typeof value.complete !== 'boolean') return null;
  const known = checkKnown(value.known);
  return known && { known, complete: value.complete };
}

function checkKnown(value: unknown): Known | null {
  if (!isObject(value)) return null;
  const known: Record<string, Known[string]> = {};
  for (const region of Object.keys(value)) {
    const held = value[region];
    if (!isObject(held) || typeof held.seq !== 'number' || !isObject(held.items) || !isObject(held.gone)) return null;
    const items = Object.values(held.items).map(readHeld);
    if (items.some((item) => item === null) || !Object.values(held.gone).every(isGone)) return null;
    const gone = held.gone as Readonly<Record<string, Gone>>;
    known[region] = { seq: held.seq, items: byId(items.flatMap((item) => item ?? [])), gone };
  }
  return known;
}

function readHeld(value: unknown): Held | null {
  if (!isObject(value) || typeof value.key !== 'string' || typeof value.seq !== 'number') return null;
  const item = readItem(value.item);
  return item && { item, key: value.key, seq: value.seq };
}

const isGone = (value: unknown): value is Gone =>
  isObject(value) &&
  typeof value.revision === 'number' &&
  typeof value.seq === 'number' &&
  typeof value.key === 'string' &&
  (value.until === null || typeof value.until === 'number');

function checkMarks(value: unknown): Marks | null {
  if (!isObject(value)) return null;
  const sound = Object.values(value).every((mark) => isObject(mark) && typeof mark.revision === 'number');
  return sound ? (value as Marks) : null;
}

function checkSeen(value: unknown): SeenAlerts | null {
  if (!isObject(value)) return null;
  return Object.values(value).every((revision) => typeof revision === 'number') ? (value as SeenAlerts) : null;
}

function checkChoice(value: unknown): Choice | null {
  if (!isObject(value)) return null;
  const { elder, motion } = value;
  const choice = {
    ...(typeof elder === 'boolean' ? { elder } : {}),
    ...(typeof motion === 'boolean' ? { motion } : {}),
  };
  return Object.keys(choice).length > 0 ? choice : null;
}

function isReceipt(value: unknown): value is Receipt {
  return (
    isObject(value) &&
    ['item', 'step', 'at'].every((key) => typeof value[key] === 'string') &&
    typeof value.revision === 'number'
  );
}
