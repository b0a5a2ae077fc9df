// Until when a case is to be answered: by its frozen rules, the district's working days, pauses and extensions.
import type { Light, TimeClass, TimeRule } from '../../contract/requests.ts';
import type { Day, Instant } from '../../contract/time.ts';
import { addDays, SHANGHAI_OFFSET_MS, startOfDay } from '../time/days.ts';
import type { Case } from './state.ts';

/** Does the district work on that day? Null: nobody has entered that year yet. */
export type WorkingDays = (day: Day) => boolean | null;

export type Rules = Readonly<Record<TimeClass, TimeRule>>;

/** `missing`: the year whose holidays have to be known, and are not. */
export type Due = { readonly at: Instant } | { readonly missing: number };

type Clock = Pick<Case, 'state' | 'timeClass' | 'countsFrom' | 'pauses' | 'suspendedAt' | 'extendedTo' | 'extendedAt'>;

const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
/** 督办 comes so long after the deadline. */
const SUPERVISE_AFTER_MS = 5 * DAY_MS;
/** Of the time there is, the part in which the light is yellow. */
const YELLOW_PART = 0.2;
/** Of the time there is, the part within which work on it begins. */
const RESPONSE_PART = 0.2;

const instant = (ms: number): Instant => new Date(ms).toISOString() as Instant;
const dayOf = (ms: number): Day => new Date(ms + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10) as Day;

/**
 * Hours pass day and night; working days count from the day after receipt to the end of the last one. While a case is
 * suspended hours stand, and a day at whose end it is suspended does not count. An extension never shortens, and moves
 * by the pauses since it was granted. Null while the clock stands.
 */
export function dueOf(clock: Clock, rules: Rules, works: WorkingDays): Due | null {
  if (clock.state === 'suspended') return null;
  const rule = rules[clock.timeClass];
  const counted = rule.unit === 'hours' ? afterHours(clock, rule.count) : afterWorkingDays(clock, rule.count, works);
  if ('missing' in counted || clock.extendedTo === null || clock.extendedAt === null) return counted;
  const extended = withPauses(clock.extendedTo, clock.pauses, clock.extendedAt);
  return { at: extended > counted.at ? extended : counted.at };
}

const afterHours = ({ countsFrom, pauses }: Clock, hours: number): Due => ({
  at: withPauses(instant(Date.parse(countsFrom) + hours * HOUR_MS), pauses, countsFrom),
});

/** A deadline that was set at `since`, later by the pauses from then on. */
function withPauses(deadline: Instant, pauses: Clock['pauses'], since: Instant): Instant {
  let due = Date.parse(deadline);
  // In their order: one that began after the deadline moved nothing.
  for (const { from, to } of pauses) {
    const begun = Math.max(Date.parse(from), Date.parse(since));
    if (begun < due) due += Math.max(0, Date.parse(to) - begun);
  }
  return instant(due);
}

function afterWorkingDays({ countsFrom, pauses }: Clock, count: number, works: WorkingDays): Due {
  let left = count;
  for (let day = addDays(dayOf(Date.parse(countsFrom)), 1); ; day = addDays(day, 1)) {
    const working = works(day);
    if (working === null) return { missing: Number(day.slice(0, 4)) };
    const end = startOfDay(day) + DAY_MS;
    const paused = pauses.some(({ from, to }) => Date.parse(from) < end && end <= Date.parse(to));
    if (working && !paused) left -= 1;
    if (left === 0) return { at: instant(end) };
  }
}

/** What a person sees of it at a glance; of a case that is answered or over nothing. */
export function lightOf(
  { state, countsFrom }: Pick<Case, 'state' | 'countsFrom'>,
  due: Instant | null,
  now: Instant,
): Light {
  if (state === 'suspended') return 'stopped';
  if (due === null || !['received', 'assigned', 'handling'].includes(state)) return 'none';
  if (now >= due) return 'red';
  return now >= yellowFrom(countsFrom, due) ? 'yellow' : 'green';
}

export type Duty = 'note' | 'urge' | 'supervise';

/** From when on the light is yellow. */
export const yellowFrom = (countsFrom: Instant, due: Instant): Instant =>
  instant(Date.parse(due) - Math.floor((Date.parse(due) - Date.parse(countsFrom)) * YELLOW_PART));

/** Until when it is begun promptly. */
export const responseBy = (countsFrom: Instant, due: Instant): Instant =>
  instant(Date.parse(countsFrom) + Math.floor((Date.parse(due) - Date.parse(countsFrom)) * RESPONSE_PART));

/** What the system does by itself now, each once in a round: a reminder while it is yellow, 催办 at the deadline, 督办 five days after. */
export function dutiesOf(
  clock: Pick<Case, 'state' | 'countsFrom' | 'remindedBySystem' | 'urgedBySystem' | 'supervisedBySystem'>,
  due: Instant | null,
  now: Instant,
): readonly Duty[] {
  const { state, countsFrom, remindedBySystem, urgedBySystem, supervisedBySystem } = clock;
  if (due === null || !['received', 'assigned', 'handling'].includes(state)) return [];
  const late = Date.parse(now) - Date.parse(due);
  return [
    ...(late < 0 && now >= yellowFrom(countsFrom, due) && !remindedBySystem ? (['note'] as const) : []),
    ...(late >= 0 && !urgedBySystem ? (['urge'] as const) : []),
    ...(late >= SUPERVISE_AFTER_MS && !supervisedBySystem ? (['supervise'] as const) : []),
  ];
}
