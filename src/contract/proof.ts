// Proof of display: how far an item got on the boxes it was sent to, when, and which did not show it and why.
import { z } from 'zod';
import { endpoint, PageQuery, pageOf } from './endpoint.ts';
import { BoxId, ItemId } from './ids.ts';
import { RegionCode } from './regions.ts';
import { Instant } from './time.ts';

/** Each of the first four holds for every box for which a later one does. `refused`: it failed the box's check, and has not passed since. */
export const PROOF_STEPS = ['received', 'verified', 'rendered', 'read', 'refused'] as const;
export const ProofStep = z.enum(PROOF_STEPS);
export type ProofStep = z.infer<typeof ProofStep>;

/**
 * Why a box has not shown an item. `refused`: its check failed. `not-drawn`: it holds the item, and the television is
 * off or shows something else. `lagging`: online, and does not hold it yet. `offline`; `never-seen`. `not-joined`: it
 * stands in the region and is not activated, or revoked; it was not addressed.
 */
export const PROOF_GAPS = ['refused', 'not-drawn', 'lagging', 'offline', 'never-seen', 'not-joined'] as const;
export const ProofGap = z.enum(PROOF_GAPS);
export type ProofGap = z.infer<typeof ProofGap>;

/** Boxes. `addressed`: those that stand in the region and are let in, and those that have reported the item. */
export const ProofFigures = z.object({
  addressed: z.int(),
  received: z.int(),
  verified: z.int(),
  rendered: z.int(),
  read: z.int(),
  refused: z.int(),
  notJoined: z.int(),
});
export type ProofFigures = z.infer<typeof ProofFigures>;

/** How many boxes had come to each step in less than so many seconds since the publication. */
export const ProofPoint = z.object({
  seconds: z.int(),
  received: z.int(),
  verified: z.int(),
  rendered: z.int(),
  read: z.int(),
  refused: z.int(),
});
export type ProofPoint = z.infer<typeof ProofPoint>;

export const ProofRegion = z.object({
  region: z.object({ code: RegionCode, name: z.string() }),
  figures: ProofFigures,
});
export type ProofRegion = z.infer<typeof ProofRegion>;

export const Proof = z.object({
  item: z.object({ id: ItemId, kind: z.enum(['notice', 'alert']), title: z.string(), source: z.string() }),
  revision: z.int().positive(),
  /** All that were sent, oldest first. */
  revisions: z.array(z.object({ revision: z.int().positive(), at: Instant })),
  publishedAt: Instant,
  asOf: Instant,
  /** The regions looked at: those the item was sent to, as far as the actor may see them, narrowed to the one asked for. */
  regions: z.array(z.object({ code: RegionCode, name: z.string() })),
  total: ProofFigures,
  /** The regions looked at; of a single one those below it. */
  items: z.array(ProofRegion),
  curve: z.array(ProofPoint),
  /** Most frequent first. */
  refusals: z.array(z.object({ reason: z.string(), boxes: z.int() })),
});
export type Proof = z.infer<typeof Proof>;

export const ProofBox = z.object({
  id: BoxId,
  /** 1号楼 101 */
  name: z.string(),
  /** 车站社区 */
  place: z.string(),
  /** Its middle is hidden. */
  smartCard: z.string().nullable(),
  gap: ProofGap,
  /** Of `refused`: one of the contract's REFUSALS. */
  reason: z.string().nullable(),
  /** When it refused or received the item, or was last seen; null: never. */
  since: Instant.nullable(),
});
export type ProofBox = z.infer<typeof ProofBox>;

const params = z.object({ item: ItemId });
const query = z.object({
  region: RegionCode.optional(),
  /** The newest that was not a cancel, unless told. */
  revision: z.coerce.number().int().min(1).optional(),
});
const item = '019ab000-0000-7000-8000-0000000000a1';
const figures = { addressed: 8, received: 7, verified: 7, rendered: 6, read: 3, refused: 0, notJoined: 1 };
const region: z.input<typeof ProofRegion>['region'] = { code: '370306001001', name: '车站社区' };

export const readProof = endpoint({
  method: 'GET',
  path: '/api/proof/:item',
  access: 'staff',
  summary: 'How far an item got: boxes by step, per region and over time, and why boxes refused it',
  params,
  query,
  reply: Proof,
  example: {
    params: { item },
    query: {},
    reply: {
      item: { id: item, kind: 'notice', title: '本周六上午免费量血压', source: '车站社区居委会' },
      revision: 1,
      revisions: [{ revision: 1, at: '2026-11-23T01:10:00.000Z' }],
      publishedAt: '2026-11-23T01:10:00.000Z',
      asOf: '2026-11-23T12:00:00.000Z',
      regions: [region],
      total: figures,
      items: [{ region, figures }],
      curve: [
        { seconds: 1, received: 6, verified: 6, rendered: 2, read: 0, refused: 0 },
        { seconds: 60, received: 7, verified: 7, rendered: 6, read: 3, refused: 0 },
      ],
      refusals: [],
    },
  },
});

export const listProofBoxes = endpoint({
  method: 'GET',
  path: '/api/proof/:item/boxes',
  access: 'staff',
  summary: 'Boxes that have not shown an item, each with why',
  params,
  query: PageQuery.extend({ ...query.shape, gap: ProofGap.optional() }),
  reply: pageOf(ProofBox),
  example: {
    params: { item },
    query: { gap: 'offline' },
    reply: {
      items: [
        {
          id: '019ab000-0000-7000-8000-0000000000b1',
          name: '1号楼 101',
          place: '车站社区',
          smartCard: '8531********0017',
          gap: 'offline',
          reason: null,
          since: '2026-11-22T15:00:00.000Z',
        },
      ],
      total: 1,
      page: 1,
      pageSize: 20,
    },
  },
});

/** Not in the endpoint table's shape: an Excel workbook of figures, curve and boxes, with the query of `readProof`. */
export const PROOF_XLSX_PATH = '/api/proof/:item/export';
