import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openKeys } from '../../src/server/keys.ts';

describe('the keys', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'linli-keys-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('stay the same from one start to the next', async () => {
    const first = (await openKeys(folder, undefined, randomBytes)).forPurpose('feed-ticket');
    const second = (await openKeys(folder, undefined, randomBytes)).forPurpose('feed-ticket');
    expect(second).toEqual(first);
    expect(first).toHaveLength(32);
  });

  it('are in a file for their owner only', async () => {
    await openKeys(folder, undefined, randomBytes);
    expect((await stat(path.join(folder, 'master.key'))).mode & 0o777).toBe(0o600);
  });

  it('come from the given master key where there is one, and nothing is written', async () => {
    const master = Buffer.alloc(32, 7);
    const one = (await openKeys(path.join(folder, 'a'), master, randomBytes)).forPurpose('feed-ticket');
    const two = (await openKeys(path.join(folder, 'b'), master, randomBytes)).forPurpose('feed-ticket');
    expect(two).toEqual(one);
    await expect(stat(path.join(folder, 'a'))).rejects.toThrow('ENOENT');
  });

  it('refuse a damaged file instead of making new ones over it', async () => {
    await writeFile(path.join(folder, 'master.key'), 'short');
    await expect(openKeys(folder, undefined, randomBytes)).rejects.toThrow('is not a key');
  });
});
