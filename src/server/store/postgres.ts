// The store on PostgreSQL: a pool with prepared statements, one connection that listens, the same values as embedded.
import { type DatabaseConnection, PostgresDialect, PostgresDriver, type PostgresPool } from 'kysely';
import pg from 'pg';
import type { Clock } from '../runtime.ts';
import { STORE_TEXTS } from '../texts/store.ts';
import type { Timers } from '../timers.ts';
import { reasonOf, StoreError } from './errors.ts';
import { createGuard, createHandle, type Guard } from './handle.ts';
import { createListener } from './listener.ts';
import type { StoreLog } from './log.ts';
import { migrate } from './migrate.ts';
import type { Migration } from './migrations.ts';
import { namedStatements } from './named-statements.ts';
import type { Store } from './store.ts';
import { ARRAYS, PARSERS } from './values.ts';

export interface PostgresOptions {
  readonly url: string;
  readonly migrations: readonly Migration[];
  readonly clock: Clock;
  readonly timers: Timers;
  readonly log: StoreLog;
}

const OLDEST = 15;
/** Ten connections carried 9,700 durable inserts a second; more only queue inside the server. */
const CONNECTIONS = 10;
const CONNECT_MS = 5_000;
/** Requests are short; what runs longer is a mistake that must not keep its locks. */
const STATEMENT_MS = 30_000;
const IDLE_IN_TRANSACTION_MS = 30_000;

/** @throws StoreError 'unavailable' 'postgres-too-old' 'postgres-encoding', and those of migrate */
export async function openPostgres(options: PostgresOptions): Promise<Store> {
  const { url, migrations, clock, timers, log } = options;
  const where = withoutPassword(url);
  const connection: pg.ClientConfig = {
    connectionString: url,
    application_name: 'linli',
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
    options: '-c TimeZone=UTC -c DateStyle=ISO',
    types: { getTypeParser },
  };
  await prepareDatabase(connection, { migrations, clock, log, where });

  const pool = new pg.Pool({
    ...connection,
    max: CONNECTIONS,
    statement_timeout: STATEMENT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
  });
  // Without a listener a lost connection ends the process: the pool speaks for idle ones only.
  pool.on('error', () => {});
  pool.on('connect', (client) =>
    client.on('error', (error) => log.warn({ err: error }, 'a database connection was lost')),
  );
  const listener = createListener({ connect: () => connect(connection, where), timers, log });
  const guard = createGuard();
  const { db, transaction } = createHandle(new GuardedDialect(namedStatements(pool, where), guard), guard);
  let closed: Promise<void> | undefined;

  return {
    kind: 'postgres',
    db,
    transaction,
    async listen(channel, onPayload, onGap) {
      guard.refuseInside();
      return listener.listen(channel, { onPayload, onGap });
    },
    async ping() {
      guard.refuseInside();
      await pool.query('select 1').catch((error: unknown) => {
        throw new StoreError('unavailable', STORE_TEXTS.unavailable(where, reasonOf(error)), { cause: error });
      });
    },
    async close() {
      guard.refuseInside();
      closed ??= Promise.all([listener.close(), pool.end()]).then(() => {});
      await closed;
    },
  };
}

async function prepareDatabase(
  connection: pg.ClientConfig,
  options: { migrations: readonly Migration[]; clock: Clock; log: StoreLog; where: string },
): Promise<void> {
  const { log, where } = options;
  const client = await connect(connection, where);
  try {
    const { rows } = await client.query<{ version: string; encoding: string }>(
      "select current_setting('server_version') as version, current_setting('server_encoding') as encoding",
    );
    for (const row of rows) checkServer(row, where);
    await migrate({
      ...options,
      session: {
        async run(script) {
          await client.query(script);
        },
        async query<Row>(text: string, parameters?: unknown[]) {
          return (await client.query(text, parameters)).rows as Row[];
        },
      },
      async backUp(from, to) {
        log.warn(
          { from, to },
          'migrating the database; the way back is your own backup of PostgreSQL, Linli makes none there',
        );
      },
    });
  } finally {
    await client.end();
  }
}

/** `version` as the server writes it: "15.18 (Debian 15.18-0+deb12u1)". @throws StoreError 'postgres-too-old' 'postgres-encoding' */
export function checkServer({ version, encoding }: { version: string; encoding: string }, where: string): void {
  if (Number.parseInt(version, 10) < OLDEST) {
    throw new StoreError('postgres-too-old', STORE_TEXTS.postgresTooOld(where, version, OLDEST));
  }
  if (encoding !== 'UTF8') throw new StoreError('postgres-encoding', STORE_TEXTS.postgresEncoding(where, encoding));
}

async function connect(connection: pg.ClientConfig, where: string): Promise<pg.Client> {
  const client = new pg.Client(connection);
  // As above: whoever uses it sees its queries fail.
  client.on('error', () => {});
  try {
    await client.connect();
    return client;
  } catch (error) {
    throw new StoreError('unavailable', STORE_TEXTS.unavailable(where, reasonOf(error)), { cause: error });
  }
}

const TEXT_ARRAY = 1009;
/** pg's types know the numbers of single values only. */
const parserOf: (type: number, format?: 'text' | 'binary') => (text: string) => (string | null)[] =
  pg.types.getTypeParser;

/** pg's own parsers, ours where values must be the same on both engines. */
function getTypeParser(type: number, format?: 'text' | 'binary') {
  const element = ARRAYS[type];
  if (element === undefined) return PARSERS[type] ?? pg.types.getTypeParser(type, format);
  const split = parserOf(TEXT_ARRAY);
  return (text: string) => split(text).map((item) => (item === null ? null : PARSERS[element]?.(item)));
}

/** For messages and logs. */
function withoutPassword(url: string): string {
  return url.replace(/^(postgres(?:ql)?:\/\/[^:@/]*):[^@/]*@/, '$1@').replace(/([?&]password=)[^&]*/, '$1***');
}

class GuardedDriver extends PostgresDriver {
  readonly #guard: Guard;

  constructor(pool: PostgresPool, guard: Guard) {
    super({ pool });
    this.#guard = guard;
  }

  override async acquireConnection(
    ...given: Parameters<PostgresDriver['acquireConnection']>
  ): Promise<DatabaseConnection> {
    this.#guard.refuseInside();
    return super.acquireConnection(...given);
  }
}

class GuardedDialect extends PostgresDialect {
  readonly #pool: PostgresPool;
  readonly #guard: Guard;

  constructor(pool: PostgresPool, guard: Guard) {
    super({ pool });
    this.#pool = pool;
    this.#guard = guard;
  }

  override createDriver(): PostgresDriver {
    return new GuardedDriver(this.#pool, this.#guard);
  }
}
