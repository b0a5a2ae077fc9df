// What every store does, whichever engine is below: run on each by store.test.ts.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defer } from '../../../src/server/store/defer.ts';
import { notify, type Store } from '../../../src/server/store/store.ts';
import { soon } from '../../support/soon.ts';
import { migrationsWith, type TestDatabase } from './databases.ts';

const SAMPLES = `
  create table sample (key text primary key, n bigint not null);
  create table deferred (key text unique deferrable initially deferred);
  insert into sample values ('counter', 0);`;

export function storeContract(makeDatabase: () => Promise<TestDatabase>): void {
  let database: TestDatabase;
  let store: Store;
  beforeAll(async () => {
    database = await makeDatabase();
    store = await database.open({ migrations: await migrationsWith(SAMPLES) });
  });
  afterAll(async () => {
    await store.close();
    await database.drop();
  });

  const put = (key: string, n: number) => sql`insert into sample values (${key}, ${n})`;
  const has = async (key: string) =>
    (await sql`select from sample where key = ${key}`.execute(store.db)).rows.length === 1;

  describe('statements', () => {
    test('say how many rows they changed', async () => {
      await sql`insert into sample values ('r1', 1), ('r2', 1)`.execute(store.db);
      const changed = await sql`update sample set n = 2 where key in ('r1', 'r2', 'r3')`.execute(store.db);
      expect(changed.numAffectedRows).toBe(2n);
    });

    test('that break a rule tell which', async () => {
      await put('twice', 1).execute(store.db);
      await expect(put('twice', 2).execute(store.db)).rejects.toMatchObject({
        code: '23505',
        constraint: 'sample_pkey',
      });
    });
  });

  describe('a transaction', () => {
    test('is there when its work resolved, with what the work returned', async () => {
      const answer = await store.transaction(async (trx) => {
        await put('committed', 1).execute(trx);
        return 'done';
      });
      expect(answer).toBe('done');
      expect(await has('committed')).toBe(true);
    });

    test('leaves nothing when its work threw', async () => {
      const work = store.transaction(async (trx) => {
        await put('thrown', 1).execute(trx);
        throw new Error('changed my mind');
      });
      await expect(work).rejects.toThrow('changed my mind');
      expect(await has('thrown')).toBe(false);
    });

    test('fails when a statement in it failed, even if that was ignored', async () => {
      const work = store.transaction(async (trx) => {
        await put('ignored', 1).execute(trx);
        await put('ignored', 2)
          .execute(trx)
          .catch(() => {});
      });
      await expect(work).rejects.toThrow();
      expect(await has('ignored')).toBe(false);
    });

    test('fails when the commit itself does', async () => {
      const work = store.transaction(async (trx) => {
        await sql`insert into deferred values ('same'), ('same')`.execute(trx);
      });
      await expect(work).rejects.toMatchObject({ code: '23505' });
      expect((await sql`select from deferred`.execute(store.db)).rows).toEqual([]);
    });

    test('keeps apart from what runs beside it', async () => {
      const counted = Array.from({ length: 40 }, () =>
        store.transaction(async (trx) => {
          const { rows } = await sql<{
            n: number;
          }>`update sample set n = n + 1 where key = 'counter' returning n`.execute(trx);
          return rows[0]?.n;
        }),
      );
      const reads = Array.from({ length: 40 }, () => sql`select 1`.execute(store.db));
      const numbers = await Promise.all(counted);
      await Promise.all(reads);
      expect(numbers.toSorted((a = 0, b = 0) => a - b)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
    });
  });

  describe('the outer handle inside a transaction', () => {
    const outerHandle = expect.objectContaining({ code: 'outer-handle' });
    const inside = (work: () => Promise<unknown>) => store.transaction(async () => work());

    test('is refused, however it got there', async () => {
      const { db } = store;
      await expect(inside(() => sql`select 1`.execute(store.db))).rejects.toEqual(outerHandle);
      await expect(inside(() => db.selectFrom('region').selectAll().execute())).rejects.toEqual(outerHandle);
      await expect(inside(() => store.transaction(async () => {}))).rejects.toEqual(outerHandle);
      await expect(inside(() => store.listen('some', () => {}))).rejects.toEqual(outerHandle);
      await expect(inside(() => store.ping())).rejects.toEqual(outerHandle);
      await expect(inside(() => store.close())).rejects.toEqual(outerHandle);
    });

    test('is refused deep in what the work calls', async () => {
      const deep = async () => {
        await Promise.resolve();
        return sql`select 1`.execute(store.db);
      };
      await expect(inside(() => Promise.all([deep(), deep()]))).rejects.toEqual(outerHandle);
    });

    test('works again when the transaction is over, also in what it left running', async () => {
      const over = defer<void>();
      const left = await store.transaction(async () => ({
        later: over.promise.then(() => sql`select 1`.execute(store.db)),
      }));
      over.resolve();
      await expect(left.later).resolves.toBeDefined();
      await expect(sql`select 1`.execute(store.db)).resolves.toBeDefined();
    });

    test('db.transaction is refused: it would not be noticed', () => {
      expect(() => store.db.transaction()).toThrow(outerHandle);
      expect(() => store.db.startTransaction()).toThrow(outerHandle);
    });
  });

  describe('notifications', () => {
    test('arrive in order, with the commit', async () => {
      const heard: string[] = [];
      const unlisten = await store.listen('contract_a', (payload) => heard.push(payload));
      await store.transaction(async (trx) => {
        await notify(trx, 'contract_a', ['一']);
        await notify(trx, 'contract_a', ['2']);
        await sql`select 1`.execute(trx);
        expect(heard).toEqual([]);
      });
      await soon(() => expect(heard).toEqual(['一', '2']));
      await unlisten();
    });

    test('of a transaction that was rolled back never arrive, nor does anything after unlisten', async () => {
      const heard: string[] = [];
      const witness: string[] = [];
      const unlisten = await store.listen('contract_b', (payload) => heard.push(payload));
      const unlistenWitness = await store.listen('contract_b', (payload) => witness.push(payload));
      const send = (payload: string) => store.transaction((trx) => notify(trx, 'contract_b', [payload]));
      const failed = store.transaction(async (trx) => {
        await notify(trx, 'contract_b', ['rolled back']);
        throw new Error('no');
      });
      await expect(failed).rejects.toThrow('no');
      await send('first');
      await soon(() => expect(heard).toEqual(['first']));
      await unlisten();
      await send('second');
      await soon(() => expect(witness).toEqual(['first', 'second']));
      expect(heard).toEqual(['first']);
      await unlistenWitness();
    });

    test('reach the other listeners when one throws', async () => {
      const heard: string[] = [];
      const unlisten = [
        await store.listen('contract_c', () => {
          throw new Error('a bug of a listener');
        }),
        await store.listen('contract_c', (payload) => heard.push(payload)),
      ];
      await store.transaction((trx) => notify(trx, 'contract_c', ['x']));
      await soon(() => expect(heard).toEqual(['x']));
      for (const end of unlisten) await end();
    });
  });

  describe('closing', () => {
    test('lets what runs finish, refuses what comes later, and may be asked for twice', async () => {
      const closing = await makeDatabase();
      const brief = await closing.open({ migrations: await migrationsWith(SAMPLES) });
      const running = brief.transaction(async (trx) => {
        await put('last', 1).execute(trx);
        await sql`select 1`.execute(trx);
      });
      await sql`select 1`.execute(brief.db);
      await Promise.all([running, brief.close(), brief.close()]);
      await expect(sql`select 1`.execute(brief.db)).rejects.toThrow();
      await expect(brief.ping()).rejects.toThrow();
      const again = await closing.open({ migrations: await migrationsWith(SAMPLES) });
      expect((await sql`select from sample where key = 'last'`.execute(again.db)).rows).toHaveLength(1);
      await again.close();
      await closing.drop();
    });
  });
}
