// The feed: what travels to the boxes of a region, in order, and what they report back.
import { z } from 'zod';
import { AlertItem } from './alerts.ts';
import { endpoint } from './endpoint.ts';
import { ItemId, NoticeId } from './ids.ts';
import { Block, NoticeCategory } from './notices.ts';
import { RegionCode } from './regions.ts';
import { Airing, Placement } from './schedule.ts';
import { Refusal, Signature } from './signing.ts';
import { Instant } from './time.ts';

/** A notice as a screen shows it. Signed as it travels: a default or a transform here would make its signature void. */
export const NoticeItem = z.object({
  kind: z.literal('notice'),
  id: NoticeId,
  revision: z.int().positive(),
  title: z.string(),
  source: z.string(),
  category: NoticeCategory,
  blocks: z.array(Block),
  pinned: z.boolean(),
  validFrom: Instant,
  validTo: Instant.nullable(),
  airing: Airing,
  placements: z.array(Placement),
  /** Share of voice among the items of one placement: twice the weight is shown twice as long. */
  weight: z.int().min(1).max(10),
  publishedAt: Instant,
});
export type NoticeItem = z.infer<typeof NoticeItem>;

export const FeedItem = z.discriminatedUnion('kind', [NoticeItem, AlertItem]);
export type FeedItem = z.infer<typeof FeedItem>;

/** Of the entry's statement (domain/signing). Null: from before entries were signed; boxes refuse it. */
const signature = Signature.nullable();

/** One step of a region's feed; `seq` counts from 1 in its region, without holes or repeats. */
export const FeedEntry = z.discriminatedUnion('action', [
  z.object({ action: z.literal('put'), region: RegionCode, seq: z.int().positive(), item: FeedItem, signature }),
  z.object({
    action: z.literal('drop'),
    region: RegionCode,
    seq: z.int().positive(),
    id: ItemId,
    revision: z.int().positive(),
    signature,
  }),
]);
export type FeedEntry = z.infer<typeof FeedEntry>;

/** How far a box has come in each region of its chain: `370306:12,370306001:3`. Opaque to boxes but for its entries' ids. */
export const FeedCursor = z
  .string()
  .max(400)
  .regex(/^(\d{6,22}:\d{1,15}(,\d{6,22}:\d{1,15})*)?$/);
export type FeedCursor = z.infer<typeof FeedCursor>;

/**
 * `snapshot`: forget what you hold, these are all current items (first start, moved box, far behind).
 * `delta`: apply in order on top of what you hold.
 */
export const Feed = z.object({
  mode: z.enum(['snapshot', 'delta']),
  cursor: FeedCursor,
  entries: z.array(FeedEntry),
  /** Version of the list of keys: a box that holds an older one asks for it before it believes the entries. */
  trust: z.int().positive(),
  serverTime: Instant,
});
export type Feed = z.infer<typeof Feed>;

/**
 * The stream's events: `entry` (FeedEntry, its SSE id is `region:seq`), `beat` (StreamBeat, also the first event),
 * and, without a body, `trust` (the list of keys has changed).
 */
export const StreamBeat = z.object({ serverTime: Instant, everyMs: z.int().positive() });
export type StreamBeat = z.infer<typeof StreamBeat>;

/** `verified`: its signature was found good, before it was shown. `refused`: it was not, or came at the wrong time. */
export const RECEIPT_STEPS = ['received', 'verified', 'rendered', 'read', 'refused'] as const;
/** As far as the store counts. */
const REVISIONS = 2 ** 31 - 1;
export const Receipt = z
  .strictObject({
    item: ItemId,
    revision: z.int().positive().max(REVISIONS),
    step: z.enum(RECEIPT_STEPS),
    /** By the box's clock, corrected by the server's time. */
    at: Instant,
    /** With `refused`, and only with it. */
    reason: Refusal.optional(),
  })
  .refine(({ step, reason }) => (step === 'refused') === (reason !== undefined));
export type Receipt = z.infer<typeof Receipt>;

const entry: z.input<typeof FeedEntry> = {
  action: 'put',
  region: '370306001001',
  seq: 1,
  item: {
    kind: 'notice',
    id: '019ab000-0000-7000-8000-0000000000a1',
    revision: 1,
    title: '本周六上午免费量血压',
    source: '车站社区居委会',
    category: 'activity',
    blocks: [
      { type: 'paragraph', text: '周六上午 8:30 到 11:00,社区卫生服务站在居委会一楼为居民免费量血压、测血糖。' },
      { type: 'item', marker: '•', text: '请带好身份证或老年卡' },
      { type: 'item', marker: '•', text: '测血糖请空腹' },
      { type: 'paragraph', text: '行动不便的老人可以打电话预约上门。' },
    ],
    pinned: true,
    validFrom: '2026-11-23T00:00:00.000Z',
    validTo: null,
    airing: { days: null, dayparts: null },
    placements: [],
    weight: 1,
    publishedAt: '2026-11-23T01:10:00.000Z',
  },
  signature: { key: '0a1b2c3d4e5f6071', value: 'c2ln'.repeat(21).concat('cA') },
};

export const readFeed = endpoint({
  method: 'GET',
  path: '/api/feed',
  access: 'box',
  summary:
    'What is new since a cursor (delta), or everything current (snapshot); answers 304 to a matching If-None-Match',
  query: z.object({ since: FeedCursor.optional() }),
  reply: Feed,
  example: {
    query: {},
    reply: {
      mode: 'snapshot',
      cursor: '370306:0,370306001:0,370306001001:1',
      entries: [entry],
      trust: 1,
      serverTime: '2026-11-23T12:00:00.000Z',
    },
  },
});

/** EventSource sends no headers: a box buys a short-lived ticket and opens the stream with it. */
export const createTicket = endpoint({
  method: 'POST',
  path: '/api/feed/tickets',
  access: 'box',
  summary: 'A ticket, valid for a minute, that opens the stream from a cursor',
  body: z.strictObject({ since: FeedCursor }),
  reply: z.object({ ticket: z.string(), expiresAt: Instant }),
  status: 201,
  example: {
    body: { since: '370306:0' },
    reply: { ticket: 'eyJib3giOiIwMTlhYjAwMCJ9.c2lnbmF0dXJl', expiresAt: '2026-11-23T12:01:00.000Z' },
  },
});

/** Not in the endpoint table's shape: an endless `text/event-stream`, opened with `?ticket=`. */
export const STREAM_PATH = '/api/feed/stream';

export const sendReceipts = endpoint({
  method: 'POST',
  path: '/api/receipts',
  access: 'box',
  summary: 'Report what was received, verified, rendered, read or refused; sending again changes nothing',
  body: z.strictObject({ receipts: z.array(Receipt).min(1).max(100) }),
  reply: z.undefined(),
  status: 204,
  example: {
    body: {
      receipts: [
        { item: '019ab000-0000-7000-8000-0000000000a1', revision: 1, step: 'rendered', at: '2026-11-23T12:00:01.000Z' },
      ],
    },
    reply: undefined,
  },
});
