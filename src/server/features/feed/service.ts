// The feed: appended to inside the publisher's transaction, read by boxes from a cursor, reported back by receipts.
import type { Transaction } from 'kysely';
import { type Feed, type FeedCursor, FeedEntry, FeedItem, type Receipt } from '../../../contract/feed.ts';
import type { ItemId } from '../../../contract/ids.ts';
import type { Delivery } from '../../../contract/notices.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import type { Instant } from '../../../contract/time.ts';
import { chainOf } from '../../../domain/regions/code.ts';
import { checkEntry } from '../../../domain/signing/check-entry.ts';
import { putOf } from '../../../domain/signing/statement.ts';
import { keysIn } from '../../../domain/signing/trust.ts';
import type { Bus } from '../../bus/port.ts';
import { verifyNatively } from '../../ed25519.ts';
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
import type { Signer } from '../signing/signer.ts';
import {
  countReceipts,
  countRefused,
  findAddressed,
  findAdmittance,
  findAdmitted,
  findAfter,
  findCurrent,
  findHeads,
  findStanding,
  insertEntries,
  insertReceipts,
  takeSequences,
} from './store.ts';

const TICKET_MS = 60_000;
/** A box further behind than this in one region is sent the present instead of the history. */
const DELTA_LIMIT = 200;
/** Receipts of one box. */
const MOST_REFUSED = 1_000;

interface Appended {
  readonly regions: readonly RegionCode[];
  readonly action: 'put' | 'drop';
  readonly itemId: ItemId;
  readonly revision: number;
  readonly item: FeedItem | null;
  readonly at: Instant;
}

/** An item that stands in regions without a signature that boxes believe. */
export interface Unsound {
  readonly id: ItemId;
  readonly regions: readonly RegionCode[];
}

export function createFeedService(deps: {
  store: Store;
  runtime: Runtime;
  bus: Bus;
  boxes: Pick<BoxService, 'count'>;
  signer: Signer;
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

    /**
     * Numbers the item in each region, signs it there, stores it, and announces it with the commit of `trx`. Only for
     * those who know that it was approved: what is handed in here reaches the screens.
     */
    async append(trx: Transaction<Database>, entry: Appended): Promise<void> {
      const sign = await deps.signer.begin(trx);
      // What is signed is what the contract carries: a field too many would be lost on the way, and the signature void.
      const item = entry.item && FeedItem.parse(entry.item);
      const said = item ? putOf(item) : ({ action: 'drop', id: entry.itemId, revision: entry.revision } as const);
      const heads = await takeSequences(trx, entry.regions, entry.at);
      const signed = heads.map((head) => ({
        ...head,
        signature: sign(said, { region: head.region_code, seq: head.seq }),
      }));
      await insertEntries(trx, signed, { ...entry, item });
      await deps.bus.announce(
        trx,
        heads.map(({ region_code, seq }) => ({ region: region_code, seq })),
      );
    },

    /** What stands in the feed and would be refused by boxes, whoever wrote it there. For the keeper of the keys. */
    async unsound(trx: Transaction<Database>, at: Instant): Promise<Unsound[]> {
      const keyOf = keysIn(await deps.signer.newest(trx));
      const regions = new Map<ItemId, RegionCode[]>();
      for (const row of await findStanding(trx, at)) {
        const entry = FeedEntry.safeParse(toEntry(row));
        const checked = entry.success && checkEntry(entry.data, keyOf, verifyNatively);
        if (checked && !('reason' in checked)) continue;
        regions.set(row.item_id, [...(regions.get(row.item_id) ?? []), row.region_code]);
      }
      return [...regions].map(([id, places]) => ({ id, regions: places }));
    },

    /** What is new for a box since a cursor; null where nothing is newer than `etag`, which is of this function's own making. */
    async read(
      box: BoxCaller,
      since: FeedCursor | undefined,
      known: string | undefined,
    ): Promise<{ etag: string; feed: Feed | null }> {
      const chain = chainOf(box.household);
      const heads = await headsOf(chain);
      const trust = (await deps.signer.list()).version;
      const etag = `"${formatCursor(heads)};${trust}"`;
      if (etag === known) return { etag, feed: null };
      const now = instantOf(runtime.clock());
      const entries = since === undefined ? undefined : await delta(chain, parseOrRefuse(since), heads);
      if (entries)
        return { etag, feed: { mode: 'delta', cursor: cursorAfter(since, entries), entries, trust, serverTime: now } };
      const current = (await findCurrent(store.db, chain, now)).map(toEntry);
      return {
        etag,
        feed: { mode: 'snapshot', cursor: formatCursor(heads), entries: current, trust, serverTime: now },
      };
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

    /**
     * Stores a batch whole or, where one receipt is of an item this box was never sent, not at all. What a box refuses
     * may well be nothing that was sent to it: of those a box has so many on record and no more.
     */
    async receive(box: BoxCaller, receipts: readonly Receipt[]): Promise<void> {
      const items = [...new Set(receipts.map((receipt) => receipt.item))];
      const addressed = await findAddressed(store.db, chainOf(box.household), items);
      const known = new Set(addressed.map(({ item_id, revision }) => `${item_id}:${revision}`));
      const errors = receipts.flatMap(({ item, revision, step }, index) =>
        step === 'refused' || known.has(`${item}:${revision}`) ? [] : [{ path: `receipts.${index}`, message: item }],
      );
      if (errors.length > 0) throw new ProblemError('receipt-not-addressed', { errors });
      // A box's clock may run ahead; nothing is rendered in the future.
      const now = instantOf(runtime.clock());
      const dated = receipts.map((receipt) => ({ ...receipt, at: earlier(receipt.at, now) }));
      const refused = dated.filter(({ step }) => step === 'refused');
      const room = refused.length > 0 ? Math.max(0, MOST_REFUSED - (await countRefused(store.db, box.id))) : 0;
      const kept = [...dated.filter(({ step }) => step !== 'refused'), ...refused.slice(0, room)];
      if (kept.length > 0) await insertReceipts(store.db, box.id, kept);
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
  const signature = row.key_id && row.signature ? { key: row.key_id, value: row.signature } : null;
  if (row.item) return { action: 'put', ...place, item: row.item, signature };
  return { action: 'drop', ...place, id: row.item_id, revision: row.revision, signature };
}
