// Coverage: the figures by region, their course over time, and the households behind them.
import type { z } from 'zod';
import type {
  CoverageRow,
  listCoverageHouseholds,
  readCoverage,
  readCoverageTrend,
} from '../../../contract/coverage.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import type { Day } from '../../../contract/time.ts';
import type { Actor } from '../../../domain/access/can.ts';
import { percentOf, targetOf } from '../../../domain/coverage/percent.ts';
import { type Place, rowsOf } from '../../../domain/coverage/rows.ts';
import { dayOf } from '../../../domain/time/almanac.ts';
import { daysBetween } from '../../../domain/time/days.ts';
import { allow, scopesOrRefuse } from '../../access.ts';
import { ProblemError } from '../../problem.ts';
import type { Clock } from '../../runtime.ts';
import type { Store } from '../../store/store.ts';
import { countByCommunity, countByDay, findPlaces, pageOfHouseholds } from './store.ts';

const MOST_DAYS = 400;

export interface CoverageSheet {
  readonly asOf: Day;
  readonly activeDays: number;
  /** The region asked for, then all towns and communities within it, each town before its communities. */
  readonly rows: readonly [CoverageRow, ...CoverageRow[]];
}

export function createCoverageService(deps: { store: Store; clock: Clock }) {
  const { store, clock } = deps;

  /** The region asked for, else the first of those the actor may see. */
  function regionFor(actor: Actor, region: RegionCode | undefined): RegionCode {
    const [first] = scopesOrRefuse(actor, 'coverage.read');
    const chosen = region ?? first;
    if (chosen === undefined) throw new ProblemError('forbidden');
    allow(actor, 'coverage.read', [chosen]);
    return chosen;
  }

  function refuseAhead(day: Day): Day {
    if (day > dayOf(clock())) throw new ProblemError('day-ahead');
    return day;
  }

  async function sheet(actor: Actor, query: z.output<(typeof readCoverage)['query']>): Promise<CoverageSheet> {
    const region = regionFor(actor, query.region);
    const asOf = refuseAhead(query.asOf ?? dayOf(clock()));
    const places = await findPlaces(store.db, region);
    // Coverage is told of communities and what is above them.
    if (places[0]?.code !== region) throw new ProblemError('not-found');
    const counts = await countByCommunity(store.db, region, { asOf, activeDays: query.days });
    const [total, ...rows] = rowsOf(places.map(toPlace), counts);
    if (!total) throw new ProblemError('not-found');
    return { asOf, activeDays: query.days, rows: [total, ...rows] };
  }

  return {
    sheet,

    async read(actor: Actor, query: z.output<(typeof readCoverage)['query']>) {
      const { asOf, activeDays, rows } = await sheet(actor, query);
      const [total, ...below] = rows;
      return { asOf, activeDays, total, items: below.filter((row) => row.region.length === total.region.length + 3) };
    },

    async trend(actor: Actor, query: z.output<(typeof readCoverageTrend)['query']>) {
      const region = regionFor(actor, query.region);
      const { from, to, days } = query;
      refuseAhead(to);
      const length = daysBetween(from, to) + 1;
      if (length < 1 || length > MOST_DAYS) throw new ProblemError('day-ahead');
      const [place] = await findPlaces(store.db, region);
      if (place?.code !== region) throw new ProblemError('not-found');
      const rows = await countByDay(store.db, { region, from, to, activeDays: days });
      return {
        activeDays: days,
        target: targetOf(place.setting),
        items: rows.map((row) => ({ ...row, percent: percentOf(row.covered, row.households) })),
      };
    },

    async households(actor: Actor, query: z.output<(typeof listCoverageHouseholds)['query']>) {
      const region = regionFor(actor, query.region);
      const { page, pageSize, days, covered } = query;
      const { rows, total } = await pageOfHouseholds(store.db, {
        region,
        asOf: refuseAhead(query.asOf ?? dayOf(clock())),
        activeDays: days,
        covered: covered && covered === '1',
        offset: (page - 1) * pageSize,
        limit: pageSize,
      });
      const items = rows.map((row) => ({
        household: row.code,
        place: row.place ?? '',
        name: row.short_name,
        covered: row.covered,
        lastSeen: row.last_seen,
      }));
      return { items, total, page, pageSize };
    },
  };
}

export type CoverageService = ReturnType<typeof createCoverageService>;

const toPlace = ({ code, kind, short_name, setting }: Awaited<ReturnType<typeof findPlaces>>[number]): Place => ({
  code,
  kind: kind as Place['kind'],
  name: short_name,
  setting,
});
