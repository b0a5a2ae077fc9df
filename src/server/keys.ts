// The master key, and a key for each purpose derived from it.
import { hkdfSync } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import type { Random } from './runtime.ts';

export interface Keys {
  /** 32 bytes, the same for the same purpose under the same master key. */
  forPurpose(
    purpose:
      | 'feed-ticket'
      | 'private-pass'
      | 'household-pin'
      | 'household-account'
      | 'account-digest'
      | 'query-code'
      | 'handover'
      | 'audit-seal'
      | 'signing',
  ): Buffer;
}

/** `given` (LINLI_KEY), or the one in `<folder>/master.key`, made at the first start and readable by its owner only. */
export async function openKeys(folder: string, given: Buffer | undefined, random: Random): Promise<Keys> {
  const master = given ?? (await readOrMake(path.join(folder, 'master.key'), random));
  return { forPurpose: (purpose) => Buffer.from(hkdfSync('sha256', master, '', `linli ${purpose}`, 32)) };
}

async function readOrMake(file: string, random: Random): Promise<Buffer> {
  const found = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  if (found) {
    if (found.length !== 32) throw new Error(`${file} is not a key: 32 bytes are wanted, it holds ${found.length}`);
    return found;
  }
  const made = random(32);
  await writePrivately(file, made);
  return made;
}

/** 0600 from the first byte, and whole or absent. */
export async function writePrivately(file: string, content: string | Buffer): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const handle = await open(`${file}.part`, 'w', 0o600);
  try {
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(`${file}.part`, file);
}
