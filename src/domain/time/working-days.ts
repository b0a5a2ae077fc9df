// Working days as the State Council sets them: weekends, public holidays, make-up days; only for years that are known.
import chineseDays from 'chinese-days';
import type { Day } from '../../contract/time.ts';
import type { WorkingDayChange } from '../../contract/working-days.ts';
import { addDays } from './days.ts';
import { type CalendarYear, isWeekday, yearOf } from './district-calendar.ts';

/**
 * Is it a working day? Null: nobody knows yet. The holidays of a year are announced in the November before; the library
 * takes a year it has no data for as one without holidays.
 */
export function isWorkingDay(day: Day): boolean | null {
  return isYearKnown(Number(day.slice(0, 4))) ? chineseDays.isWorkday(day) : null;
}

/** `holiday`: a public holiday (法定节假日), weekends within it included. `make-up`: a weekend on which one works for it. */
export type CalendarDay = 'usual' | 'holiday' | 'make-up';

/** Null: nobody knows yet. */
export function calendarDayOf(day: Day): CalendarDay | null {
  if (!isYearKnown(Number(day.slice(0, 4)))) return null;
  const { work, name } = chineseDays.getDayDetail(day);
  // A weekday's name is one word, a holiday's are several.
  if (!name.includes(',')) return 'usual';
  return work ? 'make-up' : 'holiday';
}

/** The years between the two, both included, that are known: with their days that are not as their weekday says. */
export function knownYears(first: number, last: number): CalendarYear[] {
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return years.filter(isYearKnown).map((year) => ({ year, changes: changesOf(year) }));
}

function changesOf(year: number): WorkingDayChange[] {
  const changes: WorkingDayChange[] = [];
  for (let day = `${year}-01-01` as Day; yearOf(day) === year; day = addDays(day, 1)) {
    const working = chineseDays.isWorkday(day);
    if (working === isWeekday(day)) continue;
    // English name, Chinese name, days off.
    const [, name = ''] = chineseDays.getDayDetail(day).name.split(',');
    changes.push({ day, working, name: working ? `${name}调休` : name });
  }
  return changes;
}

/** A year is known when its first and its last public holiday have names; of others the library gives the weekday's. */
function isYearKnown(year: number): boolean {
  return [`${year}-01-01`, `${year}-10-01`].every((day) => chineseDays.getDayDetail(day).name.includes(','));
}
