// A set-top box by its own word: what it asks, what it is told, what it reports of itself, what it obeys.
import { z } from 'zod';
import { BoxSettings } from './box-settings.ts';
import { endpoint } from './endpoint.ts';
import { FeedCursor } from './feed.ts';
import { GuideNumber } from './guides.ts';
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
  /** Of the catalogue: a box that holds an older one reads the manifest. */
  catalogue: z.int().nonnegative(),
  /** Guides the household keeps at hand, the last one added first. */
  favourites: z.array(GuideNumber),
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
      catalogue: 3,
      favourites: ['0201'],
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
