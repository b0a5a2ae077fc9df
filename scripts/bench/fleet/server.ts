// The server's process of the fleet benchmark: may be killed and started again on the same data.
import { sql } from 'kysely';
import { seedHomes } from '../homes.ts';
import { startTarget, type Target } from '../target.ts';
import type { FleetCommand, FleetStarted } from './protocol.ts';

let target: Target | undefined;

async function carryOut(command: FleetCommand): Promise<FleetStarted | number> {
  switch (command.do) {
    case 'start': {
      const { dataDir, port, regions, listed } = command;
      target = await startTarget({ dataDir, port, regions, masterKey: Buffer.from(command.masterKey, 'hex') });
      if (listed > 0) await seedHomes(target.store, target.communities, listed, 'listed');
      return { port: target.port, token: target.token };
    }
    case 'announce':
      await target?.announce();
      return 0;
    case 'fill':
      if (target) await fill(target, command.first, command.count);
      return 0;
    case 'memory':
      return process.memoryUsage.rss();
  }
}

/** All of them online, the worst case for whoever asks; with the statistics that the store's maintenance keeps. */
async function fill({ store, communities }: Target, first: number, count: number): Promise<void> {
  await seedHomes(store, communities, count, 'authorised', first);
  await sql`
    update box_state set last_seen_at = now(), node_id = (select id from node order by lease_until desc limit 1)
    where last_seen_at is null`.execute(store.db);
  await sql`vacuum analyze`.execute(store.db);
}

process.on('message', async (command: FleetCommand) => process.send?.(await carryOut(command)));
process.on('disconnect', () => process.exit());
