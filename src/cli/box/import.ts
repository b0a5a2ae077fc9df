// `linli box import FILE`: the operator's list of boxes into the store, with a progress bar and what is wrong with which row.
import { openAsBlob } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { defineCommand } from 'citty';
import { urlOf } from '../../contract/call.ts';
import { createImport, Import, type ImportRow, listImportRows, readImport } from '../../contract/imports.ts';
import { type Client, withServer } from '../ask.ts';
import { complaining } from '../complain.ts';
import { createProgress } from '../progress.ts';
import { importTexts as TEXTS } from '../texts/import.zh-CN.ts';

const ASK_EVERY_MS = 250;
/** Rows that are told of one by one. */
const SHOWN = 20;
const WRONG = ['duplicate', 'unknown-address', 'malformed'] as const;

export const importBoxes = defineCommand({
  meta: { name: 'import', description: 'Import the list of boxes (CSV or XLSX) that the operator hands in' },
  args: {
    file: { type: 'positional', description: 'the list', required: true },
    'dry-run': { type: 'boolean', description: 'report only, store nothing', default: false },
  },
  run: ({ args }) =>
    complaining(async () => {
      const file = await openList(args.file);
      if (!file) return refuse(TEXTS.noFile(args.file));
      await withServer(async (client) => {
        const end = await carryOut(client, { file, name: path.basename(args.file), dryRun: args['dry-run'] });
        if (end.state === 'failed') return refuse(TEXTS.failed(end.failure ?? ''));
        for (const line of await report(client, end)) process.stdout.write(`${line}\n`);
        // A list that is stored already is as good as one that is stored now.
        if (end.counts.good + end.counts.same === 0) process.exitCode = 1;
      });
    }),
});

/** Read from the disk while it is sent. */
async function openList(file: string): Promise<Blob | undefined> {
  const found = await stat(file).catch(() => undefined);
  return found?.isFile() ? openAsBlob(file) : undefined;
}

function refuse(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = 1;
}

async function carryOut(client: Client, given: { file: Blob; name: string; dryRun: boolean }): Promise<Import> {
  const body = new FormData();
  body.set('file', given.file, given.name);
  const query = { name: given.name, dryRun: given.dryRun ? '1' : '0' };
  const answer = await client.send(urlOf(createImport.path, undefined, query), { method: createImport.method, body });
  let state = Import.parse(await answer.json());
  const progress = createProgress(TEXTS.progress(given.dryRun), process.stderr);
  while (state.finishedAt === null) {
    progress.tell(state.done, state.rows);
    await after(ASK_EVERY_MS);
    state = await client.ask(readImport, { params: { id: state.id } });
  }
  if (state.state === 'done') progress.tell(state.done, state.rows);
  progress.end();
  return state;
}

async function report(client: Client, { id, rows, counts, dryRun }: Import): Promise<string[]> {
  const wrong: ImportRow[] = [];
  for (const result of WRONG) {
    const page = await client.ask(listImportRows, { params: { id }, query: { result, pageSize: SHOWN } });
    wrong.push(...page.items);
  }
  const shown = wrong.sort((one, other) => one.row - other.row).slice(0, SHOWN);
  const more = WRONG.reduce((sum, result) => sum + counts[result], 0) - shown.length;
  return [
    TEXTS.counts(rows ?? 0, counts),
    ...shown.map(TEXTS.row),
    ...(more > 0 ? [TEXTS.more(more)] : []),
    ...(dryRun ? [TEXTS.dryRun] : []),
  ];
}
