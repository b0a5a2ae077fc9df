import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEPARTMENTS } from '../../../../src/contract/departments.ts';
import type { Actor } from '../../../../src/domain/access/can.ts';
import { readingOf } from '../../../../src/domain/requests/reading.ts';
import { readable } from '../../../../src/server/features/requests/scope.ts';
import type { Store } from '../../../../src/server/store/store.ts';
import { actor } from '../../../support/arbitraries.ts';
import { storeEngines } from '../../../support/engines.ts';
import { fillSmallDistrict, isSeen, type Known } from './small-district.ts';

/** Departments each in one of their own or in all of them. */
const someone = (): fc.Arbitrary<Actor> =>
  fc.tuple(actor(), fc.option(fc.constantFrom(...DEPARTMENTS))).map(([person, department]) => ({
    ...person,
    grants: person.grants.map((grant) => (grant.role === 'department' ? { ...grant, department } : grant)),
  }));

describe.each(await storeEngines())('who sees which requests, on $kind', ({ open }) => {
  let store: Store;
  let known: Known[] = [];
  beforeAll(async () => {
    store = await open();
    known = await fillSmallDistrict(store, 300);
  });
  afterAll(() => store.close());

  it('is the same in SQL as in the domain', async () => {
    await fc.assert(
      fc.asyncProperty(someone(), async (who) => {
        const found = await store.db
          .selectFrom('request')
          .select('id')
          .where(readable(readingOf(who)))
          .execute();
        const seen = known.filter((each) => isSeen(who, each));
        expect(found.map(({ id }) => id).sort()).toEqual(seen.map(({ row }) => row.id).sort());
      }),
      { numRuns: 200 },
    );
  });

  it('shows nothing to whoever has no role', async () => {
    const nobody: Actor = { id: known[0]?.row.id as never, name: '某人', grants: [] };
    const found = await store.db
      .selectFrom('request')
      .select('id')
      .where(readable(readingOf(nobody)))
      .execute();
    expect(found).toEqual([]);
  });
});
