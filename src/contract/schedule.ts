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
