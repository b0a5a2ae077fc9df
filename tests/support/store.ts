// A store for tests that are not about the store: `const store = await openTestStore(kind)`, `await store.close()` after.
// 'embedded' is an empty PGlite in memory with every migration applied, from a dump that is made once per machine and
// per state of the migrations (a quarter of a second). 'postgres' is an empty database on a PostgreSQL server of the
// test file's own; ask `needs(postgres)` of ./postgres.ts before, it may be missing.
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { dependencies } from '../../package.json';
import { silentLog } from '../../src/server/store/log.ts';
import { migrate } from '../../src/server/store/migrate.ts';
import { type Migration, readMigrations } from '../../src/server/store/migrations.ts';
import { embeddedStore, sessionOf } from '../../src/server/store/pglite.ts';
import { type Engine, startEngine } from '../../src/server/store/pglite-engine.ts';
import { openPostgres } from '../../src/server/store/postgres.ts';
import type { Store, StoreKind } from '../../src/server/store/store.ts';
import { systemTimers } from '../../src/server/timers.ts';
import { type PostgresPrograms, startPostgres, type TestPostgres } from './postgres.ts';

const CACHE = path.join(import.meta.dirname, '../../node_modules/.cache/linli');

/** Migrated, no rows. Closing the store ends what was started for it. */
export async function openTestStore(kind: 'embedded'): Promise<Store>;
export async function openTestStore(kind: 'postgres', programs: PostgresPrograms): Promise<Store>;
export async function openTestStore(kind: StoreKind, programs?: PostgresPrograms): Promise<Store> {
  if (kind === 'embedded') return embeddedStore(await startTestEngine(), silentLog);
  if (!programs) throw new Error('where are the programs of PostgreSQL? ask needs(postgres)');
  const server = await startPostgres(programs);
  return openOn(server, await server.createDatabase());
}

/** The store of one database; closing it stops the server. */
export async function openOn(server: TestPostgres, url: string): Promise<Store> {
  const store = await openPostgres({
    url,
    migrations: await readMigrations(),
    clock: Date.now,
    timers: systemTimers,
    log: silentLog,
  });
  return {
    ...store,
    async close() {
      await store.close();
      await server.stop();
    },
  };
}

/** The engine below the embedded test store. */
export async function startTestEngine(): Promise<Engine> {
  return startEngine({ seed: await cachedDump() });
}

/** Two test files may make it at the same time: each moves its own into place, and they are the same. */
async function cachedDump(): Promise<Blob> {
  const migrations = await readMigrations();
  const file = path.join(CACHE, `store-${keyOf(migrations)}.tar`);
  const found = await readFile(file).catch(() => undefined);
  if (found) return new Blob([found]);
  const dump = await makeDump(migrations);
  await mkdir(CACHE, { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  await writeFile(unfinished, new Uint8Array(await dump.arrayBuffer()));
  await rename(unfinished, file);
  const outdated = (await readdir(CACHE)).filter(
    (name) => /^store-\w+\.tar$/.test(name) && name !== path.basename(file),
  );
  for (const name of outdated) await rm(path.join(CACHE, name), { force: true });
  return dump;
}

async function makeDump(migrations: readonly Migration[]): Promise<Blob> {
  const engine = await startEngine({});
  const backUp = async () => {};
  await migrate({ session: sessionOf(engine), migrations, clock: Date.now, where: 'memory', backUp });
  await engine.exec('checkpoint');
  const dump = await engine.dumpDataDir('none');
  await engine.close();
  return dump;
}

function keyOf(migrations: readonly Migration[]): string {
  const hash = createHash('sha256').update(dependencies['@electric-sql/pglite']);
  for (const { sha256 } of migrations) hash.update(sha256);
  return hash.digest('hex').slice(0, 16);
}
