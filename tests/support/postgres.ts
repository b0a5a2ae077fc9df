// A PostgreSQL server for one test file: its own cluster in a temporary folder, a Unix socket instead of a port.
import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { leash } from './leash.ts';
import { type Need, program } from './needs.ts';
import { copyFolder, once } from './once.ts';

const run = promisify(execFile);
const DEBIAN = '/usr/lib/postgresql';
const OLDEST = 15;
const PATIENCE_MS = 20_000;

/** The folder that holds initdb and postgres. */
export interface PostgresPrograms {
  readonly folder: string;
}

/** The oldest version we support that is here: what works there works on newer ones. */
export const postgres: Need<PostgresPrograms> = {
  what: `PostgreSQL ${OLDEST} or newer`,
  install: 'apt-get install postgresql',
  find() {
    const versions = listed(DEBIAN)
      .map(Number)
      .filter((version) => version >= OLDEST);
    if (versions.length > 0) return { folder: `${DEBIAN}/${Math.min(...versions)}/bin` };
    const server = program('postgres');
    return server === null ? null : { folder: path.dirname(server) };
  },
};

export interface TestPostgres {
  /** A new empty database; returns its address. */
  createDatabase(options?: string): Promise<string>;
  /** The address of a database that is there. */
  address(database: string): string;
  /** Stops the server at once and starts it again: connections break as when it crashes. */
  restart(): Promise<void>;
  stop(): Promise<void>;
  /** Stops it in an orderly way, and leaves its cluster as `folder`, for others to begin with. */
  leave(folder: string): Promise<void>;
}

/** initdb and postgres refuse to run as root. */
const AS_USER = process.getuid?.() === 0 ? ['runuser', '-u', 'postgres', '--'] : [];
const command = ({ folder }: PostgresPrograms, name: string, ...args: string[]): [string, ...string[]] => {
  const [first = path.join(folder, name), ...rest] = [...AS_USER, path.join(folder, name), ...args];
  return [first, ...rest];
};

/** A folder in which PostgreSQL may write. */
async function openHome(): Promise<string> {
  const home = await mkdtemp(path.join(os.tmpdir(), 'linli-postgres-'));
  if (AS_USER.length > 0) await run('chown', ['postgres', home]);
  return home;
}

/** An empty cluster. */
const emptyCluster = (programs: PostgresPrograms): Promise<string> =>
  once('postgres-cluster', async (folder) => {
    const home = await openHome();
    const data = path.join(home, 'data');
    const options = ['-D', data, '-U', 'linli', '-A', 'trust', '-N', '-E', 'UTF8', '--locale=C.UTF-8'];
    const [initdb, ...args] = command(programs, 'initdb', ...options);
    await run(initdb, args, { cwd: home });
    await rename(data, folder);
    await rm(home, { recursive: true });
  });

/**
 * Without fsync: these data are thrown away. Benchmarks start it as well, so that nothing in here is the test runner's.
 * @param given.cluster what another has left; an empty one unless told
 */
export async function startPostgres(
  programs: PostgresPrograms,
  given: { readonly cluster?: string; readonly sharedBuffers?: string } = {},
): Promise<TestPostgres> {
  const home = await openHome();
  const data = path.join(home, 'data');
  await copyFolder(given.cluster ?? (await emptyCluster(programs)), data);

  const settings = [
    'listen_addresses=',
    `unix_socket_directories=${home}`,
    'fsync=off',
    'full_page_writes=off',
    `shared_buffers=${given.sharedBuffers ?? '32MB'}`,
  ];
  const start = () =>
    leash(command(programs, 'postgres', '-D', data, ...settings.flatMap((setting) => ['-c', setting])));
  const address = (database: string) => `postgres://linli@/${database}?host=${encodeURIComponent(home)}`;
  let server = start();
  let databases = 0;

  /** SIGQUIT: at once, as after a crash, and nothing of it stays behind. */
  async function quit(signal: 'SIGQUIT' | 'SIGINT' = 'SIGQUIT'): Promise<void> {
    const pid = Number((await readFile(path.join(data, 'postmaster.pid'), 'utf8')).split('\n')[0]);
    process.kill(pid, signal);
    await until(() => !isAlive(pid));
    await server.end();
  }

  const answers = () =>
    until(() =>
      query(address('postgres'), 'select 1').then(
        () => true,
        () => false,
      ),
    );
  await answers();
  return {
    address,
    async createDatabase(options = '') {
      databases += 1;
      const name = `test${databases}`;
      await query(address('postgres'), `create database ${name} ${options}`);
      return address(name);
    },
    async restart() {
      await quit();
      server = start();
      await answers();
    },
    async stop() {
      await quit();
      await rm(home, { recursive: true, force: true });
    },
    async leave(folder) {
      await quit('SIGINT');
      await rename(data, folder);
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** One statement on a connection of its own. */
export async function query<Row extends pg.QueryResultRow>(url: string, text: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const patience = AbortSignal.timeout(PATIENCE_MS);
  while (!(await isSo())) await setTimeout(50, undefined, { signal: patience });
}

function listed(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
