// The hardened opener: what PGlite's own settings would lose or corrupt.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { mkdir, open, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { readMigrations } from '../../../src/server/store/migrations.ts';
import { startEngine } from '../../../src/server/store/pglite-engine.ts';
import {
  type Clusters,
  type EmbeddedFolder,
  embeddedClusters,
  emptyFolder,
  migrationsWith,
  recordingLog,
} from './databases.ts';

const OTHER_PROCESS = fileURLToPath(new URL('child-opens.ts', import.meta.url));
const TABLE = 'create table sample (n integer primary key, text text not null)';

let clusters: Clusters;
beforeAll(async () => {
  clusters = await embeddedClusters();
});
afterAll(() => clusters.drop());

async function withFolder(work: (folder: EmbeddedFolder) => Promise<void>): Promise<void> {
  const folder = await clusters.database();
  await work(folder).finally(() => folder.drop());
}

const insert = (n: number, text = 'x') => sql`insert into sample values (${n}, ${text})`;

describe('fsync', () => {
  test('reaches the disk before a statement or a transaction is acknowledged, once each', () =>
    withFolder(async (folder) => {
      const fsync = vi.fn(fs.fsyncSync);
      const store = await folder.open({ fsync, migrations: await migrationsWith(TABLE) });
      fsync.mockClear();
      for (let n = 1; n <= 20; n += 1) {
        await insert(n).execute(store.db);
        expect(fsync).toHaveBeenCalledTimes(n);
      }
      await store.transaction(async (trx) => {
        for (let n = 21; n <= 40; n += 1) await insert(n).execute(trx);
        expect(fsync).toHaveBeenCalledTimes(20);
      });
      expect(fsync).toHaveBeenCalledTimes(21);
      await sql`select 1`.execute(store.db);
      expect(fsync).toHaveBeenCalledTimes(21);
      await store.close();
    }));

  test('is on in the settings, too', () =>
    withFolder(async (folder) => {
      const store = await folder.open();
      const { rows } = await sql`select name, setting from pg_settings
        where name in ('fsync', 'full_page_writes', 'synchronous_commit') order by name`.execute(store.db);
      expect(rows.map((row) => Object.values(row as object).join('='))).toEqual([
        'fsync=on',
        'full_page_writes=on',
        'synchronous_commit=on',
      ]);
      await store.close();
    }));
});

describe('a disk that fails', () => {
  const failing = (state: { broken: boolean }) => (fd: number) => {
    if (state.broken) throw Object.assign(new Error('EIO: i/o error, fsync'), { code: 'EIO' });
    fs.fsyncSync(fd);
  };

  test.each(['statement', 'transaction'])(
    'stops the store at a %s instead of freezing the process, and loses nothing acknowledged',
    (what) =>
      withFolder(async (folder) => {
        const disk = { broken: false };
        const log = recordingLog();
        const migrations = await migrationsWith(TABLE);
        const store = await folder.open({ fsync: failing(disk), log, migrations });
        await insert(1).execute(store.db);
        disk.broken = true;
        const unavailable = expect.objectContaining({ code: 'unavailable' });
        const lost =
          what === 'statement' ? insert(2).execute(store.db) : store.transaction((trx) => insert(2).execute(trx));
        await expect(lost).rejects.toEqual(unavailable);
        disk.broken = false;
        await expect(store.ping()).rejects.toEqual(unavailable);
        await expect(insert(3).execute(store.db)).rejects.toEqual(unavailable);
        await expect(store.transaction((trx) => insert(4).execute(trx))).rejects.toEqual(unavailable);
        expect(log.lines).toEqual([expect.stringMatching(/^fatal: the embedded store has stopped .*PANIC/)]);
        await store.close();
        const again = await folder.open({ migrations });
        await insert(3).execute(again.db);
        await again.close();
      }),
  );

  test('is named when it fails while the store is opened', () =>
    withFolder(async (folder) => {
      const opening = folder.open({ fsync: failing({ broken: true }) });
      await expect(opening).rejects.toMatchObject({
        code: 'folder-unopenable',
        message: expect.stringContaining('I/O error'),
      });
      await (await folder.open()).close();
    }));
});

