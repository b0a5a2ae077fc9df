// A place's hours as its office writes them, resolved to days: holidays, make-up days, exceptions.
import type { CarriedHours, Hours, Period } from '../../contract/places.ts';
import type { Day } from '../../contract/time.ts';
import { addDays } from '../time/days.ts';
import type { CalendarDay } from '../time/working-days.ts';
import { type PeriodsOf, weekdayOf } from './open.ts';

/** What the calendar of the State Council says of a day; null: nobody knows yet. */
export type CalendarOf = (day: Day) => CalendarDay | null;

export function periodsWritten(hours: Hours, calendarOf: CalendarOf): PeriodsOf {
  return (day) => {
    const exception = hours.exceptions.find((each) => each.day === day);
    if (exception) return exception.periods;
    const usual = hours.week[weekdayOf(day)] ?? [];
    if (hours.holidays === 'as-usual') return usual;
    const calendar = calendarOf(day);
    if (calendar === null) return null;
    if (calendar === 'holiday') return [];
    return calendar === 'make-up' && usual.length === 0 ? firstOf(hours.week) : usual;
  };
}

/** A make-up day is a weekend on which one works; nobody says for which weekday it stands in. */
const firstOf = (week: Hours['week']): readonly Period[] => week.find((periods) => periods.length > 0) ?? [];

/** Hours as a box carries them, of the days from the first to the last, both included. */
export function carryHours(hours: Hours, days: { from: Day; to: Day }, calendarOf: CalendarOf): CarriedHours {
  const periodsOf = periodsWritten(hours, calendarOf);
  const special: CarriedHours['special'] = [];
  for (let day = days.from; day <= days.to; day = addDays(day, 1)) {
    const periods = periodsOf(day);
    if (periods === null) return { week: hours.week, special, knownTo: addDays(day, -1) };
    if (!isSame(periods, hours.week[weekdayOf(day)] ?? [])) special.push({ day, periods: [...periods] });
  }
  return { week: hours.week, special, knownTo: days.to };
}

/**
 * The days that boxes are told of: this month and the next two, so that what they carry changes once a month and not
 * every day.
 */
export function daysCarried(today: Day): { from: Day; to: Day } {
  const [year = 0, month = 0] = today.split('-').map(Number);
  return {
    from: `${today.slice(0, 7)}-01` as Day,
    to: new Date(Date.UTC(year, month + 2, 0)).toISOString().slice(0, 10) as Day,
  };
}

const isSame = (one: readonly Period[], other: readonly Period[]): boolean =>
  one.length === other.length && one.every(({ from, to }, at) => other[at]?.from === from && other[at]?.to === to);
