import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEPARTMENTS } from '../../../../src/contract/departments.ts';
import type { Actor } from '../../../../src/domain/access/can.ts';
import { handlerOf } from '../../../../src/domain/requests/handler.ts';
import { isReadable, readingOf } from '../../../../src/domain/requests/reading.ts';
import type { RequestRow } from '../../../../src/server/features/requests/record.ts';
import { readable } from '../../../../src/server/features/requests/scope.ts';
import type { Store } from '../../../../src/server/store/store.ts';
import { actor } from '../../../support/arbitraries.ts';
import { storeEngines } from '../../../support/engines.ts';
import { fillSmallDistrict } from './small-district.ts';

/** Departments each in one of their own or in all of them. */
const someone = (): fc.Arbitrary<Actor> =>
  fc.tuple(actor(), fc.option(fc.constantFrom(...DEPARTMENTS))).map(([person, department]) => ({
    ...person,
    grants: person.grants.map((grant) => (grant.role === 'department' ? { ...grant, department } : grant)),
  }));

const isSeen = (who: Actor, row: RequestRow): boolean =>
  isReadable(readingOf(who), {
    region: row.region_code,
    privacy: row.privacy,
    handler: row.handler === null ? null : handlerOf(row.handler),
    joint: row.joint.map(handlerOf),
  });

describe.each(await storeEngines())('who sees which requests, on $kind', ({ open }) => {
  let store: Store;
  let rows: RequestRow[] = [];
  beforeAll(async () => {
    store = await open();
    rows = await fillSmallDistrict(store, 300);
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
        const seen = rows.filter((row) => isSeen(who, row));
        expect(found.map(({ id }) => id).sort()).toEqual(seen.map(({ id }) => id).sort());
      }),
      { numRuns: 200 },
    );
  });

  it('shows nothing to whoever has no role', async () => {
    const nobody: Actor = { id: rows[0]?.id as never, name: '某人', grants: [] };
    const found = await store.db
      .selectFrom('request')
      .select('id')
      .where(readable(readingOf(nobody)))
      .execute();
    expect(found).toEqual([]);
  });
});
