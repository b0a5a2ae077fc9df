// `linli keys`: list, rotate, revoke, without a server that runs.
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KeyRing } from '../../src/contract/signing.ts';

const run = promisify(execFile);
const MAIN = path.join(import.meta.dirname, '../../src/cli/main.ts');

describe('linli keys', () => {
  let data: string;
  beforeAll(async () => {
    data = await mkdtemp(path.join(os.tmpdir(), 'linli-keys-'));
  });
  afterAll(() => rm(data, { recursive: true }));

  const keys = (...args: string[]) =>
    run(process.execPath, [MAIN, 'keys', ...args], { env: { ...process.env, LINLI_DATA: data, DATABASE_URL: '' } });
  const ring = async (...args: string[]) => KeyRing.parse(JSON.parse((await keys(...args, '--json')).stdout));

  it('lists, rotates and revokes, and the root stays', async () => {
    const first = await ring('list');
    expect(first.keys.map(({ state }) => state)).toEqual(['current']);
    const second = await ring('rotate', '--reason', '每年更换');
    expect(second.keys.map(({ state }) => state)).toEqual(['current', 'retired']);
    const old = first.keys[0]?.id ?? '';
    const third = await ring('revoke', old, '--reason', '可能外泄');
    expect(third.keys.map(({ id, state }) => [id === old, state])).toEqual([
      [false, 'current'],
      [true, 'revoked'],
    ]);
    expect([second.root, third.root]).toEqual([first.root, first.root]);
    const { stdout } = await keys('list');
    expect(stdout).toContain(first.root.publicKey);
    expect(stdout).toContain(`${old}  ${first.keys[0]?.createdAt}  已吊销`);
  });

  it('says what is wrong with a key that is none', async () => {
    await expect(keys('revoke', 'xyz', '--reason', '因为')).rejects.toMatchObject({ code: 1 });
  });
});
