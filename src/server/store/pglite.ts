// The embedded store: PGlite in this process behind a lock, an atomic first start, real fsync and maintenance.
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { type DatabaseConnection, type Dialect, PGliteDialect, PGliteDriver, PostgresAdapter } from 'kysely';
import type { Clock } from '../runtime.ts';
import type { Timers } from '../timers.ts';
import { defer } from './defer.ts';
import { dumpStore } from './dump.ts';
import { prepareFolder } from './folder.ts';
import { createGuard, createHandle, type Guard } from './handle.ts';
import { lockFolder } from './lock.ts';
import type { StoreLog } from './log.ts';
import { startMaintenance } from './maintenance.ts';
import { type MigrationSession, migrate } from './migrate.ts';
import type { Migration } from './migrations.ts';
import { type Engine, type Fsync, startEngine } from './pglite-engine.ts';
import type { Store } from './store.ts';

export interface EmbeddedOptions {
  /** The database is in `<dataDir>/store`, its dumps in `<dataDir>/dumps`. */
  readonly dataDir: string;
  readonly migrations: readonly Migration[];
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: StoreLog;
  readonly fsync?: Fsync;
}

/** @throws StoreError 'folder-locked' 'folder-unopenable' 'folder-engine', and those of migrate */
export async function openEmbedded(options: EmbeddedOptions): Promise<Store> {
  const { dataDir, migrations, clock, timers, log } = options;
  await mkdir(dataDir, { recursive: true });
  const folder = path.join(dataDir, 'store');
  const start = (where: string) =>
    startEngine({
      folder: where,
      onStopped: (error) => log.fatal({ err: error }, 'the embedded store has stopped'),
      ...(options.fsync && { fsync: options.fsync }),
    });

  const unlock = lockFolder(folder);
  try {
    await prepareFolder(folder, async (unfinished) => (await start(unfinished)).close());
    const engine = await start(folder);
    try {
      const backUp = async (from: number) => {
        const file = await dumpStore(engine, dataDir, from, clock());
        log.info({ file }, 'the store was dumped before its migration');
      };
      await migrate({ session: sessionOf(engine), migrations, clock, where: folder, backUp });
      const maintenance = await startMaintenance({ engine, timers, clock, log });
      return embeddedStore(engine, log, {
        before: maintenance.stop,
        after: unlock,
      });
    } catch (error) {
      await engine.close();
      throw error;
    }
  } catch (error) {
    unlock();
    throw error;
  }
}

export function sessionOf(engine: Engine): MigrationSession {
  return {
    async run(script) {
      await engine.exec(script);
    },
    async query<Row>(text: string, parameters?: unknown[]) {
      return (await engine.query<Row>(text, parameters)).rows;
    },
  };
}

/** A store over a running, migrated engine; `closing.before` and `.after` frame its close. */
export function embeddedStore(
  engine: Engine,
  log: StoreLog,
  closing: { before?: () => Promise<void>; after?: () => void } = {},
): Store {
  const guard = createGuard();
  const { db, transaction } = createHandle(new SingleSessionDialect(engine, guard), guard);
  let closed: Promise<void> | undefined;

  async function close(): Promise<void> {
    await closing.before?.();
    try {
      await db.destroy();
      // Kysely closes only what it has used.
      if (!engine.closed) await engine.close();
    } finally {
      closing.after?.();
    }
  }

  return {
    kind: 'embedded',
    db,
    transaction,
    async listen(channel, onPayload) {
      guard.refuseInside();
      const unlisten = await engine.listen(`"${channel}"`, (payload) => {
        try {
          onPayload(payload);
        } catch (error) {
          log.error({ err: error, channel }, 'a listener of the store failed');
        }
      });
      return () => unlisten();
    },
    async ping() {
      guard.refuseInside();
      await engine.query('select 1');
    },
    async close() {
      guard.refuseInside();
      closed ??= close();
      await closed;
    },
  };
}

/** Kysely's PGlite driver with the guard in front of the turn: waiting first would be the deadlock it is to prevent. */
class SingleSessionDriver extends PGliteDriver {
  readonly #engine: Engine;
  readonly #guard: Guard;
  #last: Promise<void> = Promise.resolve();
  #endTurn = () => {};

  constructor(engine: Engine, guard: Guard) {
    super({ pglite: engine });
    this.#engine = engine;
    this.#guard = guard;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    this.#guard.refuseInside();
    const { promise, resolve } = defer<void>();
    const before = this.#last;
    this.#last = promise;
    await before;
    this.#endTurn = resolve;
    return super.acquireConnection();
  }

  override async releaseConnection(): Promise<void> {
    this.#endTurn();
  }

  /** Kysely would wait for ever for a BEGIN that a stopped engine refuses. */
  override async beginTransaction(...[connection]: Parameters<PGliteDriver['beginTransaction']>): Promise<void> {
    this.#engine.refuseStopped();
    await super.beginTransaction(connection);
  }
}

class SingleSessionDialect extends PGliteDialect implements Dialect {
  readonly #engine: Engine;
  readonly #guard: Guard;

  constructor(engine: Engine, guard: Guard) {
    super({ pglite: engine });
    this.#engine = engine;
    this.#guard = guard;
  }

  override createDriver(): PGliteDriver {
    return new SingleSessionDriver(this.#engine, this.#guard);
  }

  /** The turn is taken in the driver, so Kysely must not take one before it. */
  override createAdapter(): PostgresAdapter {
    return new PostgresAdapter();
  }
}
