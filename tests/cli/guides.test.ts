// `linli guides check`: over the files without a server, over the store with one of its own.
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClient } from '../../src/cli/ask.ts';
import { createGuide } from '../../src/contract/guide-calls.ts';
import { readConfig } from '../../src/server/config.ts';
import { startServer } from '../../src/server/main.ts';
import { systemRuntime } from '../../src/server/runtime.ts';
import { guideWith } from '../domain/guides/example.ts';

const run = promisify(execFile);
const MAIN = path.join(import.meta.dirname, '../../src/cli/main.ts');

describe('linli guides check', () => {
  let data: string;
  beforeAll(async () => {
    data = await mkdtemp(path.join(os.tmpdir(), 'linli-guides-'));
  });
  afterAll(() => rm(data, { recursive: true }));

  const check = (...args: string[]) =>
    run(process.execPath, [MAIN, 'guides', 'check', ...args], {
      env: { ...process.env, LINLI_DATA: data, DATABASE_URL: '' },
      maxBuffer: 10_000_000,
    });

  it('looks through what comes with the system, and through the same in a store', async () => {
    const files = JSON.parse((await check('--json')).stdout);
    expect(files).toMatchObject({ faults: 0 });
    expect(files.remarks).toHaveLength(files.notes);
    const store = JSON.parse((await check('--server', '--json')).stdout);
    expect(store).toMatchObject({ guides: files.guides, faults: 0 });
    // In a store nobody has entered places yet.
    const about = ({ path: place }: { path: string }) => place !== 'office.place';
    expect(store.remarks.filter(about)).toEqual(files.remarks);
    expect(store.notes).toBeGreaterThan(files.notes);
  });

  it('fails where something is wrong, and says where', async () => {
    const config = { ...readConfig({ LINLI_DATA: data, LOG_LEVEL: 'silent' }), port: 0, host: '127.0.0.1' };
    const server = await startServer(config, systemRuntime, 'command');
    const body = guideWith({ number: '0299', complaintPhone: '0000000' });
    await createClient(server.commandLine).ask(createGuide, { body });
    await server.stop();
    await expect(check('--server', '--faults')).rejects.toMatchObject({
      code: 1,
      stdout: expect.stringContaining('错  0299 complaintPhone  不像打得通的电话：0000000'),
    });
  });

  it('says in a line what it found', async () => {
    const { stdout } = await check('--faults');
    expect(stdout).toMatch(/^共 \d+ 项办事指南，0 处错误，\d+ 处请再看一看。\n$/);
  });
});
