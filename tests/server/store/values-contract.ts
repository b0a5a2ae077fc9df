// What values look like on their way in and out of every store: run on each engine by store.test.ts.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../../../src/server/store/store.ts';
import type { TestDatabase } from './databases.ts';

export function valuesContract(makeDatabase: () => Promise<TestDatabase>): void {
  describe('values', () => {
    let database: TestDatabase;
    let store: Store;
    beforeAll(async () => {
      database = await makeDatabase();
      store = await database.open();
    });
    afterAll(async () => {
      await store.close();
      await database.drop();
    });

    test('come back the same from every engine', async () => {
      const { rows } = await sql`select
        9007199254740991::bigint as safe, -5::bigint as negative, count(*) as counted, sum(7::int) as summed,
        '2026-11-23 20:00:00.123456+08'::timestamptz as instant, '2026-11-23 12:00:00+00'::timestamptz as whole_second,
        date '2026-02-28' as day, '{"a":[1,"二"]}'::jsonb as data, 'null'::jsonb as json_null, null::jsonb as nothing,
        1.50::numeric as numeric, 0.5::float8 as float, true as yes, 3::int as small,
        array['周村', 'b,"c"', null] as texts, array[1, null, 3]::bigint[] as numbers,
        array['2026-11-23 12:00:00+00'::timestamptz] as instants, array[date '2026-02-28'] as days,
        '0190a5f4-0000-7000-8000-000000000001'::uuid as id`.execute(store.db);
      expect(rows).toEqual([
        {
          safe: 9007199254740991,
          negative: -5,
          counted: 1,
          summed: 7,
          instant: '2026-11-23T12:00:00.123Z',
          whole_second: '2026-11-23T12:00:00.000Z',
          day: '2026-02-28',
          data: { a: [1, '二'] },
          json_null: null,
          nothing: null,
          numeric: '1.50',
          float: 0.5,
          yes: true,
          small: 3,
          texts: ['周村', 'b,"c"', null],
          numbers: [1, null, 3],
          instants: ['2026-11-23T12:00:00.000Z'],
          days: ['2026-02-28'],
          id: '0190a5f4-0000-7000-8000-000000000001',
        },
      ]);
    });

    test('go in as they come out', async () => {
      const instant = '2026-11-23T12:00:00.123Z';
      const { rows } = await sql`select ${instant}::timestamptz as instant, ${'2026-02-28'}::date as day,
        ${JSON.stringify({ a: 1 })}::jsonb as data, ${9007199254740991}::bigint as n, ${true}::boolean as yes,
        ${['a', '周村']}::text[] as texts, ${null}::text as nothing`.execute(store.db);
      expect(rows).toEqual([
        {
          instant,
          day: '2026-02-28',
          data: { a: 1 },
          n: 9007199254740991,
          yes: true,
          texts: ['a', '周村'],
          nothing: null,
        },
      ]);
    });

    test('an int8 that a number cannot hold is an error, not a rounded number', async () => {
      await expect(sql`select 9007199254740993::bigint`.execute(store.db)).rejects.toThrow(RangeError);
      await expect(store.ping()).resolves.toBeUndefined();
    });

    test('days and instants do not depend on the time zone of the server', async () => {
      const { rows } = await sql`select date_trunc('day', '2026-11-23 23:30:00+00'::timestamptz) as day`.execute(
        store.db,
      );
      expect(rows).toEqual([{ day: '2026-11-23T00:00:00.000Z' }]);
    });
  });
}
