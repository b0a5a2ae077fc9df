// When and where on a screen an item is shown: as its author writes it, and as the boxes are told.
import { z } from 'zod';
import { Day } from './time.ts';

/** Places on a screen beside the list, where every notice stands. `card`: the large one on home. `standby`: the loop of a lobby's screen. */
export const PLACEMENTS = ['card', 'banner', 'ticker', 'full', 'standby'] as const;
export const Placement = z.enum(PLACEMENTS);
export type Placement = z.infer<typeof Placement>;

/** Minutes of the day in Asia/Shanghai, from the first up to but without the second; past midnight where `to` is not later. */
const Daypart = z.object({ from: z.int().min(0).max(1439), to: z.int().min(1).max(1440) });
export type Daypart = z.infer<typeof Daypart>;

/** Days in Asia/Shanghai, both ends included. */
const DayRun = z.object({ from: Day, to: Day });
export type DayRun = z.infer<typeof DayRun>;

/**
 * When an item is on, within its validity. What depends on a calendar (a recurrence, working days) is resolved to days
 * at sign-off: boxes need no calendar, and what was signed is what is shown. Null: every day, the whole day.
 */
export const Airing = z.object({
  days: z.array(DayRun).max(400).nullable(),
  dayparts: z.array(Daypart).max(8).nullable(),
});
export type Airing = z.infer<typeof Airing>;

/** Every day; working days; weekends and public holidays. By the calendar of the State Council, make-up days included. */
export const DAY_KINDS = ['every', 'working', 'rest'] as const;
export type DayKind = (typeof DAY_KINDS)[number];

export const SCHEDULE_LIMITS = { dayparts: 8, recurrence: 200, days: 400, weight: 10 } as const;

/** When an item is on, as its author writes it: all three narrow the validity, which bounds them. */
export const Schedule = z.strictObject({
  /** A rule of RFC 5545 (`FREQ=WEEKLY;BYDAY=MO,WE`), counted from the first day of the validity; null: every day. */
  recurrence: z.string().max(SCHEDULE_LIMITS.recurrence).nullable(),
  days: z.enum(DAY_KINDS),
  /** Null: the whole day. */
  dayparts: z.array(Daypart).min(1).max(SCHEDULE_LIMITS.dayparts).nullable(),
});
export type Schedule = z.infer<typeof Schedule>;

/** Written by nobody: on all the time. */
export const ANY_TIME: Schedule = { recurrence: null, days: 'every', dayparts: null };

/** Each at most once. */
export const Placements = z
  .array(Placement)
  .max(PLACEMENTS.length)
  .refine((placements) => new Set(placements).size === placements.length);

/** Share of voice among the items of one placement: twice the weight comes twice as often. */
export const Weight = z.int().min(1).max(SCHEDULE_LIMITS.weight);
