// The embedded store's folder: made aside and moved into place whole, so that a start killed half-way leaves nothing behind.
import { existsSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { STORE_TEXTS } from '../texts/store.ts';
import { fsyncPath, fsyncTree, renameDurably } from './durable.ts';
import { StoreError } from './errors.ts';

/** PostgreSQL's major version inside the pinned PGlite: it opens no other's folder. */
const ENGINE_VERSION = '18';

/**
 * Makes sure that the folder holds a cluster; the caller holds the lock. `create` fills a new folder and has closed it.
 * Returns whether it is new. @throws StoreError 'folder-unopenable' 'folder-engine'
 */
export async function prepareFolder(folder: string, create: (unfinished: string) => Promise<void>): Promise<boolean> {
  const unfinished = `${folder}.init`;
  await rm(unfinished, { recursive: true, force: true });
  if (existsSync(folder)) {
    await checkEngine(folder);
    return false;
  }
  await mkdir(unfinished, { mode: 0o700 });
  await create(unfinished);
  await fsyncTree(unfinished);
  await renameDurably(unfinished, folder);
  await fsyncPath(path.dirname(path.dirname(folder)));
  return true;
}

async function checkEngine(folder: string): Promise<void> {
  const version = await readFile(path.join(folder, 'PG_VERSION'), 'utf8').catch(() => undefined);
  if (version === undefined) {
    throw new StoreError('folder-unopenable', STORE_TEXTS.folderUnopenable(folder, 'PG_VERSION is missing'));
  }
  if (version.trim() !== ENGINE_VERSION) {
    throw new StoreError('folder-engine', STORE_TEXTS.folderEngine(folder, version.trim(), ENGINE_VERSION));
  }
}
