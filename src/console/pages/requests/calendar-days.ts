// A year of the district's calendar as twelve grids of days, each with how it is reckoned.

import type { Day } from '../../../contract/time.ts';
import type { WorkingDayChange } from '../../../contract/working-days.ts';

export interface CalendarDay {
  readonly day: Day;
  /** 1 to 31. */
  readonly date: number;
  readonly isWeekend: boolean;
  readonly works: boolean;
  readonly change: WorkingDayChange | undefined;
}

export interface CalendarMonth {
  /** 1 to 12. */
  readonly month: number;
  /** Empty cells before the first, in weeks that begin on Monday. */
  readonly blanks: number;
  readonly days: readonly CalendarDay[];
  readonly workingDays: number;
}

export function monthsOf(year: number, changes: readonly WorkingDayChange[]): CalendarMonth[] {
  const byDay = new Map(changes.map((change) => [change.day, change]));
  return Array.from({ length: 12 }, (_, at) => {
    const count = new Date(Date.UTC(year, at + 1, 0)).getUTCDate();
    const days = Array.from({ length: count }, (_each, index) => dayOf(year, at, index + 1, byDay));
    return {
      month: at + 1,
      blanks: (new Date(Date.UTC(year, at, 1)).getUTCDay() + 6) % 7,
      days,
      workingDays: days.filter(({ works }) => works).length,
    };
  });
}

function dayOf(year: number, month: number, date: number, byDay: ReadonlyMap<Day, WorkingDayChange>): CalendarDay {
  const at = new Date(Date.UTC(year, month, date));
  const day = at.toISOString().slice(0, 10) as Day;
  const isWeekend = at.getUTCDay() % 6 === 0;
  const change = byDay.get(day);
  return { day, date, isWeekend, works: change ? change.working : !isWeekend, change };
}

/** With one day set anew, or as its weekday says where `next` is null; in the order of days. */
export function withChange(
  changes: readonly WorkingDayChange[],
  day: Day,
  next: Omit<WorkingDayChange, 'day'> | null,
): WorkingDayChange[] {
  const others = changes.filter((change) => change.day !== day);
  return (next ? [...others, { day, ...next }] : others).sort((a, b) => a.day.localeCompare(b.day));
}