describe('the first start', () => {
  test('throws away what an interrupted one left, and moves a folder into place that is on the disk', async () => {
    const folder = await emptyFolder();
    const store = path.join(folder.dataDir, 'store');
    await mkdir(`${store}.init/global`, { recursive: true });
    await writeFile(`${store}.init/global/pg_control`, 'half');
    const handle = await open(folder.dataDir);
    const sync = vi.spyOn(Object.getPrototypeOf(handle), 'sync');
    await handle.close();
    const moved: boolean[] = [];
    sync.mockImplementation(async () => void moved.push(fs.existsSync(store)));

    await (await folder.open({ migrations: [] })).close();
    sync.mockRestore();
    expect((await readdir(folder.dataDir)).sort()).toEqual(['store', 'store.lock']);
    const files = (await readdir(store, { recursive: true })).length;
    // All of its files before, the two folders above it after.
    expect(moved.filter((when) => !when).length).toBeGreaterThanOrEqual(files);
    expect(moved.filter((when) => when)).toHaveLength(2);
    await folder.drop();
  });
});

describe('a folder that cannot be opened', () => {
  test('is refused while another process has it, by name, and opens when that is gone', () =>
    withFolder(async (folder) => {
      const store = await folder.open();
      const message = expect.stringContaining(path.join(folder.dataDir, 'store'));
      await expect(folder.open()).rejects.toMatchObject({ code: 'folder-locked', message });
      const other = spawnSync(process.execPath, [OTHER_PROCESS, folder.dataDir], {
        encoding: 'utf8',
      });
      expect(other.stdout).toBe('folder-locked\n');
      await sql`select 1`.execute(store.db);
      await store.close();
      await (await folder.open()).close();
    }));

  test('without a database in it is left alone', async () => {
    const folder = await emptyFolder();
    await mkdir(path.join(folder.dataDir, 'store'));
    await writeFile(path.join(folder.dataDir, 'store/notes.txt'), 'mine');
    await expect(folder.open()).rejects.toMatchObject({ code: 'folder-unopenable' });
    expect(await readFile(path.join(folder.dataDir, 'store/notes.txt'), 'utf8')).toBe('mine');
    await folder.drop();
  });

  test('of another engine version is left alone', () =>
    withFolder(async (folder) => {
      const file = path.join(folder.dataDir, 'store/PG_VERSION');
      const version = await readFile(file, 'utf8');
      await writeFile(file, '19\n');
      await expect(folder.open()).rejects.toMatchObject({ code: 'folder-engine' });
      await writeFile(file, version);
      await (await folder.open()).close();
    }));
});

describe('the dump before a migration', () => {
  test('opens, holds the store as it was, and is the newest of three', () =>
    withFolder(async (folder) => {
      const own = await readMigrations();
      const before = await folder.open({ migrations: await migrationsWith(TABLE) });
      await insert(1, 'before').execute(before.db);
      await before.close();
      const more = await migrationsWith(TABLE);
      const drop = {
        ...(more.at(-1) as (typeof more)[number]),
        number: own.length + 2,
        name: 'drops.sql',
        sql: 'drop table sample',
      };
      const dumps = path.join(folder.dataDir, 'dumps');
      await mkdir(dumps);
      for (const day of [1, 2, 3]) await writeFile(path.join(dumps, `2026110${day}T120000Z-version-1.tar.gz`), '');
      await (await folder.open({ migrations: [...more, drop] })).close();

      const [file = '', ...older] = (await readdir(dumps)).sort().reverse();
      expect(file).toBe(`20261123T120000Z-version-${own.length + 1}.tar.gz`);
      expect(older).toEqual(['20261103T120000Z-version-1.tar.gz', '20261102T120000Z-version-1.tar.gz']);
      const engine = await startEngine({ seed: new Blob([await readFile(path.join(dumps, file))]) });
      expect((await engine.query('select * from sample')).rows).toEqual([{ n: 1, text: 'before' }]);
      await engine.close();
    }));
});
