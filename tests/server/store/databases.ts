// The two engines as the store's tests need them: one database that can be opened again and again.
import { cp, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { StoreLog } from '../../../src/server/store/log.ts';
import { type Migration, migrationOf, readMigrations } from '../../../src/server/store/migrations.ts';
import { openEmbedded } from '../../../src/server/store/pglite.ts';
import { type Fsync, startEngine } from '../../../src/server/store/pglite-engine.ts';
import { openPostgres } from '../../../src/server/store/postgres.ts';
import type { Store, StoreKind } from '../../../src/server/store/store.ts';
import { systemTimers, type Timers } from '../../../src/server/timers.ts';
import type { TestPostgres } from '../../support/postgres.ts';

/** The time every test store is opened at. */
export const NOW = Date.parse('2026-11-23T12:00:00.000Z');

interface Opening {
  readonly migrations?: readonly Migration[];
  readonly clock?: () => number;
  readonly timers?: Timers;
  readonly log?: StoreLog;
  readonly fsync?: Fsync;
}

export interface TestDatabase {
  readonly kind: StoreKind;
  open(options?: Opening): Promise<Store>;
  drop(): Promise<void>;
}

export interface EmbeddedFolder extends TestDatabase {
  readonly dataDir: string;
}

export interface Clusters {
  /** In a folder that was started before, which takes a tenth of a first start's time. */
  database(): Promise<EmbeddedFolder>;
  drop(): Promise<void>;
}

/** One first start, then copies of it. */
export async function embeddedClusters(): Promise<Clusters> {
  const cluster = await mkdtemp(path.join(os.tmpdir(), 'linli-cluster-'));
  await (await startEngine({ folder: cluster })).close();
  return {
    async database() {
      const database = await emptyFolder();
      await cp(cluster, path.join(database.dataDir, 'store'), { recursive: true });
      return database;
    },
    drop: () => rm(cluster, { recursive: true, force: true }),
  };
}

/** In a folder that does not exist yet. */
export async function emptyFolder(): Promise<EmbeddedFolder> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'linli-store-'));
  return {
    kind: 'embedded',
    dataDir,
    open: async (options) => openEmbedded({ ...(await defaults()), ...options, dataDir }),
    drop: () => rm(dataDir, { recursive: true, force: true }),
  };
}

export async function postgresDatabase(server: TestPostgres): Promise<TestDatabase> {
  const url = await server.createDatabase();
  return {
    kind: 'postgres',
    open: async (options) => openPostgres({ ...(await defaults()), ...options, url }),
    drop: async () => {},
  };
}

async function defaults() {
  return { migrations: await readMigrations(), clock: () => NOW, timers: systemTimers, log: recordingLog() };
}

/** Our migrations and one more. */
export async function migrationsWith(sql: string): Promise<Migration[]> {
  const own = await readMigrations();
  const number = own.length + 1;
  return [...own, migrationOf(number, `${String(number).padStart(3, '0')}-of-a-test.sql`, sql)];
}

export interface RecordingLog extends StoreLog {
  /** "warn: message {fields}" */
  readonly lines: string[];
}

export function recordingLog(): RecordingLog {
  const lines: string[] = [];
  const at =
    (level: string) =>
    (fields: unknown, message?: unknown): void => {
      const shown = JSON.stringify(fields, (_key, value: unknown) => (value instanceof Error ? value.message : value));
      lines.push(`${level}: ${message} ${shown}`);
    };
  return { lines, info: at('info'), warn: at('warn'), error: at('error'), fatal: at('fatal') };
}
