// What PostgreSQL's background processes do and PGlite has none for: checkpoints, vacuum, statistics; nothing while idle.
import type { Clock } from '../runtime.ts';
import type { Timers } from '../timers.ts';
import type { StoreLog } from './log.ts';
import type { Engine } from './pglite-engine.ts';

const TICK_MS = 15_000;
/** Without checkpoints the WAL grew by 2.5 GB in 26 s of updates. */
const WAL_LIMIT = 64 * 1024 * 1024;
const QUIET_MS = 5 * 60_000;

/** PostgreSQL's own autovacuum thresholds. */
const WORN_TABLES = `
  select format('%I', relname) as name, n_dead_tup > 50 + 0.2 * n_live_tup as worn
  from pg_stat_user_tables
  where n_dead_tup > 50 + 0.2 * n_live_tup or n_mod_since_analyze > 50 + 0.1 * n_live_tup`;

interface Deps {
  readonly engine: Engine;
  readonly timers: Timers;
  readonly clock: Clock;
  readonly log: StoreLog;
}

export interface Maintenance {
  /** Waits for what is under way. */
  stop(): Promise<void>;
}

/** Looks every 15 seconds: works after 64 MB of WAL, or 5 minutes after the last work when anything was written since. */
export async function startMaintenance({ engine, timers, clock, log }: Deps): Promise<Maintenance> {
  let seen = await position(engine);
  let workedAt = clock();
  let running: Promise<void> | undefined;

  async function tick(): Promise<void> {
    const written = (await position(engine)) - seen;
    if (written === 0 || (written < WAL_LIMIT && clock() - workedAt < QUIET_MS)) return;
    await maintain(engine);
    seen = await position(engine);
    workedAt = clock();
  }

  const stopTimer = timers.every(TICK_MS, () => {
    running ??= tick()
      .catch((error: unknown) => log.warn({ err: error }, 'store maintenance failed'))
      .finally(() => {
        running = undefined;
      });
  });

  return {
    async stop() {
      stopTimer();
      await running;
    },
  };
}

/** One statement a table, so that requests get their turn in between. */
async function maintain(engine: Engine): Promise<void> {
  await engine.exec('checkpoint');
  const { rows } = await engine.query<{ name: string; worn: boolean }>(WORN_TABLES);
  for (const { name, worn } of rows) await engine.exec(worn ? `vacuum (analyze) ${name}` : `analyze ${name}`);
}

/** Bytes of WAL since the cluster was made. */
async function position(engine: Engine): Promise<number> {
  const { rows } = await engine.query<{ bytes: string }>("select pg_current_wal_insert_lsn() - '0/0'::pg_lsn as bytes");
  return Number(rows[0]?.bytes);
}
