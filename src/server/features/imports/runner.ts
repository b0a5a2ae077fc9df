// Carries an import out: reads the whole list once before anything is stored, then goes on batch by batch from where it stands.
import { setImmediate as turn } from 'node:timers/promises';
import type { FastifyBaseLogger } from 'fastify';
import type { ImportId } from '../../../contract/ids.ts';
import { instantOf, type Runtime } from '../../runtime.ts';
import type { Store } from '../../store/store.ts';
import { LIST_TEXTS } from '../../texts/imports.zh-CN.ts';
import type { Timers } from '../../timers.ts';
import { storeBatch } from './batch.ts';
import type { ImportFiles } from './files.ts';
import { createPlaces } from './places.ts';
import { listRows, type NumberedRow } from './reading/list.ts';
import { ListError } from './reading/list-error.ts';
import { findEntry, finishImport, type ImportEntry, startRunning } from './store.ts';

const BATCH = 500;
/** The database is away for a while: tried again after a pause, and given up after so many without any progress. */
const RETRY_MS = 5_000;
const TRIES = 120;
/** The sentence for an error that trying again cannot mend. */
function failureOf(error: unknown): string | undefined {
  if (error instanceof ListError) return error.message;
  return (error as NodeJS.ErrnoException).code === 'ENOENT' ? LIST_TEXTS.fileGone() : undefined;
}

/** Others get their turn while a long list is counted. */
const TURN_EVERY = 1_000;

export interface RunnerDeps {
  readonly store: Store;
  readonly runtime: Runtime;
  readonly timers: Timers;
  readonly log: FastifyBaseLogger;
  readonly files: ImportFiles;
}

export interface Runner {
  /** Resolves when the import has come to its end, or the runner was stopped. */
  run(id: ImportId): Promise<void>;
  /** The batch at hand is finished, the next one is not begun. */
  stop(): void;
}

export function createRunner(deps: RunnerDeps): Runner {
  const { store, runtime, timers, log, files } = deps;
  let stopped = false;
  let wake = () => {};

  const finish = (id: ImportId, state: 'done' | 'failed', failure: string | null = null) =>
    finishImport(store.db, id, { state, failure, at: instantOf(runtime.clock()) });

  /** @returns false where it was broken off */
  async function count(entry: ImportEntry): Promise<boolean> {
    let rows = 0;
    for await (const _row of listRows(files.pathOf(entry.content))) {
      rows += 1;
      if (rows % TURN_EVERY === 0) await turn();
      if (stopped) return false;
    }
    if (rows === 0) throw new ListError(LIST_TEXTS.noRows());
    await startRunning(store.db, entry.id, rows);
    return true;
  }

  async function work(entry: ImportEntry): Promise<void> {
    const places = await createPlaces(store);
    let [seen, done] = [0, entry.done];
    let batch: NumberedRow[] = [];

    /** False ends the work here. */
    async function flush(): Promise<boolean> {
      if (batch.length > 0 && !(await storeBatch({ store, runtime, places }, entry, done, batch))) {
        log.warn({ import: entry.id }, 'another process carries this import out');
        return false;
      }
      done += batch.length;
      batch = [];
      await turn();
      return !stopped;
    }

    for await (const row of listRows(files.pathOf(entry.content))) {
      seen += 1;
      if (seen <= entry.done) continue;
      batch.push(row);
      if (batch.length === BATCH && !(await flush())) return;
    }
    if (await flush()) await finish(entry.id, 'done');
  }

  async function attempt(id: ImportId): Promise<void> {
    const entry = await findEntry(store.db, id);
    if (!entry || entry.finished_at !== null) return;
    if (entry.state === 'reading' && !(await count(entry))) return;
    await work(entry);
  }

  const pause = () =>
    new Promise<void>((resolve) => {
      const cancel = timers.after(RETRY_MS, resolve);
      wake = () => {
        cancel();
        resolve();
      };
    });

  return {
    async run(id) {
      for (let tries = 1; !stopped; tries += 1) {
        try {
          return await attempt(id);
        } catch (error) {
          const failure = failureOf(error);
          if (!failure) log.error({ err: error, import: id }, 'an import was interrupted');
          if (!failure && tries < TRIES) await pause();
          else return void (await finish(id, 'failed', failure ?? LIST_TEXTS.interrupted()));
        }
      }
    },
    stop() {
      stopped = true;
      wake();
    },
  };
}
