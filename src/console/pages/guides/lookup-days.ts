// The days of a period, each with how often guides were looked up on it.
import type { Day } from '../../../contract/time.ts';
import { addDays, daysBetween } from '../../../domain/time/days.ts';

export interface DayTimes {
  readonly day: Day;
  readonly times: number;
}

/** From the first day to the last, both included; a day that nobody told of has none. */
export function everyDay(from: Day, to: Day, byDay: readonly DayTimes[]): DayTimes[] {
  const told = new Map(byDay.map(({ day, times }) => [day, times]));
  return Array.from({ length: daysBetween(from, to) + 1 }, (_, at) => {
    const day = addDays(from, at);
    return { day, times: told.get(day) ?? 0 };
  });
}
