// No browser outlives its test, whatever ends that.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { processesWith } from '../support/processes.ts';
import { ENGINE_NAMES } from './engine.ts';
import { installedEngine } from './installed.ts';
import { serveTestPage, type TestPage } from './test-page.ts';

const MARK = 'LINLI_ORPHANS_TEST';
let page: TestPage;
beforeAll(async () => {
  page = await serveTestPage();
});
afterAll(() => page.close());

describe.each(ENGINE_NAMES)('the processes of %s', async (name) => {
  const start = await installedEngine(name);

  it.skipIf(start === null).each(['SIGKILL', 'SIGTERM'] as const)(
    'end when the test is ended by %s',
    async (signal) => {
      const mark = randomUUID();
      // What a killed process cannot tidy up.
      const folder = await mkdtemp(join(tmpdir(), 'linli-orphans-'));
      onTestFinished(() => rm(folder, { recursive: true, force: true }));
      const script = fileURLToPath(new URL('hold-open.ts', import.meta.url));
      const holder = spawn(process.execPath, [script, name, page.url], {
        env: { ...process.env, TMPDIR: folder, [MARK]: mark },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      onTestFinished(() => void holder.kill('SIGKILL'));
      await once(holder.stdout, 'data');
      expect(processesWith(MARK, mark).length).toBeGreaterThan(1);
      holder.kill(signal);
      await vi.waitFor(() => expect(processesWith(MARK, mark)).toEqual([]), { timeout: 10_000 });
    },
  );
});
