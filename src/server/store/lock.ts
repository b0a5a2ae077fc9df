// One process per folder: two PGlites on one folder are not refused by PGlite and silently corrupt it.
import { DatabaseSync } from 'node:sqlite';
import { STORE_TEXTS } from '../texts/store.ts';
import { StoreError } from './errors.ts';

/** SQLITE_BUSY */
const BUSY = 5;

/**
 * Locks the folder by SQLite's file lock on `<folder>.lock`: held by the kernel, so it ends with the process however
 * that ends, and no stale lock file can keep anyone out. Returns the function that unlocks.
 * @throws StoreError 'folder-locked'
 */
export function lockFolder(folder: string): () => void {
  const file = new DatabaseSync(`${folder}.lock`, { timeout: 0 });
  try {
    file.exec('pragma locking_mode = exclusive; pragma journal_mode = memory; begin exclusive');
  } catch (error) {
    file.close();
    if ((error as { errcode?: number }).errcode !== BUSY) throw error;
    throw new StoreError('folder-locked', STORE_TEXTS.folderLocked(folder), { cause: error });
  }
  return () => file.close();
}
