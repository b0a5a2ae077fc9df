// The course of coverage as a chart wants it.
import type { z } from 'zod';
import type { readCoverageTrend } from '../../../contract/coverage.ts';
import { Day } from '../../../contract/time.ts';

export type TrendPoint = z.output<typeof readCoverageTrend.reply>['items'][number];

/** The same day twelve months before: 2026-11-23 -> 2025-11-23. A 29 February becomes the 28th. */
export function yearBefore(day: Day): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year - 1, month, 0)).getUTCDate();
  return Day.parse(new Date(Date.UTC(year - 1, month - 1, Math.min(date, last))).toISOString().slice(0, 10));
}

/** A gap where no household was known, so that the line does not pretend one. */
export function seriesOf(items: readonly TrendPoint[]): [day: string, percent: number | null][] {
  return items.map(({ day, percent }) => [day, percent]);
}

export const hasFigures = (items: readonly TrendPoint[]): boolean => items.some(({ percent }) => percent !== null);

/** The first day of each month that the period holds: where the axis has its marks. */
export function monthStarts(items: readonly TrendPoint[]): string[] {
  return items.map(({ day }) => day as string).filter((day) => day.endsWith('-01'));
}
