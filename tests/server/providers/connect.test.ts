// Which providers a server starts with.
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import pino from 'pino';
import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UTILITIES } from '../../../src/contract/bills.ts';
import { DISTRICT } from '../../../src/domain/regions/code.ts';
import { readConfig } from '../../../src/server/config.ts';
import { createStaffService } from '../../../src/server/features/staff/service.ts';
import { connectProviders } from '../../../src/server/providers/connect.ts';
import { seedDistrict } from '../../../src/server/seed/district.ts';
import type { Store } from '../../../src/server/store/store.ts';
import { openTestStore } from '../../support/store.ts';
import { NOW, openWorld } from './world.ts';

const runtime = { clock: () => NOW, uuids: () => v7(), random: randomBytes };

describe('a server', () => {
  let store: Store;
  let dataDir: string;
  beforeEach(async () => {
    store = await openTestStore('embedded');
    dataDir = await mkdtemp(path.join(os.tmpdir(), 'linli-connect-'));
  });
  afterEach(async () => {
    await store.close();
    await rm(dataDir, { recursive: true, force: true });
  });

  async function connect(env: Record<string, string> = {}, settings?: Parameters<typeof connectProviders>[0]) {
    const config = readConfig({ LINLI_DATA: dataDir, ...env });
    const connected = await connectProviders(settings, { config, store, runtime, log: pino({ level: 'silent' }) });
    await connected.stop();
    return connected.providers.map(({ utility }) => utility);
  }

  it('has simulated ones in the demo alone', async () => {
    expect(await connect()).toEqual(UTILITIES);
    expect(await connect({ LINLI_DEMO: 'off' })).toEqual([]);
  });

  it('has none where the store is somebody’s own, whatever the switch of the demo says', async () => {
    const account = { account: 'somebody', name: '某人', password: 'a long enough sentence', mustChange: false };
    await seedDistrict(store);
    await createStaffService({ store, runtime }).ensure(account, [{ role: 'operator', region: DISTRICT }]);
    expect(await connect()).toEqual([]);
  });

  it('has those of providers.json and no others where there is one', async () => {
    const world = await openWorld();
    expect(await connect({}, world.settings.slice(0, 1))).toEqual(['water']);
    expect(await connect({}, [])).toEqual([]);
    await world.stop();
  });
});
