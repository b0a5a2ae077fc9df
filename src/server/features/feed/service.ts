// The feed: appended to inside the publisher's transaction, read by boxes from a cursor, reported back by receipts.
import type { Transaction } from 'kysely';
import type { Feed, FeedCursor, FeedEntry, FeedItem, Receipt } from '../../../contract/feed.ts';
import type { ItemId } from '../../../contract/ids.ts';
import type { Delivery } from '../../../contract/notices.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import type { Instant } from '../../../contract/time.ts';
import { chainOf } from '../../../domain/regions/code.ts';
import type { Bus } from '../../bus/port.ts';
import type { BoxCaller } from '../../http/route.ts';
import { ProblemError } from '../../problem.ts';
import { type Cursor, formatCursor, parseCursor } from '../../push/cursor.ts';
import type { Door } from '../../push/door.ts';
import type { FeedReader } from '../../push/reader.ts';
import { signTicket } from '../../push/ticket.ts';
import { instantOf, type Runtime } from '../../runtime.ts';
import type { Database } from '../../store/schema.ts';
import type { Store } from '../../store/store.ts';
import type { BoxService } from '../boxes/service.ts';
import {
  countReceipts,
  findAddressed,
  findAdmittance,
  findAdmitted,
  findAfter,
  findCurrent,
  findHeads,
  insertEntries,
  insertReceipts,
  takeSequences,
} from './store.ts';

const TICKET_MS = 60_000;
/** A box further behind than this in one region is sent the present instead of the history. */
const DELTA_LIMIT = 200;

interface Appended {
  readonly regions: readonly RegionCode[];
  readonly action: 'put' | 'drop';
  readonly itemId: ItemId;
  readonly revision: number;
  readonly item: FeedItem | null;
  readonly at: Instant;
}

