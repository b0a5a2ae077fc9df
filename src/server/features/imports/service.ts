// Imports of the operator's list: uploaded, tried or applied in the background, taken up again after a restart.
import type { Readable } from 'node:stream';
import type { FastifyBaseLogger } from 'fastify';
import type { z } from 'zod';
import type { ImportId } from '../../../contract/ids.ts';
import type { createImport, Import, listImportRows, listImports } from '../../../contract/imports.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import type { Actor } from '../../../domain/access/can.ts';
import { chainOf } from '../../../domain/regions/code.ts';
import { scopesOrRefuse } from '../../access.ts';
import { ProblemError } from '../../problem.ts';
import { instantOf, type Runtime } from '../../runtime.ts';
import type { Store } from '../../store/store.ts';
import { LIST_TEXTS } from '../../texts/imports.zh-CN.ts';
import { systemTimers, type Timers } from '../../timers.ts';
import { recordAudit } from '../audit/service.ts';
import { createImportFiles } from './files.ts';
import { formatOf } from './reading/list.ts';
import { ListError } from './reading/list-error.ts';
import { createRunner } from './runner.ts';
import {
  findContents,
  findImport,
  findUnfinished,
  type ImportEntry,
  insertImport,
  pageOfImports,
  pageOfRows,
} from './store.ts';

/** A list is kept so long, for a dry run to be applied. */
const KEPT_MS = 30 * 86_400_000;
const FRESH_MS = 3_600_000;

export function createImportService(deps: {
  store: Store;
  runtime: Runtime;
  log: FastifyBaseLogger;
  folder: string;
  timers?: Timers;
}) {
  const { store, runtime, log } = deps;
  const files = createImportFiles(deps.folder);
  const runner = createRunner({ store, runtime, log, files, timers: deps.timers ?? systemTimers });
  /** What is being carried out; one at a time, for two would only slow each other down. */
  let current: Promise<void> | undefined;

  function refuseWhileBusy(): void {
    if (current) throw new ProblemError('import-busy');
  }

  /** Must be called without a pause after `refuseWhileBusy`. */
  function occupy(work: Promise<void>): void {
    current = work
      .catch((error: unknown) => log.error({ err: error }, 'an import is left for the next start'))
      .finally(() => {
        current = undefined;
      });
  }

  /** Stores the import and begins with it. */
  async function begin(actor: Actor, action: string, given: Pick<ImportEntry, 'file' | 'dry_run' | 'content'>) {
    const scopes = scopesOrRefuse(actor, 'box.manage');
    const id = runtime.uuids() as ImportId;
    const at = instantOf(runtime.clock());
    refuseWhileBusy();
    const stored = store.transaction(async (trx) => {
      await insertImport(trx, { id, ...given, scopes, staff_id: actor.id, at });
      const detail = { file: given.file, dryRun: given.dry_run, content: given.content };
      await recordAudit(trx, { at, actor, action, subject: id, region: regionOf(scopes), detail });
    });
    occupy(
      stored.then(
        () => runner.run(id),
        () => {},
      ),
    );
    await stored;
    return read(actor, id);
  }

  async function read(actor: Actor, id: ImportId): Promise<Import> {
    return toImport(await entryOf(actor, id));
  }

  async function entryOf(actor: Actor, id: ImportId) {
    const row = await findImport(store.db, id, scopesOrRefuse(actor, 'box.manage'));
    if (!row) throw new ProblemError('not-found');
    return row;
  }

  return {
    read,

    /** @param receive the upload; throws `too-large` on the way, `import-unreadable` for what is no list at first sight */
    async create(
      actor: Actor,
      { name, dryRun }: z.output<(typeof createImport)['query']>,
      receive: () => Promise<Readable>,
    ): Promise<Import> {
      scopesOrRefuse(actor, 'box.manage');
      refuseWhileBusy();
      const content = await files.keep(await receive(), async (file) => {
        await formatOf(file).catch((error) => {
          throw error instanceof ListError ? new ProblemError('import-unreadable', { detail: error.message }) : error;
        });
      });
      return begin(actor, 'import.create', { file: name, dry_run: dryRun === '1', content });
    },

    /** What a dry run found good is stored, as the list and the district are now. */
    async apply(actor: Actor, id: ImportId): Promise<Import> {
      const { file, content, ...row } = await entryOf(actor, id);
      if (!row.dry_run || row.state !== 'done')
        throw new ProblemError('move-not-allowed', { detail: LIST_TEXTS.notADryRun() });
      if (!(await files.has(content))) throw new ProblemError('not-found', { detail: LIST_TEXTS.fileGone() });
      return begin(actor, 'import.apply', { file, dry_run: false, content });
    },

    async list(actor: Actor, { page, pageSize }: z.output<(typeof listImports)['query']>) {
      const scopes = scopesOrRefuse(actor, 'box.manage');
      const { rows, total } = await pageOfImports(store.db, { scopes, offset: (page - 1) * pageSize, limit: pageSize });
      return { items: rows.map(toImport), total, page, pageSize };
    },

    async rows(actor: Actor, id: ImportId, query: z.output<(typeof listImportRows)['query']>) {
      await entryOf(actor, id);
      const { page, pageSize, result } = query;
      const offset = (page - 1) * pageSize;
      const { rows, total } = await pageOfRows(store.db, { id, result, offset, limit: pageSize });
      const items = rows.map(({ smart_card, ...row }) => ({ ...row, smartCard: smart_card }));
      return { items, total, page, pageSize };
    },

    /** At the server's start: what was cut off goes on where it stood; lists that are no longer needed are deleted. */
    async resume(): Promise<void> {
      const unfinished = await findUnfinished(store.db);
      const since = instantOf(runtime.clock() - KEPT_MS);
      const kept = [...(await findContents(store.db, since)), ...unfinished].map(({ content }) => content);
      await files.keepOnly(new Set(kept), runtime.clock() - FRESH_MS);
      const here: ImportEntry[] = [];
      for (const entry of unfinished) {
        // Where several servers share a database, it may have been uploaded to one of the others.
        if (store.kind === 'embedded' || (await files.has(entry.content))) here.push(entry);
        else log.warn({ import: entry.id }, 'the list of an unfinished import is not on this server');
      }
      if (here.length === 0) return;
      occupy(here.reduce((before, { id }) => before.then(() => runner.run(id)), Promise.resolve()));
    },

    /** Ends after the batch at hand. */
    async stop(): Promise<void> {
      runner.stop();
      await current;
    },
  };
}

export type ImportService = ReturnType<typeof createImportService>;

/** The one region it reaches, or the district above all of them. */
const regionOf = (scopes: readonly RegionCode[]) =>
  (scopes.length === 1 ? scopes[0] : scopes[0] && chainOf(scopes[0])[0]) ?? null;

function toImport(row: ImportEntry): Import {
  return {
    id: row.id,
    file: row.file,
    dryRun: row.dry_run,
    state: row.state,
    failure: row.failure,
    rows: row.rows,
    done: row.done,
    counts: {
      good: row.good,
      same: row.same,
      duplicate: row.duplicate,
      'unknown-address': row.unknown_address,
      malformed: row.malformed,
    },
    by: row.staff_name,
    at: row.at,
    finishedAt: row.finished_at,
  };
}
