// Where a journey leaves what it saw: artifacts/<engine>/.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { EngineName, Tab } from './engine.ts';

export const artifactsOf = (engine: EngineName): string =>
  fileURLToPath(new URL(`../../artifacts/${engine}`, import.meta.url));

/** Keeps a screenshot as artifacts/<engine>/<name>.png. */
export async function keepPicture(engine: EngineName, name: string, tab: Tab): Promise<void> {
  const folder = artifactsOf(engine);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${name}.png`), await stillPicture(tab));
}

/** Movements last a quarter of a second; a ticker that runs for ever is taken as it is. */
const TRIES = 4;
/** The slowest engine has drawn its next frame by then. */
const FRAME_MS = 120;

/** A screenshot like the one before it: pages have turned, icons have come. */
async function stillPicture(tab: Tab): Promise<Buffer> {
  let before = await tab.screenshot();
  for (let tries = 0; tries < TRIES; tries += 1) {
    await pause(FRAME_MS);
    const now = await tab.screenshot();
    if (now.equals(before)) break;
    before = now;
  }
  return before;
}
