// The fleet: boxes as staff see them, alone and in numbers, and what staff do with them.
import { z } from 'zod';
import { BoxSettings } from './box-settings.ts';
import { BoxOrder, BoxState, LogLine } from './boxes.ts';
import { endpoint, PageQuery, pageOf } from './endpoint.ts';
import { BoxId, CommandId } from './ids.ts';
import { RegionCode } from './regions.ts';
import { Instant } from './time.ts';

/**
 * How a box is doing. `behind`: it has its stream, and what it shows is not the newest for longer than two minutes.
 * `never`: it was never seen.
 */
export const BOX_STANDINGS = ['online', 'behind', 'offline', 'never'] as const;
export const BoxStanding = z.enum(BOX_STANDINGS);
export type BoxStanding = z.infer<typeof BoxStanding>;

/** Counts of entries in the feeds of the box's chain, summed up: what it should show, and how far it is. */
export const BoxPosition = z.object({
  desired: z.int().nonnegative(),
  received: z.int().nonnegative(),
  verified: z.int().nonnegative(),
  rendered: z.int().nonnegative(),
});
export type BoxPosition = z.infer<typeof BoxPosition>;

export const Box = z.object({
  id: BoxId,
  /** 1号楼 101 */
  name: z.string(),
  household: RegionCode,
  /** 车站社区 */
  place: z.string(),
  state: BoxState,
  standing: BoxStanding,
  lastSeenAt: Instant.nullable(),
  smartCard: z.string().nullable(),
  model: z.string().nullable(),
  app: z.string().nullable(),
  position: BoxPosition,
  /** Two boxes seem to share this credential since then. */
  suspectSince: Instant.nullable(),
});
export type Box = z.infer<typeof Box>;

export const BoxDetail = Box.extend({
  chipId: z.string().nullable(),
  twoWay: z.boolean(),
  hd: z.boolean(),
  engine: z.string().nullable(),
  screen: z.string().nullable(),
  memoryMb: z.int().nullable(),
  errors: z.int(),
  reportedAt: Instant.nullable(),
  onlineSince: Instant.nullable(),
  /** When the present credential was issued; null: it has none. */
  credentialAt: Instant.nullable(),
  /** Of the household; null: it has none yet. */
  pin: z.object({ lockedUntil: Instant.nullable() }).nullable(),
  /** The regions of its chain, from the district down, each with the box's sequences; null: not reported. */
  feeds: z.array(
    z.object({
      region: RegionCode,
      name: z.string(),
      desired: z.int(),
      received: z.int().nullable(),
      verified: z.int().nullable(),
      rendered: z.int().nullable(),
    }),
  ),
  settings: BoxSettings,
  /** The newest 100 lines, newest first. */
  log: z.array(LogLine),
  /** The newest 20, newest first. */
  commands: z.array(
    z.object({ id: CommandId, order: BoxOrder, by: z.string(), at: Instant, doneAt: Instant.nullable() }),
  ),
});
export type BoxDetail = z.infer<typeof BoxDetail>;

const params = z.object({ id: BoxId });
const reason = z.string().trim().min(2).max(200);
const id = '019ab000-0000-7000-8000-0000000000b1';
const box: z.input<typeof Box> = {
  id,
  name: '1号楼 101',
  household: '3703060010010010010101',
  place: '车站社区',
  state: 'authorised',
  standing: 'online',
  lastSeenAt: '2026-11-23T12:00:00.000Z',
  smartCard: '8531002026000017',
  model: 'HC3100',
  app: '0.1.0',
  position: { desired: 12, received: 12, verified: 12, rendered: 12 },
  suspectSince: null,
};
const detail: z.input<typeof BoxDetail> = {
  ...box,
  chipId: 'A0B1C2D3E4F5',
  twoWay: true,
  hd: true,
  engine: 'WPE 2.38',
  screen: '1920x1080',
  memoryMb: 84,
  errors: 0,
  reportedAt: '2026-11-23T12:00:00.000Z',
  onlineSince: '2026-11-23T08:00:00.000Z',
  credentialAt: '2026-11-20T02:00:00.000Z',
  pin: { lockedUntil: null },
  feeds: [{ region: '370306', name: '周村区', desired: 12, received: 12, verified: 12, rendered: 12 }],
  settings: {},
  log: [{ at: '2026-11-23T08:00:00.000Z', level: 'info', text: 'started' }],
  commands: [
    {
      id: '019ab000-0000-7000-8000-0000000000c1',
      order: { kind: 'identify' },
      by: '周管理员',
      at: '2026-11-23T09:00:00.000Z',
      doneAt: '2026-11-23T09:00:01.000Z',
    },
  ],
};

