// A store as a test server leaves it after its first start, with the demo in it: made once a run for each engine.
import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import pino from 'pino';
import { v7 } from 'uuid';
import { readConfig } from '../../src/server/config.ts';
import { composeServer } from '../../src/server/main.ts';
import { silentLog } from '../../src/server/store/log.ts';
import { embeddedStore } from '../../src/server/store/pglite.ts';
import { startEngine } from '../../src/server/store/pglite-engine.ts';
import type { Store } from '../../src/server/store/store.ts';
import { DEMO_PASSWORD } from './demo-folder.ts';
import { once } from './once.ts';
import { type PostgresPrograms, startPostgres } from './postgres.ts';
import { openOn, startTestEngine } from './store.ts';

/** What time it is to a test server at its start. */
export const START = Date.parse('2026-11-23T04:00:00.000Z');

/** PostgreSQL's cluster, or the dump of PGlite; and the data folder that goes with it. */
const [STORE, DATA] = ['store', 'data'];
/** The first database a test server of PostgreSQL makes. */
const DATABASE = 'test1';

const folders = new WeakMap<Store, string>();

/** The data folder that goes with the store, to be copied: keys and the demo's secrets; none for other stores. */
export const demoFolderOf = (store: Store): string | undefined => folders.get(store);

/** For a server that starts as tests start it unless told: another environment may bring in another demo. */
export async function openDemoStore(programs?: PostgresPrograms): Promise<Store> {
  const made = await (programs ? postgresDemo(programs) : embeddedDemo());
  const store = await (programs
    ? openCluster(programs, path.join(made, STORE))
    : openDump(await readFile(path.join(made, STORE))));
  folders.set(store, path.join(made, DATA));
  return store;
}

async function openDump(dump: Buffer<ArrayBuffer>): Promise<Store> {
  return embeddedStore(await startEngine({ seed: new Blob([dump]) }), silentLog);
}

async function openCluster(programs: PostgresPrograms, cluster: string): Promise<Store> {
  const server = await startPostgres(programs, { cluster });
  return openOn(server, server.address(DATABASE));
}

const embeddedDemo = (): Promise<string> =>
  once('demo-embedded', async (folder) => {
    const engine = await startTestEngine();
    const store = embeddedStore(engine, silentLog);
    await firstStart(store, path.join(folder, DATA));
    await engine.exec('checkpoint');
    const dump = await engine.dumpDataDir('none');
    await writeFile(path.join(folder, STORE), new Uint8Array(await dump.arrayBuffer()));
    await store.close();
  });

const postgresDemo = (programs: PostgresPrograms): Promise<string> =>
  once('demo-postgres', async (folder) => {
    const server = await startPostgres(programs);
    const leave = () => server.leave(path.join(folder, STORE));
    const store = await openOn({ ...server, stop: leave }, await server.createDatabase());
    await firstStart(store, path.join(folder, DATA));
    await store.close();
  });

async function firstStart(store: Store, dataDir: string): Promise<void> {
  const server = await composeServer({
    store,
    config: testConfig(dataDir),
    runtime: testRuntime(() => START),
    log: pino({ level: 'silent' }),
  });
  await server.stop();
}

export const testConfig = (dataDir: string, env: Readonly<Record<string, string>> = {}) => ({
  ...readConfig({ LINLI_DATA: dataDir, LINLI_DEMO_PASSWORD: DEMO_PASSWORD, LOG_LEVEL: 'silent', ...env }),
  dist: path.join(dataDir, 'dist'),
});

export const testRuntime = (clock: () => number) => ({ clock, uuids: () => v7(), random: randomBytes });
