// Opens the store the configuration asks for: PostgreSQL by its address, else the embedded one in the data folder.
import type { Clock } from '../runtime.ts';
import { STORE_TEXTS } from '../texts/store.ts';
import { systemTimers } from '../timers.ts';
import { StoreError } from './errors.ts';
import { type StoreLog, silentLog } from './log.ts';
import { readMigrations } from './migrations.ts';
import { openEmbedded } from './pglite.ts';
import { openPostgres } from './postgres.ts';
import type { Store } from './store.ts';

export interface StoreOptions {
  readonly dataDir: string;
  /** postgres://... ; the embedded store without it. */
  readonly databaseUrl?: string | undefined;
  /** False refuses the embedded store: in production it must be asked for. */
  readonly allowEmbedded?: boolean;
  readonly clock: Clock;
  readonly log?: StoreLog;
}

/** Migrated to this version and ready. @throws StoreError whose message tells the operator what to do */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { dataDir, databaseUrl, allowEmbedded = true, clock, log = silentLog } = options;
  const migrations = await readMigrations();
  const common = { migrations, clock, log, timers: systemTimers };
  if (databaseUrl !== undefined) return openPostgres({ ...common, url: databaseUrl });
  if (!allowEmbedded) throw new StoreError('embedded-refused', STORE_TEXTS.embeddedRefused());
  return openEmbedded({ ...common, dataDir });
}
