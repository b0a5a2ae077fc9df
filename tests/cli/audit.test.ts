// `linli audit verify`: with and without a running server, for people and for programs; ends with code 1 where something is wrong.
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Verification } from '../../src/contract/audit.ts';
import { readConfig } from '../../src/server/config.ts';
import { type Server, startServer } from '../../src/server/main.ts';
import { openStore } from '../../src/server/store/open.ts';

const run = promisify(execFile);
const MAIN = path.join(import.meta.dirname, '../../src/cli/main.ts');

describe('linli audit verify', () => {
  let env: Record<string, string>;
  let server: Server;
  beforeAll(async () => {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'linli-audit-'));
    env = { LINLI_DATA: folder, DATABASE_URL: '', PORT: '0', LOG_LEVEL: 'silent' };
    server = await startServer(readConfig(env));
  });
  afterAll(() => rm(env.LINLI_DATA ?? '', { recursive: true }));

  const verify = (...args: string[]) =>
    run(process.execPath, [MAIN, 'audit', 'verify', ...args], { env: { ...process.env, ...env } });

  it('asks the running server, shows its progress, and says how much of which time holds', async () => {
    const { stdout, stderr } = await verify();
    expect(stdout).toMatch(/已核对 \d+ 条，从 \d{4}-\d\d-\d\d \d\d:\d\d:\d\d 到 \d{4}/);
    expect(stdout).toMatch(/末条哈希 [0-9a-f]{64}\n封印 1 个/);
    expect(stdout).toContain('完好');
    expect(stderr).toContain('100%');
    await server.stop();
  });

  it('answers one JSON object of the contract, and seals the end, also without a server', async () => {
    const { stdout } = await verify('--json', '--seal');
    const answer = JSON.parse(stdout);
    expect(Verification.parse(answer)).toMatchObject({ by: '命令行', fault: null, seals: { count: 2 } });
    expect(answer.sealed.link).toBe(answer.head.link + 1);
  });

  it('names the first link that does not hold, and what is wrong with it, and fails', async () => {
    const store = await openStore({ dataDir: env.LINLI_DATA ?? '', clock: Date.now });
    await store.db.updateTable('audit').set({ who: '别人' }).where('id', '=', 3).execute();
    await store.close();
    const wrong = await verify().catch((error: { code: number; stdout: string }) => error);
    expect(wrong).toMatchObject({ code: 1, stdout: expect.stringContaining('有问题：第 3 条被改过') });
    await expect(verify('--json', '--seal')).rejects.toMatchObject({
      code: 1,
      stdout: expect.stringContaining('"fault":{"kind":"changed","link":3,"row":3}'),
    });
  });
});
