// A table's query goes into the address and comes back the same.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTableQuery, writeTableQuery } from '../../../src/console/shared/table-query.ts';
import { listNotices, NOTICE_CATEGORIES, NOTICE_STATES } from '../../../src/contract/notices.ts';
import type { RegionCode } from '../../../src/contract/regions.ts';

const schema = listNotices.query;
const read = (search: string) => readTableQuery(schema, new URLSearchParams(search));
const write = (query: ReturnType<typeof read>) => writeTableQuery(schema, query).toString();

describe('reading the address', () => {
  it('gives the defaults for an empty one', () => {
    expect(read('')).toEqual({ page: 1, pageSize: 20 });
  });

  it('turns figures into numbers', () => {
    expect(read('page=3&pageSize=50')).toEqual({ page: 3, pageSize: 50 });
  });

  it('leaves out what the server would refuse, and keeps the rest', () => {
    expect(read('page=0&state=burnt&category=outage&region=12x&other=1')).toEqual({
      page: 1,
      pageSize: 20,
      category: 'outage',
    });
  });
});

describe('writing the address', () => {
  it('leaves out defaults and what is not given', () => {
    expect(write({ page: 1, pageSize: 20, state: undefined, text: '' })).toBe('');
  });

  it('gives back what it was given', () => {
    const query = fc.record(
      {
        page: fc.integer({ min: 1, max: 100_000 }),
        pageSize: fc.integer({ min: 1, max: 100 }),
        state: fc.constantFrom(...NOTICE_STATES),
        category: fc.constantFrom(...NOTICE_CATEGORIES),
        region: fc.constantFrom('370306', '370306001001').map((code) => code as RegionCode),
        text: fc.string({ minLength: 1, maxLength: 60 }).filter((text) => text.trim() === text && text !== ''),
      },
      { requiredKeys: ['page', 'pageSize'] },
    );
    fc.assert(
      fc.property(query, (given) => {
        expect(read(write(given))).toEqual(given);
      }),
    );
  });
});
