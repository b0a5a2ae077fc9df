// The district's working days: as the weekday says, but for the days that its years name.

import type { Day } from '../../contract/time.ts';
import type { WorkingDayChange } from '../../contract/working-days.ts';
import type { WorkingDays } from '../requests/limits.ts';

/** A year somebody has entered, with the days that are not as their weekday says. */
export interface CalendarYear {
  readonly year: number;
  readonly changes: readonly WorkingDayChange[];
}

/** Of a year that is not among them nobody knows anything: null, never a guess. */
export function createDistrictCalendar(years: readonly CalendarYear[]): WorkingDays {
  const loaded = new Map(
    years.map(({ year, changes }) => [year, new Map(changes.map(({ day, working }) => [day, working]))]),
  );
  return (day) => {
    const changes = loaded.get(yearOf(day));
    return changes ? (changes.get(day) ?? isWeekday(day)) : null;
  };
}

/** What is wrong with a year as it was entered: each place by its path, with a sentence. */
export function calendarFaults({ year, changes }: CalendarYear): { path: string; message: string }[] {
  const days = changes.map(({ day }) => day);
  return changes.flatMap(({ day, working }, index) => {
    const path = `changes.${index}.day`;
    if (yearOf(day) !== year) return [{ path, message: `${day} 不在 ${year} 年` }];
    if (days.indexOf(day) < index) return [{ path, message: `${day} 填了两次` }];
    if (working === isWeekday(day)) return [{ path, message: `${day} 本来就${working ? '上班' : '休息'}，不用填` }];
    return [];
  });
}

export const yearOf = (day: Day): number => Number(day.slice(0, 4));

/** Monday to Friday. */
export const isWeekday = (day: Day): boolean => new Date(day).getUTCDay() % 6 !== 0;
