// A copy of the embedded store before it is changed for good: <data folder>/dumps/, the last few kept.
import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { fsyncPath, writeDurably } from './durable.ts';
import type { Engine } from './pglite-engine.ts';

const KEEP = 3;
const SUFFIX = '.tar.gz';

/**
 * Writes PGDATA as a gzipped tar (PGlite's `loadDataDir` opens it) and returns its path. It is made in memory, as
 * PGlite does it: meant for the folders the embedded store is for, of some hundred megabytes.
 */
export async function dumpStore(engine: Engine, dataDir: string, version: number, atMs: number): Promise<string> {
  const folder = path.join(dataDir, 'dumps');
  await mkdir(folder, { recursive: true });
  await fsyncPath(dataDir);
  // What is in the data files need not be in the WAL as well: a smaller dump, and one that opens without recovery.
  await engine.exec('checkpoint');
  const dump = await engine.dumpDataDir('gzip');
  const at = new Date(atMs).toISOString().replace(/[-:]|\.\d+/g, '');
  const file = path.join(folder, `${at}-version-${version}${SUFFIX}`);
  await writeDurably(file, new Uint8Array(await dump.arrayBuffer()));
  await dropOld(folder);
  return file;
}

/** Names begin with the time, so the order of names is the order of age. */
async function dropOld(folder: string): Promise<void> {
  const dumps = (await readdir(folder)).filter((name) => name.endsWith(SUFFIX)).sort();
  for (const name of dumps.slice(0, -KEEP)) await rm(path.join(folder, name));
}
