// Is a place open at a moment, and until when; else, when does it open? On the box, the server and in the console alike.
import type { CarriedHours, Period } from '../../contract/places.ts';
import type { Day } from '../../contract/time.ts';
import { addDays, SHANGHAI_OFFSET_MS, startOfDay } from '../time/days.ts';

const MINUTE_MS = 60_000;
const DAY_MINUTES = 1440;
/** Further on nobody plans a way to an office; the longest run of holidays is shorter. */
const DAYS_AHEAD = 14;

/** A day's periods, in order and apart; null: they are not known. */
export type PeriodsOf = (day: Day) => readonly Period[] | null;

/** Moments in ms. `until` null: no end within the days that are known. `opens` null: not within them. */
export type Opening =
  | { readonly open: true; readonly until: number | null }
  | { readonly open: false; readonly opens: number | null };

/** Null: nobody knows what holds on the day of the moment. */
export function openingAt(periodsOf: PeriodsOf, atMs: number): Opening | null {
  const today = dayAt(atMs);
  const periods = periodsOf(today);
  if (periods === null) return null;
  const minute = (atMs - startOfDay(today)) / MINUTE_MS;
  const now = periods.filter(({ from, to }) => from <= minute && minute < to)[0];
  if (now) return { open: true, until: endOf(periodsOf, today, now) };
  const next = periods.filter(({ from }) => from > minute)[0];
  if (next) return { open: false, opens: momentOf(today, next.from) };
  for (let ahead = 1; ahead <= DAYS_AHEAD; ahead += 1) {
    const day = addDays(today, ahead);
    const first = periodsOf(day)?.[0];
    if (first) return { open: false, opens: momentOf(day, first.from) };
    if (periodsOf(day) === null) break;
  }
  return { open: false, opens: null };
}

/** What goes on past midnight goes on in the first period of the day after. */
function endOf(periodsOf: PeriodsOf, today: Day, period: Period): number | null {
  let last = period;
  for (let day = today, ahead = 0; ahead <= DAYS_AHEAD; ahead += 1) {
    if (last.to < DAY_MINUTES) return momentOf(day, last.to);
    const following = addDays(day, 1);
    const periods = periodsOf(following);
    if (periods === null) return null;
    const first = periods[0];
    if (!first || first.from > 0) return momentOf(day, last.to);
    day = following;
    last = first;
  }
  return null;
}

/** What a box knows of a place's days. */
export function periodsCarried(hours: CarriedHours): PeriodsOf {
  return (day) => {
    if (day > hours.knownTo) return null;
    const special = hours.special.filter((each) => each.day === day)[0];
    return special ? special.periods : (hours.week[weekdayOf(day)] ?? []);
  };
}

/** Monday is 0. */
export const weekdayOf = (day: Day): number => (new Date(Date.parse(day)).getUTCDay() + 6) % 7;

const momentOf = (day: Day, minute: number): number => startOfDay(day) + minute * MINUTE_MS;

const dayAt = (atMs: number): Day => new Date(atMs + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10) as Day;
