// A test server whose providers a test can change as it likes.

import { openProviders } from '../../../../src/server/providers/open.ts';
import type { Store } from '../../../../src/server/store/store.ts';
import { openTestServer } from '../../../support/server.ts';
import { openWorld } from '../../providers/world.ts';

export async function openBillServer(store?: Store) {
  let clock = () => 0;
  const world = await openWorld(() => clock());
  const server = await openTestServer({
    ...(store && { store }),
    providers: async (given) => {
      clock = given.clock;
      return openProviders(world.settings, { clock, log: { warn: () => {} } });
    },
  });
  // The demo's homes have accounts of their own.
  await server.store.db.deleteFrom('household_account').execute();
  return {
    ...server,
    world,
    async stop(): Promise<void> {
      await server.stop();
      await world.stop();
    },
  };
}

export type BillServer = Awaited<ReturnType<typeof openBillServer>>;
