import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inboxOf, type Narrower } from '../../../../src/console/pages/requests/figures-query.ts';
import { readTableQuery } from '../../../../src/console/shared/table-query.ts';
import { DEPARTMENTS } from '../../../../src/contract/departments.ts';
import { RegionCode } from '../../../../src/contract/regions.ts';
import { listRequests } from '../../../../src/contract/request-calls.ts';
import { EXCLUSIONS, KEEPERS, RATES, readRequestStatistics } from '../../../../src/contract/request-figures.ts';
import type { Actor } from '../../../../src/domain/access/can.ts';
import { excludeOf } from '../../../../src/domain/requests/exclude.ts';
import { lightOf } from '../../../../src/domain/requests/limits.ts';
import { type Case, isOpen } from '../../../../src/domain/requests/state.ts';
import { dayOf } from '../../../../src/domain/time/almanac.ts';
import { createInbox } from '../../../../src/server/features/requests/inbox.ts';
import { createRequestStatistics } from '../../../../src/server/features/requests/statistics.ts';
import { instantOf, systemRuntime } from '../../../../src/server/runtime.ts';
import type { Store } from '../../../../src/server/store/store.ts';
import { storeEngines } from '../../../support/engines.ts';
import { fillSmallDistrict, isSeen, type Known, NOW_MS, WORLD } from './small-district.ts';

type Query = ReturnType<typeof readRequestStatistics.query.parse>;

const NOW = instantOf(NOW_MS);
const runtime = { ...systemRuntime, clock: () => NOW_MS };
const grant = (role: Actor['grants'][number]['role'], region: string) => ({ role, region: RegionCode.parse(region) });
const person = (...grants: Actor['grants']): Actor => ({ id: WORLD.staff, name: '李四', grants });

const actors = [
  person(grant('district', '370306')),
  person(grant('town', '370306001')),
  person(grant('community', '370306001002')),
  person(grant('community', '370306001001'), grant('community', '370306002001')),
  person({ ...grant('department', '370306'), department: 'water' }),
  person(grant('operator', '370306')),
  person(grant('auditor', '370306002')),
];
const day = () => fc.integer({ min: WORLD.fromMs, max: NOW_MS }).map(dayOf);
const anyQuery = (): fc.Arbitrary<Query> =>
  fc
    .record({
      days: fc.tuple(day(), day()),
      by: fc.constantFrom('region', 'department', 'category', 'month'),
      region: fc.option(fc.constantFrom('370306', '370306001', '370306001002'), { nil: undefined }),
      department: fc.option(fc.constantFrom(...KEEPERS), { nil: undefined }),
      exclude: fc.subarray([...EXCLUSIONS]).map(excludeOf),
    })
    .map(({ days, ...rest }) => {
      const [from, to] = [...days].sort();
      return readRequestStatistics.query.parse({ ...rest, from, to });
    });

/** What a case counts for, as the contract words it: from its actions, but for its deadlines. */
function judged({ row, case: { state, score, calls, satisfied, startedAt, answeredAt, endedAt, declined } }: Known) {
  const isCalled = calls.length > 0;
  const isPast = row.due_at !== null && (endedAt ?? NOW) >= row.due_at;
  return {
    response: { all: row.response_by !== null, of: startedAt !== null && startedAt < (row.response_by ?? '') },
    inTime: {
      all: row.due_at !== null && (answeredAt !== null || isPast),
      of: answeredAt !== null && row.due_at !== null && answeredAt < row.due_at,
    },
    solved: {
      all: ['closed', 'merged', 'withdrawn'].includes(state),
      of: state === 'closed' && (score !== null || calls.some(({ outcome }) => outcome === 'done')),
    },
    satisfaction: { all: score !== null || isCalled, of: (score ?? 0) >= 4 || satisfied === true },
    excluded: {
      withdrawn: state === 'withdrawn',
      merged: state === 'merged',
      'not-reached': isCalled && calls.every(({ outcome }) => outcome === 'not-reached') && score === null,
      declined,
    },
  };
}

function figuresOf(known: readonly Known[], exclude: string) {
  const rateOf = (rate: (typeof RATES)[number]) => {
    const kept = known
      .map(judged)
      .filter(({ excluded }) => !EXCLUSIONS.some((e) => excluded[e] && exclude.includes(e)));
    const all = kept.filter((each) => each[rate].all);
    return { all: all.length, of: all.filter((each) => each[rate].of).length };
  };
  return {
    received: known.length,
    open: known.filter((each) => isOpen(each.case.state)).length,
    overdue: known.filter((each) => lightOf(each.case, each.row.due_at, NOW) === 'red').length,
    response: rateOf('response'),
    inTime: rateOf('inTime'),
    solved: rateOf('solved'),
    satisfaction: rateOf('satisfaction'),
  };
}

const keeperOf = ({ handler }: Case): string =>
  handler === null
    ? 'nobody'
    : handler.kind === 'department'
      ? handler.department
      : handler.kind === 'region'
        ? 'offices'
        : 'operator';

const isAsked = ({ from, to, region, department }: Query, { row, case: now }: Known): boolean => {
  const received = dayOf(Date.parse(row.asked_at));
  return (
    from <= received &&
    received <= to &&
    (region === undefined || row.region_code.startsWith(region)) &&
    (department === undefined || keeperOf(now) === department)
  );
};

