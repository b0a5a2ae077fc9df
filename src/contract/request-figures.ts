// Figures of requests: whose they are, the rates with what their denominators leave out, and the call that reckons them.
import { z } from 'zod';
import { DEPARTMENTS } from './departments.ts';
import { endpoint } from './endpoint.ts';
import { RegionCode } from './regions.ts';
import { Day } from './time.ts';

/** Who has a case now: a department, the cable operator, the office of a region, or nobody. */
export const KEEPERS = [...DEPARTMENTS, 'operator', 'offices', 'nobody'] as const;
export const Keeper = z.enum(KEEPERS);
export type Keeper = z.infer<typeof Keeper>;

/** 响应率, 按时率, 解决率, 满意率 */
export const RATES = ['response', 'inTime', 'solved', 'satisfaction'] as const;
export const RateName = z.enum(RATES);
export type RateName = z.infer<typeof RateName>;

/** What a rate's denominator leaves out, so that nobody is pushed into a false closing. */
export const EXCLUSIONS = ['withdrawn', 'merged', 'not-reached', 'declined'] as const;
export const Exclusion = z.enum(EXCLUSIONS);
export type Exclusion = z.infer<typeof Exclusion>;
/** With commas between; `none`: nothing is left out. */
export const Exclude = z
  .string()
  .refine((text) => text === 'none' || text.split(',').every((each) => Exclusion.safeParse(each).success))
  .default('withdrawn,merged');

const Rate = z.object({ of: z.int().nonnegative(), all: z.int().nonnegative() });

/**
 * Of the requests received in the span: `response` begun within the time rule's first fifth / all; `inTime` answered by
 * the deadline / all that were answered or are past it; `solved` closed with the resident's or a call's word / all ended;
 * `satisfaction` rated 4 or 5, or satisfied on a call / all rated or called. Each without what `exclude` names, and the
 * first two without those whose limit runs into a year that nobody has entered. What is excluded is still received.
 */
export const RequestFigures = z.object({
  /** A region's code (`370306-own`: its own, none of those below), a keeper, a category's code, a month 2026-11. */
  key: z.string(),
  name: z.string(),
  received: z.int().nonnegative(),
  open: z.int().nonnegative(),
  overdue: z.int().nonnegative(),
  response: Rate,
  inTime: Rate,
  solved: Rate,
  satisfaction: Rate,
});
export type RequestFigures = z.infer<typeof RequestFigures>;

export const readRequestStatistics = endpoint({
  method: 'GET',
  path: '/api/request-statistics',
  access: 'staff',
  summary: 'Figures of the requests received between two days, by region, department, category or month',
  query: z.object({
    from: Day,
    to: Day,
    by: z.enum(['region', 'department', 'category', 'month']),
    region: RegionCode.optional(),
    department: Keeper.optional(),
    exclude: Exclude,
  }),
  reply: z.object({ total: RequestFigures, items: z.array(RequestFigures) }),
  example: {
    query: { from: '2026-11-01', to: '2026-11-30', by: 'category' },
    reply: {
      total: {
        key: 'all',
        name: '合计',
        received: 12,
        open: 3,
        overdue: 1,
        response: { of: 10, all: 12 },
        inTime: { of: 8, all: 10 },
        solved: { of: 8, all: 9 },
        satisfaction: { of: 7, all: 8 },
      },
      items: [],
    },
  },
});
