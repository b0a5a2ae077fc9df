// `linli open311-key`: add, list, revoke, without a server that runs.
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const run = promisify(execFile);
const MAIN = path.join(import.meta.dirname, '../../src/cli/main.ts');

describe('linli open311-key', () => {
  let data: string;
  beforeAll(async () => {
    data = await mkdtemp(path.join(os.tmpdir(), 'linli-open311-'));
  });
  afterAll(() => rm(data, { recursive: true }));

  const key = (...args: string[]) =>
    run(process.execPath, [MAIN, 'open311-key', ...args], {
      env: { ...process.env, LINLI_DATA: data, DATABASE_URL: '' },
    });

  it('gives a key out once, lists without it, and takes it back', async () => {
    const made = await key('add', '随手拍', '--per-day', '20');
    const [, secret = ''] = /^(o311-[\w-]{43})$/m.exec(made.stdout) ?? [];
    expect(secret).not.toBe('');
    const { stdout } = await key('list');
    expect(stdout).toMatch(/今天 0\/20 {2}使用中 {2}随手拍/);
    expect(stdout).not.toContain(secret);
    expect((await key('revoke', '随手拍')).stdout).toContain('已停用');
    await expect(key('revoke', '随手拍')).rejects.toMatchObject({ code: 1 });
  });
});
