// What an author wrote, resolved into the days it means: at sign-off, on the server. Boxes are told the days.
import ICAL from 'ical.js';
import { type Airing, SCHEDULE_LIMITS, type Schedule } from '../../contract/schedule.ts';
import type { Day, Instant } from '../../contract/time.ts';
import { dayOf } from '../time/almanac.ts';
import { addDays, daysBetween } from '../time/days.ts';
import { formatRecurrence, parseRecurrence, type RecurrenceRule } from './recurrence.ts';

/** Working day or not; null: the year's holidays are not known. */
export type WorkingCalendar = (day: Day) => boolean | null;

export type ScheduleFault =
  | { readonly fault: 'recurrence' | 'dayparts' | 'end-missing' | 'too-long' }
  | { readonly fault: 'year-unknown'; readonly year: string };

export interface ValidityAndSchedule {
  readonly schedule: Schedule;
  readonly validFrom: Instant;
  readonly validTo: Instant | null;
}

/**
 * The days an item is on, as boxes are told; a fault where that cannot be said. Days are those on which a daypart may
 * begin: from the first of the validity, or the one before, whose night reaches into it, to the last. A recurrence counts
 * from the first, which is an occurrence only where the rule says so; working or rest days then narrow what it gives.
 */
export function airingOf(written: ValidityAndSchedule, calendar: WorkingCalendar): Airing | ScheduleFault {
  const { schedule, validFrom, validTo } = written;
  const { recurrence, days: kind, dayparts } = schedule;
  if (dayparts?.some(({ from, to }) => from === to)) return { fault: 'dayparts' };
  if (recurrence === null && kind === 'every') return { days: null, dayparts };
  const rule = recurrence === null ? null : parseRecurrence(recurrence);
  if (recurrence !== null && rule === null) return { fault: 'recurrence' };
  if (validTo === null) return { fault: 'end-missing' };
  const first = dayOf(Date.parse(validFrom));
  const last = dayOf(Date.parse(validTo) - 1);
  if (daysBetween(first, last) >= SCHEDULE_LIMITS.days) return { fault: 'too-long' };
  const days = rule ? occurrences(rule, first, last) : daysFrom(addDays(first, -1), last);
  const wanted = kind === 'every' ? days : ofKind(days, kind === 'working', calendar);
  return 'fault' in wanted ? wanted : { days: runsOf(wanted), dayparts };
}

function occurrences(rule: RecurrenceRule, first: Day, last: Day): Day[] {
  const start = ICAL.Time.fromDateString(first);
  // ical.js takes the day it starts with for an occurrence although BYSETPOS leaves it out: it starts a turn earlier.
  if (rule.bySetPos.length > 0) start.adjust(1 - start.day, 0, 0, 0);
  if (rule.bySetPos.length > 0) start.month -= rule.interval;
  const steps = ICAL.Recur.fromString(formatRecurrence({ ...rule, count: null })).iterator(start);
  const days: Day[] = [];
  for (let step = steps.next(); step && days.length < (rule.count ?? Number.POSITIVE_INFINITY); step = steps.next()) {
    const day = step.toString() as Day;
    if (day > last) break;
    if (day >= first) days.push(day);
  }
  return days;
}

function daysFrom(first: Day, last: Day): Day[] {
  return Array.from({ length: daysBetween(first, last) + 1 }, (_, index) => addDays(first, index));
}

function ofKind(days: readonly Day[], working: boolean, calendar: WorkingCalendar): readonly Day[] | ScheduleFault {
  const unknown = days.find((day) => calendar(day) === null);
  if (unknown) return { fault: 'year-unknown', year: unknown.slice(0, 4) };
  return days.filter((day) => calendar(day) === working);
}

/** Days that follow each other are one run. */
function runsOf(days: readonly Day[]): { from: Day; to: Day }[] {
  const runs: { from: Day; to: Day }[] = [];
  for (const day of days) {
    const open = runs[runs.length - 1];
    if (open && addDays(open.to, 1) === day) open.to = day;
    else runs.push({ from: day, to: day });
  }
  return runs;
}
