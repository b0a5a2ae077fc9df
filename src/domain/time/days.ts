// Reckoning with calendar days.
import type { Day } from '../../contract/time.ts';

const DAY_MS = 86_400_000;
/** China has had one time zone without summer time since 1991. */
export const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** The day `count` days later; earlier where it is negative. */
export const addDays = (day: Day, count: number): Day =>
  new Date(Date.parse(day) + count * DAY_MS).toISOString().slice(0, 10) as Day;

/** How many days `to` is later than `from`; negative where it is earlier. */
export const daysBetween = (from: Day, to: Day): number => (Date.parse(to) - Date.parse(from)) / DAY_MS;

/** The moment (ms) a day begins in Asia/Shanghai. */
export const startOfDay = (day: Day): number => Date.parse(`${day}T00:00:00.000Z`) - SHANGHAI_OFFSET_MS;
