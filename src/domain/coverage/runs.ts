// When a box counts as active: its sightings kept as runs of days, and the one question asked of them.
import type { Day } from '../../contract/time.ts';
import { addDays, daysBetween } from '../time/days.ts';

/**
 * A box that is seen again at most so many days after it was last seen goes on in the same run. Not more than
 * ACTIVE_DAYS.least: within a run the box is active on every day, however few days one asks for.
 */
export const PAUSE_DAYS = 7;

/** One box in one household. It was seen on the first and on the last day, and between them with short pauses only. */
export interface Run {
  readonly firstDay: Day;
  readonly lastDay: Day;
  /** The box left the household on this day. */
  readonly endedDay: Day | null;
}

/** As of `asOf`: was it seen on that day or the days before, `activeDays` in all, and has it not left since? */
export function isActive(run: Run, asOf: Day, activeDays: number): boolean {
  if (asOf < run.firstDay || (run.endedDay !== null && asOf >= run.endedDay)) return false;
  return run.lastDay >= addDays(asOf, 1 - activeDays);
}

/**
 * The runs of one box in one household once it was seen there on `day`. The rule, also where it is written in SQL:
 *
 * - The day extends a run where `first_day <= day`, `day - last_day <= PAUSE_DAYS` and the run has not ended by then
 *   (`ended_day` is null or later): `last_day` becomes the later of the two. A day within the run changes nothing.
 * - Else a run of that one day begins: `first_day = last_day = day`.
 * - One that began and ended on that very day counts on no day: it is opened again (`ended_day` null).
 *
 * A day that is told late, before the first day of a run, begins a run of its own: runs may overlap.
 */
export function sight(runs: readonly Run[], day: Day): Run[] {
  const goesOn = runs.findLast(
    (run) =>
      run.firstDay <= day &&
      daysBetween(run.lastDay, day) <= PAUSE_DAYS &&
      (run.endedDay === null || day < run.endedDay),
  );
  if (goesOn) return runs.map((run) => (run === goesOn && day > run.lastDay ? { ...run, lastDay: day } : run));
  return [...runs.filter((run) => run.firstDay !== day), { firstDay: day, lastDay: day, endedDay: null }];
}

/** The runs once the box has left the household on `day`: those that had not ended end. */
export function leave(runs: readonly Run[], day: Day): Run[] {
  return runs.map((run) => (run.endedDay === null ? { ...run, endedDay: day } : run));
}
