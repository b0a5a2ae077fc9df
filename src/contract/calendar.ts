// The calendar of a region: what its boxes show and when, what is on at one moment, and what gets into its own way.
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { NoticeItem, readFeed } from './feed.ts';
import { NoticeId } from './ids.ts';
import { NoticeCategory, NoticeState } from './notices.ts';
import { RegionCode } from './regions.ts';
import { ANY_TIME, Placement, Schedule } from './schedule.ts';
import { Day, Instant } from './time.ts';

export const CALENDAR_LIMITS = {
  /** Days that are asked for at once. */
  days: 35,
  /** More banners or texts in the ticker at once are read by nobody. */
  together: 3,
  /** Percent of a shared place: less than six seconds in a minute. */
  share: 10,
} as const;

/** From its first moment up to but without its last. */
const CalendarSpan = z.object({ from: Instant, to: Instant });

export const CalendarItem = z.object({
  id: NoticeId,
  title: z.string(),
  source: z.string(),
  category: NoticeCategory,
  state: NoticeState,
  /** Not signed off yet: as it will be if it is, from now on. */
  planned: z.boolean(),
  pinned: z.boolean(),
  placements: z.array(Placement),
  weight: z.int(),
  regions: z.array(z.object({ code: RegionCode, name: z.string() })),
  /** Within the days that were asked for. */
  spans: z.array(CalendarSpan),
});
export type CalendarItem = z.infer<typeof CalendarItem>;

export const CONFLICT_KINDS = ['full-together', 'banners', 'tickers', 'thin-share', 'never-on'] as const;
export const Conflict = z.object({
  /**
   * `full-together`: two want the whole screen. `banners`, `tickers`: too many at once. `thin-share`: one of those that
   * share the card is hardly seen. `never-on`: no moment is left of the schedule.
   */
  kind: z.enum(CONFLICT_KINDS),
  items: z.array(NoticeId).min(1),
  /** When it begins and ends, within the days that were asked for; null: it is not about a time. */
  span: CalendarSpan.nullable(),
  /** Of `thin-share`: the least share, percent. */
  share: z.number().nullable(),
});
export type Conflict = z.infer<typeof Conflict>;

const id = '019ab000-0000-7000-8000-0000000000a1';
const span = { from: '2026-11-23T01:10:00.000Z', to: '2026-11-29T16:00:00.000Z' };

export const readCalendar = endpoint({
  method: 'GET',
  path: '/api/schedule',
  access: 'staff',
  summary: 'What the boxes of a region show between two days, also what is planned, and conflicts',
  query: z.object({ region: RegionCode, from: Day, to: Day }),
  reply: z.object({ items: z.array(CalendarItem), conflicts: z.array(Conflict) }),
  example: {
    query: { region: '370306001001', from: '2026-11-23', to: '2026-11-29' },
    reply: {
      items: [
        {
          id,
          title: '本周六上午免费量血压',
          source: '车站社区居委会',
          category: 'activity',
          state: 'published',
          planned: false,
          pinned: true,
          placements: ['banner'],
          weight: 1,
          regions: [{ code: '370306001001', name: '车站社区' }],
          spans: [span],
        },
      ],
      conflicts: [],
    },
  },
});

const place = z.array(NoticeId);
/** `shown`: whose turn it is. */
const sharedPlace = z.object({ items: place, shown: NoticeId.nullable() });

export const OnAir = z.object({
  at: Instant,
  region: z.object({ code: RegionCode, name: z.string() }),
  /** Everything that is on, newest first, as the boxes were told. */
  items: z.array(NoticeItem),
  card: sharedPlace,
  banner: sharedPlace,
  ticker: place,
  full: place,
  standby: sharedPlace,
});
export type OnAir = z.infer<typeof OnAir>;

export const readOnAir = endpoint({
  method: 'GET',
  path: '/api/schedule/now',
  access: 'staff',
  summary: 'What is on the boxes of a region at any moment, past or to come, place by place; of what is signed off',
  query: z.object({ region: RegionCode, at: Instant }),
  reply: OnAir,
  example: {
    query: { region: '370306001001', at: '2026-11-23T12:00:00.000Z' },
    reply: {
      at: '2026-11-23T12:00:00.000Z',
      region: { code: '370306001001', name: '车站社区' },
      items: readFeed.example.reply.entries.flatMap((entry) =>
        entry.action === 'put' && entry.item.kind === 'notice' ? [entry.item] : [],
      ),
      card: { items: [id], shown: id },
      banner: { items: [], shown: null },
      ticker: [id],
      full: [],
      standby: { items: [id], shown: id },
    },
  },
});

export const previewSchedule = endpoint({
  method: 'POST',
  path: '/api/schedule/preview',
  access: 'staff',
  summary: 'The next ten days on which a schedule is on, and when; refused where the schedule cannot be carried out',
  body: z.strictObject({ schedule: Schedule, validFrom: Instant, validTo: Instant.nullable() }),
  reply: z.object({
    days: z.array(z.object({ day: Day, spans: z.array(CalendarSpan) })),
    /** There are more days after these. */
    more: z.boolean(),
  }),
  example: {
    body: { schedule: { ...ANY_TIME, days: 'working' }, validFrom: span.from, validTo: '2026-11-24T10:00:00.000Z' },
    reply: {
      days: [
        { day: '2026-11-23', spans: [{ from: span.from, to: '2026-11-23T16:00:00.000Z' }] },
        { day: '2026-11-24', spans: [{ from: '2026-11-23T16:00:00.000Z', to: '2026-11-24T10:00:00.000Z' }] },
      ],
      more: false,
    },
  },
});
