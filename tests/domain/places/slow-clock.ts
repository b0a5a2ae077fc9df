// Whether a place is open, the slow way: minute by minute, with the calendar's own file. Shares nothing with src/domain.
import holidays from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import type { Hours } from '../../../src/contract/places.ts';

const MINUTE_MS = 60_000;
const inShanghai = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const weekday = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', weekday: 'short' });

export function isOpenSlowly(hours: Hours, atMs: number): boolean {
  const [day = '', clock = ''] = inShanghai.format(atMs).split(' ');
  const minute = Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
  return periodsOf(hours, day).some(({ from, to }) => minute >= from && minute < to);
}

/** The first moment after this one at which it is otherwise; null: not within so many days. */
export function changeSlowly(hours: Hours, atMs: number, days: number): number | null {
  const now = isOpenSlowly(hours, atMs);
  const begin = Math.floor(atMs / MINUTE_MS) * MINUTE_MS;
  for (let ms = begin + MINUTE_MS; ms <= begin + days * 1440 * MINUTE_MS; ms += MINUTE_MS)
    if (isOpenSlowly(hours, ms) !== now) return ms;
  return null;
}

function periodsOf(hours: Hours, day: string) {
  const exception = hours.exceptions.find((each) => each.day === day);
  if (exception) return exception.periods;
  const usual = hours.week[WEEKDAYS.indexOf(weekday.format(new Date(day)))] ?? [];
  if (hours.holidays === 'as-usual') return usual;
  if (day in holidays.holidays) return [];
  if (day in holidays.workdays && usual.length === 0) return hours.week.find(({ length }) => length > 0) ?? [];
  return usual;
}
