// Brings a store to the present version: each migration in a transaction, starters one after another, never backwards.
import type { Clock } from '../runtime.ts';
import { STORE_TEXTS } from '../texts/store.ts';
import { reasonOf, StoreError } from './errors.ts';
import type { Migration } from './migrations.ts';

/** One session of the database that nobody else uses meanwhile. */
export interface MigrationSession {
  /** Any number of statements, no parameters. */
  run(script: string): Promise<void>;
  query<Row>(text: string, parameters?: unknown[]): Promise<Row[]>;
}

export interface MigrateOptions {
  readonly session: MigrationSession;
  readonly migrations: readonly Migration[];
  readonly clock: Clock;
  /** Folder or address, for messages. */
  readonly where: string;
  /** Called once before the first change to a store that holds data; a failure stops the migration. */
  backUp(from: number, to: number): Promise<void>;
}

/** Any number will do, as long as every version of Linli takes the same: starters of one database queue up on it. */
const ADVISORY_LOCK = 370_306;

const VERSION_TABLE = `create table if not exists schema_version (
  number integer primary key,
  name text not null,
  sha256 text not null,
  at timestamptz not null
)`;

/** Returns the store's version, how many migrations ran included. @throws StoreError 'newer-version' 'migration-edited' 'migration-failed' */
export async function migrate(options: MigrateOptions): Promise<{ version: number; ran: number }> {
  const { migrations } = options;
  const before = await check(options);
  const to = migrations.length;
  if (before > 0 && before < to) await options.backUp(before, to);
  let ran = 0;
  for (const migration of migrations.slice(before)) if (await apply(options, migration)) ran += 1;
  return { version: to, ran };
}

/** The version found; refuses a store that is newer than this program or was made by other files. Changes nothing. */
async function check({ session, migrations, where }: MigrateOptions): Promise<number> {
  const applied = await findApplied(session);
  const found = applied.at(-1)?.number ?? 0;
  if (found > migrations.length) {
    throw new StoreError('newer-version', STORE_TEXTS.newerVersion(where, found, migrations.length));
  }
  for (const [index, row] of applied.entries()) {
    if (row.number === index + 1 && row.sha256 === migrations[index]?.sha256) continue;
    throw new StoreError('migration-edited', STORE_TEXTS.migrationEdited(where, row.name));
  }
  return found;
}

/** False when another starter was faster. */
async function apply({ session, clock, where }: MigrateOptions, migration: Migration): Promise<boolean> {
  try {
    await session.run(`begin; select pg_advisory_xact_lock(${ADVISORY_LOCK}); ${VERSION_TABLE}`);
    const [done] = await session.query('select number from schema_version where number = $1', [migration.number]);
    if (!done) {
      await session.run(migration.sql);
      const at = new Date(clock()).toISOString();
      const row = [migration.number, migration.name, migration.sha256, at];
      await session.query('insert into schema_version (number, name, sha256, at) values ($1, $2, $3, $4)', row);
    }
    await session.run('commit');
    return !done;
  } catch (error) {
    // The first error is the one to tell; after a lost connection there is nothing left to roll back.
    await session.run('rollback').catch(() => {});
    throw new StoreError('migration-failed', STORE_TEXTS.migrationFailed(where, migration.name, reasonOf(error)), {
      cause: error,
    });
  }
}

async function findApplied(session: MigrationSession): Promise<{ number: number; name: string; sha256: string }[]> {
  const [table] = await session.query<{ found: boolean }>("select to_regclass('schema_version') is not null as found");
  if (!table?.found) return [];
  return session.query('select number, name, sha256 from schema_version order by number');
}
