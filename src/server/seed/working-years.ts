// The years whose holidays come with the system.
import type { CalendarYear } from '../../domain/time/district-calendar.ts';
import { knownYears } from '../../domain/time/working-days.ts';

/** As many as the calendar can be asked for: a year is known when it is announced, and not before. */
export const shippedYears = (): CalendarYear[] => knownYears(2015, 2100);
