// kill -9: in the first start, and between one acknowledged row and the next.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { type EmbeddedFolder, emptyFolder } from './databases.ts';

const OPENS = fileURLToPath(new URL('child-opens.ts', import.meta.url));
const INSERTS = fileURLToPath(new URL('child-inserts.ts', import.meta.url));
const SLOW = 120_000;

/** One of the child scripts beside this file; `kill` resolves when it is gone. */
function start(script: string, ...args: string[]) {
  const child = spawn(process.execPath, [script, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const gone = once(child, 'exit');
  const kill = async () => {
    child.kill('SIGKILL');
    await gone;
  };
  onTestFinished(kill);
  return { lines: createInterface(child.stdout), kill };
}

async function subjects(folder: EmbeddedFolder): Promise<number[]> {
  const store = await folder.open();
  const rows = await store.db.selectFrom('audit').select('subject').orderBy('id').execute();
  await store.close();
  return rows.map(({ subject }) => Number(subject));
}

describe('kill -9 in the first start', () => {
  test.each(['store.init', 'store.init/global/pg_control', 'store'])(
    'as soon as %s is there leaves a folder that opens',
    async (place) => {
      const folder = await emptyFolder();
      onTestFinished(() => folder.drop());
      const child = start(OPENS, folder.dataDir);
      await vi.waitUntil(() => existsSync(path.join(folder.dataDir, place)), { timeout: 60_000, interval: 1 });
      await child.kill();
      expect(await subjects(folder)).toEqual([]);
      expect((await readdir(folder.dataDir)).sort()).toEqual(['store', 'store.lock']);
    },
    SLOW,
  );
});

describe('kill -9 while rows are inserted', () => {
  test(
    'loses none that was acknowledged, has no hole and no repeat, round after round',
    async () => {
      const folder = await emptyFolder();
      onTestFinished(() => folder.drop());
      let next = 0;
      for (const acknowledgements of [1, 150, 400]) {
        const child = start(INSERTS, folder.dataDir, String(next));
        let acknowledged = next;
        for await (const line of child.lines) {
          if (line === 'open') continue;
          acknowledged = Number(line) + 1;
          if (acknowledged - next === acknowledgements) void child.kill();
        }
        const stored = await subjects(folder);
        expect(stored).toEqual(Array.from(stored.keys()));
        // One more than was acknowledged may have been on its way.
        expect(stored.length - acknowledged).toBeGreaterThanOrEqual(0);
        expect(stored.length - acknowledged).toBeLessThanOrEqual(1);
        next = stored.length;
      }
    },
    SLOW,
  );
});
