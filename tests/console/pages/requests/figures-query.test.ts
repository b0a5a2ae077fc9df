// From a figure to the requests it counts.
import { expect, it } from 'vitest';
import {
  type FiguresQuery,
  figuresSchema,
  inboxOf,
  percentOf,
} from '../../../../src/console/pages/requests/figures-query.ts';
import { readTableQuery } from '../../../../src/console/shared/table-query.ts';
import { listRequests } from '../../../../src/contract/request-calls.ts';
import { Day } from '../../../../src/contract/time.ts';
import { excludedIn, excludeOf } from '../../../../src/domain/requests/exclude.ts';

const today = Day.parse('2026-11-26');
const query = (part: Partial<FiguresQuery>): FiguresQuery => ({ ...figuresSchema(today).parse({}), ...part });
const inboxAt = (address: string) =>
  readTableQuery(listRequests.query, new URLSearchParams(address.slice(address.indexOf('?'))));

it('is of ninety days by region, unless it is told otherwise', () => {
  expect(query({})).toMatchObject({ from: '2026-08-29', to: '2026-11-26', by: 'region', exclude: 'withdrawn,merged' });
});

it('a row leads to its own requests, whatever state they are in', () => {
  expect(inboxAt(inboxOf(query({}), { key: '370306001' }))).toMatchObject({
    inbox: 'all',
    region: '370306001',
    from: '2026-08-29',
  });
  expect(inboxAt(inboxOf(query({ by: 'department' }), { key: 'housing' }, { open: '1' }))).toMatchObject({
    department: 'housing',
    open: '1',
  });
  expect(inboxAt(inboxOf(query({ by: 'category' }), { key: 'street-lamp' }, { light: 'red' }))).toMatchObject({
    category: 'street-lamp',
    light: 'red',
  });
});

it('a month goes no further than the span', () => {
  const byMonth = query({ by: 'month' });
  expect(inboxAt(inboxOf(byMonth, { key: '2026-09' }))).toMatchObject({ from: '2026-09-01', to: '2026-09-30' });
  expect(inboxAt(inboxOf(byMonth, { key: '2026-11' }))).toMatchObject({ from: '2026-11-01', to: '2026-11-26' });
});

it('the total leads to all of the span', () => {
  const { region, category, from } = inboxAt(inboxOf(query({}), { key: 'all' }));
  expect([region, category, from]).toEqual([undefined, undefined, '2026-08-29']);
});

it('leaving nothing out can be told, and comes back', () => {
  expect(excludedIn(excludeOf([]))).toEqual([]);
  expect(excludeOf([])).not.toBe('');
  expect(excludedIn(excludeOf(['merged', 'withdrawn']))).toEqual(['withdrawn', 'merged']);
});

it('no rate is told where there was nothing', () => {
  expect(percentOf({ of: 0, all: 0 })).toBeNull();
  expect(percentOf({ of: 2, all: 3 })).toBe(66.7);
});
