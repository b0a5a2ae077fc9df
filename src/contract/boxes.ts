// A set-top box: where it stands, what it needs to know, what it reports of itself, what staff do with it.
import { z } from 'zod';
import { BoxSettings } from './box-settings.ts';
import { endpoint, PageQuery, pageOf } from './endpoint.ts';
import { FeedCursor } from './feed.ts';
import { BoxId, CommandId } from './ids.ts';
import { RegionCode } from './regions.ts';
import { Day, Instant } from './time.ts';

/**
 * `listed`: in the operator's list, never activated. `bound`: stands in a household, shows public content.
 * `authorised`: the operator allows private content too. `revoked`: its credential is void, it must be activated anew.
 */
export const BOX_STATES = ['listed', 'bound', 'authorised', 'revoked'] as const;
export const BoxState = z.enum(BOX_STATES);
export type BoxState = z.infer<typeof BoxState>;

/**
 * How a box is doing. `behind`: it has its stream, and what it shows is not the newest for longer than two minutes.
 * `never`: it was never seen.
 */
export const BOX_STANDINGS = ['online', 'behind', 'offline', 'never'] as const;
export const BoxStanding = z.enum(BOX_STANDINGS);
export type BoxStanding = z.infer<typeof BoxStanding>;

/** One day as a resident reads it; the box cannot compute the lunar date itself. */
export const AlmanacDay = z.object({
  day: Day,
  /** 11月23日 */ date: z.string(),
  /** 星期一 */ weekday: z.string(),
  /** 十月十五, or a festival: 中秋节 */ lunar: z.string(),
});
export type AlmanacDay = z.infer<typeof AlmanacDay>;

export const BoxHome = z.object({
  id: BoxId,
  state: BoxState,
  community: z.object({ code: RegionCode, name: z.string() }),
  /** District, town, community, grid, building, household: the regions this box hears. */
  chain: z.array(RegionCode),
  /** What the operator overrides of settings.json for this box; a missing one is not overridden. */
  settings: BoxSettings,
  /** True: ask for a new credential now. */
  rotate: z.boolean(),
  /** The coming seven days, today first. */
  almanac: z.array(AlmanacDay),
  serverTime: Instant,
});
export type BoxHome = z.infer<typeof BoxHome>;

export const readBoxHome = endpoint({
  method: 'GET',
  path: '/api/box',
  access: 'box',
  summary: 'Where this box stands, its settings, and the coming days',
  reply: BoxHome,
  example: {
    reply: {
      id: '019ab000-0000-7000-8000-0000000000b1',
      state: 'authorised',
      community: { code: '370306001001', name: '车站社区' },
      chain: ['370306', '370306001', '370306001001', '370306001001001', '370306001001001001', '3703060010010010010101'],
      settings: {},
      rotate: false,
      almanac: [
        { day: '2026-11-23', date: '11月23日', weekday: '星期一', lunar: '十月十五' },
        { day: '2026-11-24', date: '11月24日', weekday: '星期二', lunar: '十月十六' },
      ],
      serverTime: '2026-11-23T12:00:00.000Z',
    },
  },
});

export const LOG_LEVELS = ['error', 'warn', 'info', 'debug'] as const;
export const LogLevel = z.enum(LOG_LEVELS);
export type LogLevel = z.infer<typeof LogLevel>;

export const LogLine = z.object({ at: Instant, level: LogLevel, text: z.string().max(300) });
export type LogLine = z.infer<typeof LogLine>;

/**
 * What a box tells of itself: at its start, soon after what it shows has changed, and every few minutes.
 * `received`: stored on the box. `verified`: checked, and fit to be shown. `rendered`: the screen was drawn from it.
 */
export const BoxReport = z.strictObject({
  /** Made anew at each start of the app: one that comes back after a newer one betrays a second box. */
  instance: z.string().regex(/^[\w-]{8,40}$/),
  app: z.string().max(40),
  engine: z.string().max(120),
  model: z.string().max(60).nullable(),
  /** 1920x1080 */
  screen: z.string().regex(/^\d{1,5}x\d{1,5}$/),
  /** Of the page, where the engine tells. */
  memoryMb: z.int().nonnegative().nullable(),
  received: FeedCursor,
  verified: FeedCursor,
  rendered: FeedCursor,
  /** Faults since the start of the app. */
  errors: z.int().nonnegative(),
  log: z.array(LogLine).max(50),
});
export type BoxReport = z.infer<typeof BoxReport>;

export const reportBox = endpoint({
  method: 'POST',
  path: '/api/box/report',
  access: 'box',
  summary: 'How this box is doing and what it shows',
  body: BoxReport,
  reply: z.undefined(),
  status: 204,
  example: {
    body: {
      instance: 'k3Jd9sLq',
      app: '0.1.0',
      engine: 'WPE 2.38',
      model: 'HC3100',
      screen: '1920x1080',
      memoryMb: 84,
      received: '370306:1',
      verified: '370306:1',
      rendered: '370306:1',
      errors: 0,
      log: [],
    },
    reply: undefined,
  },
});

/** The new credential is good at once; the old one until the new one was used for the first time. */
export const rotateCredential = endpoint({
  method: 'POST',
  path: '/api/box/credential',
  access: 'box',
  summary: 'A new credential for this box',
  reply: z.object({ token: z.string() }),
  status: 201,
  example: { reply: { token: 'bD9rq_Hywj62qIuigrzNS_eePzOB8oaQ' } },
});

export const unbindBox = endpoint({
  method: 'POST',
  path: '/api/box/unbind',
  access: 'box',
  summary: "The installer takes this box out of its household, by the household's PIN; its credential is void at once",
  body: z.strictObject({ pin: z.string().regex(/^\d{6}$/) }),
  reply: z.undefined(),
  status: 204,
  example: { body: { pin: '604182' }, reply: undefined },
});

/** `identify`: a sign on the screen. `log-level` names the level from which lines are reported. */
export const BoxOrder = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('identify') }),
  z.strictObject({ kind: z.literal('resync') }),
  z.strictObject({ kind: z.literal('restart') }),
  z.strictObject({ kind: z.literal('log-level'), level: LogLevel }),
]);
export type BoxOrder = z.infer<typeof BoxOrder>;

/** The stream's event `command`: an order with an id to acknowledge. */
export const BoxCommand = z.object({ id: CommandId, order: BoxOrder });
export type BoxCommand = z.infer<typeof BoxCommand>;

/** The stream's event `refresh` has no content: read `readBoxHome` anew, each box after a moment of its own (up to 10 s). */
export const REFRESH_SPREAD_MS = 10_000;

export const acknowledgeCommand = endpoint({
  method: 'POST',
  path: '/api/box/commands/:id/done',
  access: 'box',
  summary: 'The box has carried out a command',
  params: z.object({ id: CommandId }),
  reply: z.undefined(),
  status: 204,
  example: { params: { id: '019ab000-0000-7000-8000-0000000000c1' }, reply: undefined },
});

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
