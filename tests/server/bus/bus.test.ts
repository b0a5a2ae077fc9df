// The bus by LISTEN/NOTIFY on both engines.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { BusEvent } from '../../../src/server/bus/port.ts';
import { createBus } from '../../../src/server/bus/postgres.ts';
import { needs } from '../../support/needs.ts';
import { postgres, startPostgres, type TestPostgres } from '../../support/postgres.ts';
import { soon } from '../../support/soon.ts';
import { openTestStore } from '../../support/store.ts';
import { postgresDatabase } from '../store/databases.ts';
import { busContract } from './bus-contract.ts';

describe('the bus on the embedded store', () => {
  // One process has the folder, so "the other" is a second bus in it.
  busContract(async () => {
    const store = await openTestStore('embedded');
    const process = () => ({ store, bus: createBus(store) });
    return { one: process(), other: process(), stop: () => store.close() };
  });
});

const programs = await needs(postgres);

describe.skipIf(programs === null)('the bus on PostgreSQL', () => {
  let server: TestPostgres;
  beforeAll(async () => {
    if (programs) server = await startPostgres(programs);
  });
  afterAll(() => server.stop());

  busContract(async () => {
    const database = await postgresDatabase(server);
    const stores = [await database.open(), await database.open()] as const;
    const [one, other] = [
      { store: stores[0], bus: createBus(stores[0]) },
      { store: stores[1], bus: createBus(stores[1]) },
    ];
    const stop = async () => {
      for (const store of stores) await store.close();
    };
    return { one, other, stop };
  });

  test('says so when announcements may have been lost', async () => {
    const store = await (await postgresDatabase(server)).open();
    const events: BusEvent[] = [];
    await createBus(store).subscribe((event) => events.push(event));
    await server.restart();
    await soon(() => expect(events).toEqual([{ kind: 'gap' }]));
    await store.close();
  });
});
