// The figures of requests: by the regions below the actor's, by who has them, by category or by month.
import type { z } from 'zod';
import type { RegionCode } from '../../../contract/regions.ts';
import { KEEPERS, type RequestFigures, type readRequestStatistics } from '../../../contract/request-figures.ts';
import type { Actor } from '../../../domain/access/can.ts';
import { chainOf, childWidth, DISTRICT, isWithin } from '../../../domain/regions/code.ts';
import { excludedIn } from '../../../domain/requests/exclude.ts';
import { KEEPER_NAMES } from '../../../domain/requests/keepers.ts';
import { readingOf } from '../../../domain/requests/reading.ts';
import { ProblemError } from '../../problem.ts';
import { instantOf, type Runtime } from '../../runtime.ts';
import type { Store } from '../../store/store.ts';
import { requestFigureTexts as TEXTS } from '../../texts/request-figures.zh-CN.ts';
import { allOf, askedWithin, inRegion, keptBy } from './conditions.ts';
import { readable, readScopes } from './scope.ts';
import { type Counts, countRequests, findCategoryNames, findRegionNames, type Grouping } from './statistics-store.ts';

type Query = z.output<(typeof readRequestStatistics)['query']>;
type Figures = z.output<typeof RequestFigures>;
type Key = Pick<Figures, 'key' | 'name'>;

/** Digits of a community's code: what lies below has no cases of its own. */
const COMMUNITY = 12;

export function createRequestStatistics({ store, runtime }: { store: Store; runtime: Runtime }) {
  async function keysOf(by: Query['by'], found: readonly string[]): Promise<Key[]> {
    switch (by) {
      case 'region':
        return regionKeys(found);
      case 'department':
        return KEEPERS.map((key) => ({ key, name: KEEPER_NAMES[key] }));
      case 'category':
        return (await findCategoryNames(store.db)).map(({ code, name }) => ({ key: code, name }));
      case 'month':
        return monthsBetween(found[0], found.at(-1)).map((key) => ({ key, name: TEXTS.month(key) }));
    }
  }

  async function regionKeys(found: readonly string[]): Promise<Key[]> {
    const codes = found.map((key) => key.replace('-own', ''));
    const names = new Map((await findRegionNames(store.db, codes)).map(({ code, name }) => [code as string, name]));
    return found.map((key) => {
      const name = names.get(key.replace('-own', '')) ?? key;
      return { key, name: key.endsWith('-own') ? TEXTS.own(name) : name };
    });
  }

  return {
    /** @throws ProblemError bad-input (a span that ends before it begins) */
    async read(actor: Actor, query: Query): Promise<{ total: Figures; items: Figures[] }> {
      const { from, to, by, region, department } = query;
      const scopes = readScopes(actor, region);
      if (from > to) throw new ProblemError('bad-input', { errors: [{ path: 'to', message: TEXTS.endsBefore }] });
      const where = allOf([
        readable(readingOf(actor)),
        askedWithin(from, to),
        ...(region ? [inRegion(region, 'with-below')] : []),
        ...(department ? [keptBy(department)] : []),
      ]);
      const rows = await countRequests(store.db, {
        where,
        grouping: by === 'region' ? byRegionsBelow(region ?? shared(scopes)) : { by },
        exclude: excludedIn(query.exclude),
        now: instantOf(runtime.clock()),
      });
      const keys = await keysOf(
        by,
        rows.map(({ key }) => key),
      );
      const counts = new Map(rows.map((row) => [row.key, row]));
      const items = keys.flatMap((key) => {
        const row = counts.get(key.key);
        // A month without any is a point of the course as well.
        return row || by === 'month' ? [figuresOf(key, row ? [row] : [])] : [];
      });
      return { total: figuresOf({ key: 'all', name: TEXTS.total }, rows), items };
    },
  };
}

export type RequestStatistics = ReturnType<typeof createRequestStatistics>;

const byRegionsBelow = (region: RegionCode): Grouping => ({
  by: 'region',
  width: region.length < COMMUNITY ? childWidth(region) : COMMUNITY,
});

/** The lowest region that holds all of them. */
const shared = ([first = DISTRICT, ...rest]: readonly RegionCode[]): RegionCode =>
  chainOf(first).findLast((each) => rest.every((region) => isWithin(region, each))) ?? DISTRICT;

/** 2026-11, 2026-12, 2027-01 */
function monthsBetween(first: string | undefined, last: string | undefined): string[] {
  if (first === undefined || last === undefined) return [];
  const [from, to] = [first, last].map((month) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1);
  return Array.from({ length: Number(to) - Number(from) + 1 }, (_, index) => {
    const month = Number(from) + index;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
}

function figuresOf({ key, name }: Key, rows: readonly Counts[]): Figures {
  const sum = (column: Exclude<keyof Counts, 'key'>) => rows.reduce((total, row) => total + row[column], 0);
  return {
    key,
    name,
    received: sum('received'),
    open: sum('open'),
    overdue: sum('overdue'),
    response: { of: sum('response_of'), all: sum('response_all') },
    inTime: { of: sum('in_time_of'), all: sum('in_time_all') },
    solved: { of: sum('solved_of'), all: sum('solved_all') },
    satisfaction: { of: sum('satisfaction_of'), all: sum('satisfaction_all') },
  };
}
