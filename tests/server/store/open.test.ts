// Which store the configuration gets.
import { existsSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { openStore } from '../../../src/server/store/open.ts';

const dataDir = path.join(os.tmpdir(), 'linli-never-made');

describe('opening a store', () => {
  test('embedded where that is not allowed is refused, and no folder is made', async () => {
    const opening = openStore({ dataDir, allowEmbedded: false, clock: Date.now });
    await expect(opening).rejects.toMatchObject({
      code: 'embedded-refused',
      message: expect.stringContaining('DATABASE_URL'),
    });
    expect(existsSync(dataDir)).toBe(false);
  });

  test('by an address goes to PostgreSQL, also where embedded is not allowed', async () => {
    const databaseUrl = 'postgres://nobody@127.0.0.1:1/nothing';
    const opening = openStore({ dataDir, databaseUrl, allowEmbedded: false, clock: Date.now });
    await expect(opening).rejects.toMatchObject({ code: 'unavailable', message: expect.stringContaining(databaseUrl) });
    expect(existsSync(dataDir)).toBe(false);
  });
});