export const listBoxes = endpoint({
  method: 'GET',
  path: '/api/boxes',
  access: 'staff',
  summary: "Boxes of the actor's regions",
  query: PageQuery.extend({
    region: RegionCode.optional(),
    state: BoxState.optional(),
    standing: BoxStanding.optional(),
    /** `1`: only those whose credential two boxes seem to share. */
    suspect: z.literal('1').optional(),
    model: z.string().trim().max(60).optional(),
    /** The beginning of a smart-card number, or part of a name. */
    text: z.string().trim().max(40).optional(),
  }),
  reply: pageOf(Box),
  example: { query: { region: '370306001001' }, reply: { items: [box], total: 1, page: 1, pageSize: 20 } },
});

/** One region's boxes in numbers. */
export const FleetRow = z.object({
  region: RegionCode,
  name: z.string(),
  hasChildren: z.boolean(),
  households: z.int(),
  boxes: z.int(),
  online: z.int(),
  behind: z.int(),
  bound: z.int(),
  suspect: z.int(),
});
export type FleetRow = z.infer<typeof FleetRow>;

export const listFleet = endpoint({
  method: 'GET',
  path: '/api/fleet',
  access: 'staff',
  summary: "Boxes in numbers for the children of a region, or for the roots of the actor's regions",
  query: z.object({ parent: RegionCode.optional() }),
  reply: z.object({ items: z.array(FleetRow) }),
  example: {
    query: { parent: '370306001' },
    reply: {
      items: [
        {
          region: '370306001001',
          name: '车站社区',
          hasChildren: true,
          households: 8,
          boxes: 8,
          online: 6,
          behind: 1,
          bound: 0,
          suspect: 0,
        },
      ],
    },
  },
});

export const readBox = endpoint({
  method: 'GET',
  path: '/api/boxes/:id',
  access: 'staff',
  summary: 'One box with its sequences, log and commands',
  params,
  reply: BoxDetail,
  example: { params: { id }, reply: detail },
});

export const authoriseBoxes = endpoint({
  method: 'POST',
  path: '/api/boxes/authorise',
  access: 'staff',
  summary: 'Allow private content on bound boxes; those in another state are left as they are',
  body: z.strictObject({ boxes: z.array(BoxId).min(1).max(100) }),
  reply: z.object({ authorised: z.int() }),
  example: { body: { boxes: [id] }, reply: { authorised: 1 } },
});

export const moveBox = endpoint({
  method: 'POST',
  path: '/api/boxes/:id/move',
  access: 'staff',
  summary: 'The box stands in another household now: it sees nothing of the old one, and must be authorised anew',
  params,
  body: z.strictObject({ household: RegionCode, reason }),
  reply: BoxDetail,
  example: {
    params: { id },
    body: { household: '3703060010010010010102', reason: '用户搬家' },
    reply: { ...detail, household: '3703060010010010010102', name: '1号楼 102', state: 'bound' },
  },
});

export const revokeBox = endpoint({
  method: 'POST',
  path: '/api/boxes/:id/revoke',
  access: 'staff',
  summary: 'Void the credential; open streams close at once',
  params,
  body: z.strictObject({ reason }),
  reply: BoxDetail,
  example: {
    params: { id },
    body: { reason: '机顶盒丢失' },
    reply: { ...detail, state: 'revoked', credentialAt: null },
  },
});

export const trustBox = endpoint({
  method: 'POST',
  path: '/api/boxes/:id/trust',
  access: 'staff',
  summary: 'Take back the suspicion that two boxes share the credential',
  params,
  body: z.strictObject({ reason }),
  reply: BoxDetail,
  example: { params: { id }, body: { reason: '已上门核实' }, reply: detail },
});

export const commandBox = endpoint({
  method: 'POST',
  path: '/api/boxes/:id/commands',
  access: 'staff',
  summary: 'Send a command to a box that is online',
  params,
  body: BoxOrder,
  reply: BoxDetail,
  example: { params: { id }, body: { kind: 'identify' }, reply: detail },
});
