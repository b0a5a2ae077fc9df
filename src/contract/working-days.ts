// The district's calendar of working days, by the year: what time limits are counted in.
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Day } from './time.ts';

/** A day on which the district works although it is a weekend, or does not although it is not. */
export const WorkingDayChange = z.strictObject({
  day: Day,
  working: z.boolean(),
  name: z.string().trim().min(2).max(20),
});
export type WorkingDayChange = z.infer<typeof WorkingDayChange>;

export const readWorkingDays = endpoint({
  method: 'GET',
  path: '/api/working-days/:year',
  access: 'staff',
  summary: "A year of the district's calendar; `loaded: false` where nobody has entered its holidays yet",
  params: z.object({ year: z.coerce.number().int().min(2015).max(2100) }),
  reply: z.object({ year: z.int(), loaded: z.boolean(), changes: z.array(WorkingDayChange), revision: z.int() }),
  example: {
    params: { year: 2026 },
    reply: { year: 2026, loaded: true, changes: [{ day: '2026-10-01', working: false, name: '国庆节' }], revision: 1 },
  },
});

export const saveWorkingDays = endpoint({
  method: 'PUT',
  path: '/api/working-days/:year',
  access: 'staff',
  summary: 'Enter or correct a year: the days that are not as their weekday says. Old deadlines stay',
  params: z.object({ year: z.coerce.number().int().min(2015).max(2100) }),
  body: z.strictObject({ changes: z.array(WorkingDayChange).max(120), revision: z.int().nonnegative() }),
  reply: z.object({ year: z.int(), loaded: z.boolean(), changes: z.array(WorkingDayChange), revision: z.int() }),
  example: {
    params: { year: 2027 },
    body: { changes: [{ day: '2027-01-01', working: false, name: '元旦' }], revision: 0 },
    reply: { year: 2027, loaded: true, changes: [{ day: '2027-01-01', working: false, name: '元旦' }], revision: 1 },
  },
});
