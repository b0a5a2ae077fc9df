// Benchmark `import`: rows a second and memory of bringing a long list of boxes in, from the file to the store.
import { mkdtemp, rm, stat } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { listRows } from '../../src/server/features/imports/reading/list.ts';
import { boxRows, writeCsv, writeXlsx } from '../../tests/support/box-list.ts';
import { watchMemory } from './import/memory.ts';
import { importAll } from './import/run.ts';
import type { Bench } from './main.ts';
import { rounded } from './statistics.ts';

const MAX_ROWS = 500_000;

/**
 * `--rows` boxes in `--format` csv or xlsx, each for a household of its own. `read*`: the file alone, taken apart and
 * thrown away. The others: a new store (embedded, or `--database`), the whole import with its report. Memory is the
 * growth of this process's resident set while it works, the embedded database included.
 */
export const importList: Bench = async (args, say) => {
  const { values } = parseArgs({
    args,
    options: {
      rows: { type: 'string', default: '100000' },
      format: { type: 'string', default: 'csv' },
      database: { type: 'string' },
    },
  });
  const rows = Number(values.rows);
  if (!Number.isInteger(rows) || rows < 1 || rows > MAX_ROWS) throw new RangeError(`--rows: 1 to ${MAX_ROWS}`);
  const folder = await mkdtemp(path.join(os.tmpdir(), 'linli-bench-import-'));
  try {
    const file = path.join(folder, 'list');
    if (values.format === 'xlsx') await writeXlsx(file, () => boxRows(rows));
    else await writeCsv(file, boxRows(rows));
    const { size } = await stat(file);
    say(`${rows} rows, ${rounded(size / 1e6)} MB of ${values.format}`);

    const memory = watchMemory();
    const from = performance.now();
    let read = 0;
    for await (const _row of listRows(file)) read += 1;
    const readMs = performance.now() - from;
    const readMb = memory.stop();
    if (read !== rows) throw new Error(`${read} of ${rows} rows were read`);
    say(`read in ${Math.round(readMs)} ms`);

    const whole = await importAll({ folder, file, rows, database: values.database, say });
    return {
      rows,
      fileMb: rounded(size / 1e6),
      readRowsPerSecond: Math.round(rows / (readMs / 1000)),
      readRssGrowthMb: rounded(readMb),
      rowsPerSecond: Math.round(rows / (whole.ms / 1000)),
      rssGrowthMb: rounded(whole.rssGrowthMb),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
