// Instants travel in UTC, days as dates in Asia/Shanghai.
import { z } from 'zod';

/** An instant in UTC, ISO 8601 with milliseconds: 2026-11-23T12:00:00.000Z. */
export const Instant = z.iso.datetime().brand<'Instant'>();
export type Instant = z.infer<typeof Instant>;

/** A calendar day in Asia/Shanghai: 2026-11-23. */
export const Day = z.iso.date().brand<'Day'>();
export type Day = z.infer<typeof Day>;
