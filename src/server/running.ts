// Tells the command line of the same data folder that a server runs, and where: a file only its owner can read.
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { writePrivately } from './keys.ts';

const Running = z.object({
  /** As this machine reaches it, whatever its public address is. */
  url: z.url({ protocol: /^http$/ }),
  /** Whoever can read it may do what the command line may; new with every start. */
  token: z.string(),
  pid: z.int().positive(),
});
type Running = z.infer<typeof Running>;

const fileOf = (dataDir: string) => path.join(dataDir, 'running.json');

/** Returns the function that takes the news back, unless another server of the folder has brought its own since. */
export async function announce(dataDir: string, running: Running): Promise<() => Promise<void>> {
  await writePrivately(fileOf(dataDir), `${JSON.stringify(running, null, 2)}\n`);
  return async () => {
    const there = await findRunning(dataDir);
    if (there?.token === running.token) await rm(fileOf(dataDir), { force: true });
  };
}

/** What the file says, if there is one; a server that was killed leaves its own behind. */
export async function findRunning(dataDir: string): Promise<Running | undefined> {
  const text = await readFile(fileOf(dataDir), 'utf8').catch(() => undefined);
  return text === undefined ? undefined : parse(text);
}

function parse(text: string): Running | undefined {
  try {
    return Running.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