export function createFeedService(deps: {
  store: Store;
  runtime: Runtime;
  bus: Bus;
  boxes: Pick<BoxService, 'count'>;
  ticketKey: Buffer;
}) {
  const { store, runtime } = deps;

  const door: Door = {
    admits: async (holder) => (await findAdmittance(store.db, holder)) !== undefined,
    async strangers(holders) {
      const admitted = new Set((await findAdmitted(store.db, holders)).map(({ id }) => id));
      return holders.map(({ box }) => box).filter((box) => !admitted.has(box));
    },
  };

  const reader: FeedReader = {
    heads: headsOf,
    async after(region, seq) {
      return (await findAfter(store.db, region, seq, DELTA_LIMIT)).map(toEntry);
    },
  };

  return {
    /** What the push reads, without a box's access: its tickets are checked at the door. */
    reader,
    door,

    /** Numbers the item in each region, stores it, and announces it with the commit of `trx`. */
    async append(trx: Transaction<Database>, entry: Appended): Promise<void> {
      const heads = await takeSequences(trx, entry.regions, entry.at);
      await insertEntries(trx, heads, entry);
      await deps.bus.announce(
        trx,
        heads.map(({ region_code, seq }) => ({ region: region_code, seq })),
      );
    },

    /** What is new for a box since a cursor; null where nothing is newer than `etag`, which is of this function's own making. */
    async read(
      box: BoxCaller,
      since: FeedCursor | undefined,
      known: string | undefined,
    ): Promise<{ etag: string; feed: Feed | null }> {
      const chain = chainOf(box.household);
      const heads = await headsOf(chain);
      const etag = `"${formatCursor(heads)}"`;
      if (etag === known) return { etag, feed: null };
      const now = instantOf(runtime.clock());
      const entries = since === undefined ? undefined : await delta(chain, parseOrRefuse(since), heads);
      if (entries)
        return { etag, feed: { mode: 'delta', cursor: cursorAfter(since, entries), entries, serverTime: now } };
      const current = (await findCurrent(store.db, chain, now)).map(toEntry);
      return { etag, feed: { mode: 'snapshot', cursor: formatCursor(heads), entries: current, serverTime: now } };
    },

    /** Opens the stream for a minute; the stream starts from `since`. */
    async ticket(box: BoxCaller, since: FeedCursor) {
      parseOrRefuse(since);
      const exp = runtime.clock() + TICKET_MS;
      const ticket = signTicket(deps.ticketKey, {
        box: box.id,
        chain: chainOf(box.household),
        credentialAt: box.credentialAt,
        since,
        exp,
      });
      return { ticket, expiresAt: instantOf(exp) };
    },

    /** Stores a batch whole or, where one receipt is of an item this box was never sent, not at all. */
    async receive(box: BoxCaller, receipts: readonly Receipt[]): Promise<void> {
      const items = [...new Set(receipts.map((receipt) => receipt.item))];
      const addressed = await findAddressed(store.db, chainOf(box.household), items);
      const known = new Set(addressed.map(({ item_id, revision }) => `${item_id}:${revision}`));
      const errors = receipts.flatMap(({ item, revision }, index) =>
        known.has(`${item}:${revision}`) ? [] : [{ path: `receipts.${index}`, message: item }],
      );
      if (errors.length > 0) throw new ProblemError('receipt-not-addressed', { errors });
      // A box's clock may run ahead; nothing is rendered in the future.
      const now = instantOf(runtime.clock());
      const dated = receipts.map((receipt) => ({ ...receipt, at: earlier(receipt.at, now) }));
      await insertReceipts(store.db, box.id, dated);
    },

    /** How far an item got in each region. For the notices' service: checks no access of its own. */
    async delivery(
      item: ItemId,
      revision: number,
      regions: readonly { code: RegionCode; name: string }[],
    ): Promise<Delivery[]> {
      return Promise.all(
        regions.map(async ({ code, name }) => {
          const [addressed, counts] = await Promise.all([
            deps.boxes.count(code),
            countReceipts(store.db, item, revision, code),
          ]);
          return { region: { code, name }, addressed, ...counts };
        }),
      );
    },
  };

  async function headsOf(regions: readonly RegionCode[]): Promise<Cursor> {
    const rows = await findHeads(store.db, regions);
    const known = new Map(rows.map((row) => [row.region_code, row.seq]));
    return new Map(regions.map((region) => [region, known.get(region) ?? 0]));
  }

  /** Undefined where the cursor cannot be followed: another chain, a store older than the box, or too far behind. */
  async function delta(chain: readonly RegionCode[], since: Cursor, heads: Cursor): Promise<FeedEntry[] | undefined> {
    if (since.size !== chain.length) return undefined;
    const entries: FeedEntry[] = [];
    for (const region of chain) {
      const from = since.get(region);
      const head = heads.get(region) ?? 0;
      if (from === undefined || from > head || head - from > DELTA_LIMIT) return undefined;
      if (from < head) entries.push(...(await reader.after(region, from)));
    }
    return entries;
  }
}

/** Instants of one format compare as texts. */
const earlier = (one: Instant, other: Instant): Instant => [one, other].toSorted()[0] ?? one;

export type FeedService = ReturnType<typeof createFeedService>;

function parseOrRefuse(text: FeedCursor): Cursor {
  const cursor = parseCursor(text);
  if (!cursor) throw new ProblemError('cursor-invalid');
  return cursor;
}

function cursorAfter(since: FeedCursor | undefined, entries: readonly FeedEntry[]): FeedCursor {
  const cursor = new Map<RegionCode, number>(parseOrRefuse(since ?? ''));
  for (const { region, seq } of entries) cursor.set(region, Math.max(seq, cursor.get(region) ?? 0));
  return formatCursor(cursor);
}

type Row = Awaited<ReturnType<typeof findAfter>>[number];

function toEntry(row: Row): FeedEntry {
  const place = { region: row.region_code, seq: row.seq };
  if (row.item) return { action: 'put', ...place, item: row.item };
  return { action: 'drop', ...place, id: row.item_id, revision: row.revision };
}