describe.each(await storeEngines())('figures of requests, on $kind', ({ open }) => {
  let store: Store;
  let known: Known[] = [];
  beforeAll(async () => {
    store = await open();
    known = await fillSmallDistrict(store, 600);
  });
  afterAll(() => store.close());

  const read = (who: Actor, query: Query) => createRequestStatistics({ store, runtime }).read(who, query);

  it('the generated district has something of everything', () => {
    const all = figuresOf(known, '');
    for (const rate of RATES) expect(all[rate].of).toBeGreaterThan(5);
    for (const rate of RATES) expect(all[rate].all - all[rate].of).toBeGreaterThan(5);
    expect(Math.min(all.open, all.overdue)).toBeGreaterThan(5);
    for (const each of EXCLUSIONS) expect(known.filter((one) => judged(one).excluded[each]).length).toBeGreaterThan(2);
  });

  it('are what the actions add up to, for everyone who may see them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...actors), anyQuery(), async (who, query) => {
        const { total, items } = await read(who, query).catch(refused);
        if (total === null) return;
        const asked = known.filter((each) => isSeen(who, each) && isAsked(query, each));
        expect(total).toEqual({ key: 'all', name: '合计', ...figuresOf(asked, query.exclude) });
        for (const item of items) {
          const part = asked.filter((each) => isOf(query, item.key, each));
          expect(item).toEqual({ key: item.key, name: item.name, ...figuresOf(part, query.exclude) });
        }
        expect(items.reduce((sum, { received }) => sum + received, 0)).toBe(total.received);
      }),
      { numRuns: 150 },
    );
  });

  it('each number leads to just the cases it counts', async () => {
    const inbox = createInbox({ store, runtime });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...actors), anyQuery(), fc.nat(), async (who, query, at) => {
        const { total, items } = await read(who, query).catch(refused);
        if (total === null) return;
        const rows = [total, ...items];
        const row = rows[at % rows.length] ?? total;
        const count = async (narrower: Narrower) => {
          const address = inboxOf(query, row, narrower);
          const asked = readTableQuery(listRequests.query, new URLSearchParams(address.slice(address.indexOf('?'))));
          return (await inbox.list(who, asked)).total;
        };
        expect(await count({})).toBe(row.received);
        expect(await count({ open: '1' })).toBe(row.open);
        expect(await count({ light: 'red' })).toBe(row.overdue);
        for (const rate of RATES) {
          const { of, all } = row[rate];
          expect([await count({ rate }), await count({ rate, met: '1' }), await count({ rate, met: '0' })]).toEqual([
            all,
            of,
            all - of,
          ]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('are told of the level below the region asked for, with what lies in it alone apart', async () => {
    const span = { from: '2020-01-01', to: '2026-12-31' };
    const district = await read(actors[0] as Actor, readRequestStatistics.query.parse({ ...span, by: 'region' }));
    expect(district.items.map(({ key, name }) => [key, name])).toEqual([
      ['370306-own', '周村区（没有分到下一级）'],
      ['370306001', '1街道'],
      ['370306002', '2街道'],
    ]);
    const town = await read(
      actors[0] as Actor,
      readRequestStatistics.query.parse({ ...span, by: 'region', region: '370306001' }),
    );
    expect(town.items.map(({ key }) => key)).toEqual(['370306001-own', '370306001001', '370306001002']);
  });

  it('name months without a gap, categories in their order, departments as the plan has them', async () => {
    const ask = async (by: string) => {
      const query = readRequestStatistics.query.parse({ from: '2020-01-01', to: '2026-12-31', by });
      return (await read(actors[0] as Actor, query)).items.map(({ name }) => name);
    };
    expect(await ask('month')).toEqual([5, 6, 7, 8, 9, 10, 11].map((month) => `2026年${month}月`));
    expect(await ask('category')).toEqual(WORLD.categories.map(({ code }) => `类别 ${code}`));
    expect((await ask('department')).slice(-3)).toEqual(['有线电视', '镇街和社区', '还没派单']);
    expect((await ask('department')).length).toBe(DEPARTMENTS.length + 3);
  });

  it('are refused to whoever reads no requests, for a region of others, and for a span that ends before it begins', async () => {
    const query = readRequestStatistics.query.parse({ from: '2026-01-01', to: '2026-11-30', by: 'month' });
    await expect(read(person(), query)).rejects.toMatchObject({ code: 'forbidden' });
    const others = { ...query, region: RegionCode.parse('370306002') };
    await expect(read(actors[1] as Actor, others)).rejects.toMatchObject({ code: 'region-outside' });
    const turned = { ...query, from: query.to, to: query.from };
    await expect(read(actors[0] as Actor, turned)).rejects.toMatchObject({ code: 'bad-input' });
  });
});

/** Somebody asked for a region of others: there is a test of its own for that. */
function refused(error: unknown) {
  expect(error).toMatchObject({ code: 'region-outside' });
  return { total: null, items: [] };
}

function isOf({ by }: Query, key: string, { row, case: now }: Known): boolean {
  switch (by) {
    case 'region':
      return key.endsWith('-own') ? row.region_code === key.slice(0, -4) : row.region_code.startsWith(key);
    case 'department':
      return keeperOf(now) === key;
    case 'category':
      return row.category === key;
    case 'month':
      return dayOf(Date.parse(row.asked_at)).startsWith(key);
  }
}
