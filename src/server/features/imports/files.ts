// Uploaded lists in the data folder, named by their content; never whole in memory.
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, promises as fs } from 'node:fs';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

export interface ImportFiles {
  pathOf(content: string): string;
  has(content: string): Promise<boolean>;
  /**
   * Keeps what comes, unless `check` throws.
   * @returns its SHA-256 in hex, once it is safe on the disk
   */
  keep(source: Readable, check: (file: string) => Promise<unknown>): Promise<string>;
  /** Deletes all but these, and what was written after an instant (ms): another process may be about to use it. */
  keepOnly(contents: ReadonlySet<string>, after: number): Promise<void>;
}

export function createImportFiles(folder: string): ImportFiles {
  const pathOf = (content: string) => path.join(folder, content);

  return {
    pathOf,
    async has(content) {
      return fs.access(pathOf(content)).then(
        () => true,
        () => false,
      );
    },
    async keep(source, check) {
      await fs.mkdir(folder, { recursive: true });
      const partial = pathOf(`${randomUUID()}.part`);
      try {
        // Synced before it gets its name: a file by that name is whole.
        await pipeline(source, createWriteStream(partial, { flags: 'wx', mode: 0o600, flush: true }));
        await check(partial);
        const content = await hashOf(partial);
        await fs.rename(partial, pathOf(content));
        return content;
      } catch (error) {
        await fs.rm(partial, { force: true });
        throw error;
      }
    },
    async keepOnly(contents, after) {
      const names = await fs.readdir(folder).catch(() => []);
      for (const name of names.filter((each) => !contents.has(each))) {
        const { mtimeMs } = await fs.stat(pathOf(name));
        if (mtimeMs < after) await fs.rm(pathOf(name), { force: true });
      }
    },
  };
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
