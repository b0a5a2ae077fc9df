// The conditions of the figures, and the inbox that shows the requests behind one of them.
import type { z } from 'zod';
import {
  EXCLUSIONS,
  listRequests,
  type RequestFigures,
  RequestQuery,
  readRequestStatistics,
} from '../../../contract/request-calls.ts';
import { Day } from '../../../contract/time.ts';
import { addDays } from '../../../domain/time/days.ts';
import { writeTableQuery } from '../../shared/table-query.ts';

export type FiguresQuery = z.output<typeof readRequestStatistics.query>;
export type By = FiguresQuery['by'];
type Figures = z.output<typeof RequestFigures>;

/** Nothing is left out; an empty text would mean the usual. */
const NOTHING = 'none';
const RECENT_DAYS = 90;

/** The endpoint's own query; unless told of the last ninety days, by region. */
export function figuresSchema(today: Day) {
  return readRequestStatistics.query.extend({
    from: Day.default(addDays(today, 1 - RECENT_DAYS)),
    to: Day.default(today),
    by: readRequestStatistics.query.shape.by.default('region'),
  });
}

type Exclusion = (typeof EXCLUSIONS)[number];

export const excludedIn = (exclude: string): Exclusion[] =>
  EXCLUSIONS.filter((each) => exclude.split(',').includes(each));

export const excludeOf = (chosen: readonly Exclusion[]): string =>
  EXCLUSIONS.filter((each) => chosen.includes(each)).join(',') || NOTHING;

export type Narrower = Partial<Pick<z.output<typeof RequestQuery>, 'open' | 'light' | 'state'>>;

/** The address of the inbox with the requests of one row; its total is the row `all`. */
export function inboxOf(query: FiguresQuery, { key }: Pick<Figures, 'key'>, narrower: Narrower = {}): string {
  const part = key === 'all' ? {} : partOf(query, key);
  const { from, to, region, department } = query;
  const known = RequestQuery.partial().safeParse({ from, to, region, department, ...part, ...narrower });
  const inbox = listRequests.query.parse({ ...known.data, inbox: 'all' });
  return `/requests?${writeTableQuery(listRequests.query, inbox)}`;
}

function partOf({ by, from, to }: FiguresQuery, key: string): Record<string, string> {
  if (by === 'region') return { region: key };
  if (by === 'department') return { department: key };
  if (by === 'category') return { category: key };
  const [year = 0, month = 1] = key.split('-').map(Number);
  const first = `${key}-01`;
  const last = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
  // The span may begin or end within the month.
  return { from: first > from ? first : from, to: last < to ? last : to };
}

/** In percent with one decimal; null where there was nothing to reckon with. */
export const percentOf = ({ of, all }: Figures['inTime']): number | null =>
  all === 0 ? null : Math.round((of / all) * 1000) / 10;
