// What only a server of its own can do to the store: be away, come back, be the wrong one.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { migrationOf } from '../../../src/server/store/migrations.ts';
import { checkServer, openPostgres } from '../../../src/server/store/postgres.ts';
import { notify, type Store } from '../../../src/server/store/store.ts';
import { systemTimers } from '../../../src/server/timers.ts';
import { needs } from '../../support/needs.ts';
import { postgres, query, startPostgres, type TestPostgres } from '../../support/postgres.ts';
import { soon } from '../../support/soon.ts';
import { NOW, postgresDatabase, recordingLog } from './databases.ts';

const programs = await needs(postgres);
const unavailable = expect.objectContaining({ code: 'unavailable' });

describe.skipIf(programs === null)('the store on PostgreSQL', () => {
  let server: TestPostgres;
  beforeAll(async () => {
    if (programs) server = await startPostgres(programs);
  });
  afterAll(() => server.stop());

  const openAt = (url: string) =>
    openPostgres({ url, migrations: [], clock: () => NOW, timers: systemTimers, log: recordingLog() });

  async function heardBy(store: Store) {
    const heard: string[] = [];
    await store.listen(
      'doorbell',
      (payload) => heard.push(payload),
      () => heard.push('gap'),
    );
    return heard;
  }
  const ring = (store: Store, payload: string) => store.transaction((trx) => notify(trx, 'doorbell', [payload]));

  test('works again after the server crashed, and tells listeners that they may have missed something', async () => {
    const store = await (await postgresDatabase(server)).open();
    const heard = await heardBy(store);
    await ring(store, 'before');
    await soon(() => expect(heard).toEqual(['before']));
    await server.restart();
    await soon(() => expect(heard).toEqual(['before', 'gap']));
    await soon(() => store.ping());
    await ring(store, 'after');
    await soon(() => expect(heard).toEqual(['before', 'gap', 'after']));
    await store.close();
  });

  test('a connection lost in the middle of a transaction is "unavailable", and the next one works', async () => {
    const store = await (await postgresDatabase(server)).open();
    const lost = store.transaction((trx) => sql`select pg_terminate_backend(pg_backend_pid())`.execute(trx));
    await expect(lost).rejects.toEqual(unavailable);
    await expect(store.ping()).resolves.toBeUndefined();
    await store.close();
  });

  test('starters at the same time run each migration once', async () => {
    const database = await postgresDatabase(server);
    const migrations = [1, 2, 3].map((number) =>
      migrationOf(number, `00${number}-step.sql`, `create table step${number} (n integer); select pg_sleep(0.05)`),
    );
    const stores = await Promise.all(Array.from({ length: 4 }, () => database.open({ migrations })));
    const [store] = stores;
    const { rows } = await sql`select number from schema_version`.execute(store?.db as Store['db']);
    expect(rows).toHaveLength(3);
    for (const each of stores) await each.close();
  });

  test('a table altered by a newer version is read again after one refusal', async () => {
    const url = await server.createDatabase();
    const store = await openAt(url);
    await query(url, 'create table grows (a integer)');
    const read = () => sql`select * from grows`.execute(store.db);
    await read();
    await query(url, 'alter table grows add b integer; insert into grows values (1, 2)');
    await expect(read()).rejects.toMatchObject({ code: '0A000' });
    expect((await read()).rows).toEqual([{ a: 1, b: 2 }]);
    await store.close();
  });

  test('statements are prepared once, and only so many', async () => {
    const store = await openAt(await server.createDatabase());
    await store.transaction(async (trx) => {
      const prepared = async () => (await sql`select name from pg_prepared_statements`.execute(trx)).rows.length;
      for (const n of [1, 2, 3]) await sql`select ${n}::int as n`.execute(trx);
      expect(await prepared()).toBe(2);
      for (let n = 0; n < 600; n += 1) await sql.raw(`select ${n}`).execute(trx);
      expect(await prepared()).toBe(500);
    });
    await store.close();
  });

  describe('is refused', () => {
    test('when nobody answers, without its password in the message', async () => {
      const opening = openAt('postgres://linli:secret-word@127.0.0.1:1/linli');
      await expect(opening).rejects.toMatchObject({
        code: 'unavailable',
        message: expect.stringContaining('postgres://linli@127.0.0.1:1/linli'),
      });
      await expect(opening).rejects.not.toMatchObject({ message: expect.stringContaining('secret-word') });
    });

    test('when its encoding cannot hold Chinese', async () => {
      const url = await server.createDatabase("template template0 encoding 'SQL_ASCII' locale 'C'");
      await expect(openAt(url)).rejects.toMatchObject({
        code: 'postgres-encoding',
        message: expect.stringContaining('SQL_ASCII'),
      });
    });

    test('when it is older than 15', () => {
      const tooOld = expect.objectContaining({ code: 'postgres-too-old' });
      expect(() => checkServer({ version: '14.11 (Debian)', encoding: 'UTF8' }, 'somewhere')).toThrow(tooOld);
      expect(() => checkServer({ version: '9.6.24', encoding: 'UTF8' }, 'somewhere')).toThrow(tooOld);
      expect(() => checkServer({ version: '15.0', encoding: 'UTF8' }, 'somewhere')).not.toThrow();
      expect(() => checkServer({ version: '18beta1', encoding: 'UTF8' }, 'somewhere')).not.toThrow();
    });
  });
});
