// The conditions of the figures, and the inbox that shows the requests behind one of them.
import type { z } from 'zod';
import { listRequests, type RequestQuery } from '../../../contract/request-calls.ts';
import { type RequestFigures, readRequestStatistics } from '../../../contract/request-figures.ts';
import { Day } from '../../../contract/time.ts';
import { addDays } from '../../../domain/time/days.ts';
import { writeTableQuery } from '../../shared/table-query.ts';

export type FiguresQuery = z.output<typeof readRequestStatistics.query>;
export type By = FiguresQuery['by'];
type Figures = z.output<typeof RequestFigures>;

const RECENT_DAYS = 90;

/** The endpoint's own query; unless told of the last ninety days, by region. */
export function figuresSchema(today: Day) {
  return readRequestStatistics.query.extend({
    from: Day.default(addDays(today, 1 - RECENT_DAYS)),
    to: Day.default(today),
    by: readRequestStatistics.query.shape.by.default('region'),
  });
}

export type Narrower = Partial<Pick<z.output<typeof RequestQuery>, 'open' | 'light' | 'rate' | 'met'>>;

/** The address of the inbox with the requests that one number of a row counts; its total is the row `all`. */
export function inboxOf(query: FiguresQuery, { key }: Pick<Figures, 'key'>, narrower: Narrower = {}): string {
  const part = key === 'all' ? {} : partOf(query, key);
  const { from, to, region, department } = query;
  const exclude = narrower.rate && { exclude: query.exclude };
  const asked = { from, to, region, department, ...part, ...narrower, ...exclude, inbox: 'all' };
  return `/requests?${writeTableQuery(listRequests.query, listRequests.query.parse(asked))}`;
}

function partOf({ by, from, to }: FiguresQuery, key: string): Record<string, string> {
  if (by === 'region') {
    const [region = key, own] = key.split('-');
    return { region, ...(own && { alone: '1' }) };
  }
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
