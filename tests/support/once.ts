// What many test files begin with and is dear to make: made once a run by the first that asks, while others wait for it.
import { execFile } from 'node:child_process';
import { mkdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

/** In the folder of the run. */
export const ONCE = 'once';
const POLL_MS = 50;
const PATIENCE_MS = 60_000;

/**
 * A folder as `make` has filled it; it is everybody's, so nobody may change what is in it.
 * @throws Error in every test file when `make` has failed in one
 */
export async function once(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const made = path.join(os.tmpdir(), ONCE, name);
  const failed = `${made}.failed`;
  await mkdir(path.dirname(made), { recursive: true });
  const isFirst = await mkdir(`${made}.lock`).then(
    () => true,
    () => false,
  );
  if (isFirst) {
    const unfinished = `${made}.part`;
    try {
      await mkdir(unfinished);
      await make(unfinished);
      await rename(unfinished, made);
    } catch (error) {
      await writeFile(failed, String(error));
      throw error;
    }
  }
  for (const end = performance.now() + PATIENCE_MS; !(await exists(made)); await pause(POLL_MS)) {
    if (await exists(failed)) throw new Error(`another test file could not make ${name}: ${await readFile(failed)}`);
    if (performance.now() > end) throw new Error(`nobody has made ${name} within ${PATIENCE_MS} ms`);
  }
  return made;
}

/** What is in one folder into another, which is made when it is not there; owners and modes are kept. */
export async function copyFolder(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  await promisify(execFile)('cp', ['-a', `${from}${path.sep}.`, to]);
}

const exists = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );
