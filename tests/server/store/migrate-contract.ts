// How a store gets from one version to the next, on every engine: run by store.test.ts.
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { migrationOf } from '../../../src/server/store/migrations.ts';
import type { Store } from '../../../src/server/store/store.ts';
import { NOW, recordingLog, type TestDatabase } from './databases.ts';

const first = migrationOf(1, '001-first.sql', 'create table a (n integer); insert into a values (1), (2);');
const second = migrationOf(
  2,
  '002-second.sql',
  'alter table a add m integer; update a set m = n * 10; create index a_m on a (m);',
);
const broken = migrationOf(2, '002-broken.sql', 'create table b (n integer); insert into b values (1); select 1 / 0;');

export function migrateContract(makeDatabase: () => Promise<TestDatabase>): void {
  describe('migrating', () => {
    let database: TestDatabase;
    beforeAll(async () => {
      database = await makeDatabase();
    });
    afterAll(() => database.drop());

    const look = async (store: Store) => {
      const versions = await sql`select number, name, sha256, at from schema_version order by number`.execute(store.db);
      const rows = await sql`select * from a order by n`.execute(store.db);
      await store.close();
      return { versions: versions.rows, rows: rows.rows };
    };
    const at = new Date(NOW).toISOString();
    const firstRow = { number: 1, name: first.name, sha256: first.sha256, at };

    test('a new store gets every migration and remembers it', async () => {
      expect(await look(await database.open({ migrations: [first] }))).toEqual({
        versions: [firstRow],
        rows: [{ n: 1 }, { n: 2 }],
      });
    });

    test('a migration that fails leaves the store as it was and says which one it was', async () => {
      const opening = database.open({ migrations: [first, broken] });
      await expect(opening).rejects.toMatchObject({
        code: 'migration-failed',
        message: expect.stringContaining('002-broken.sql'),
      });
      const store = await database.open({ migrations: [first] });
      expect((await sql`select to_regclass('b') as b`.execute(store.db)).rows).toEqual([{ b: null }]);
      expect((await look(store)).versions).toEqual([firstRow]);
    });

    test('an older store is brought to the present, its rows kept', async () => {
      const log = recordingLog();
      const later = NOW + 60_000;
      const store = await database.open({ migrations: [first, second], clock: () => later, log });
      const { versions, rows } = await look(store);
      expect(rows).toEqual([
        { n: 1, m: 10 },
        { n: 2, m: 20 },
      ]);
      expect(versions).toEqual([
        firstRow,
        { ...firstRow, number: 2, name: second.name, sha256: second.sha256, at: '2026-11-23T12:01:00.000Z' },
      ]);
      // What the way back is: a dump here, the operator's own backup there.
      expect(log.lines.join('\n')).toMatch(database.kind === 'embedded' ? /dumped/ : /your own backup/);
    });

    test('opening it again runs nothing', async () => {
      const log = recordingLog();
      const store = await database.open({ migrations: [first, second], log });
      expect((await look(store)).versions).toHaveLength(2);
      expect(log.lines).toEqual([]);
    });

    test('a store from a newer version is refused and not touched', async () => {
      await expect(database.open({ migrations: [first] })).rejects.toMatchObject({ code: 'newer-version' });
      expect((await look(await database.open({ migrations: [first, second] }))).versions).toHaveLength(2);
    });

    test('a migration that was edited after it ran is refused', async () => {
      const edited = migrationOf(1, '001-first.sql', `${first.sql} -- a harmless comment`);
      const opening = database.open({ migrations: [edited, second] });
      await expect(opening).rejects.toMatchObject({
        code: 'migration-edited',
        message: expect.stringContaining('001-first.sql'),
      });
      expect((await look(await database.open({ migrations: [first, second] }))).versions).toHaveLength(2);
    });
  });
}
