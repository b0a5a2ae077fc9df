// The server's process of the fleet benchmark: may be killed and started again on the same data.
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
      if (target) await seedHomes(target.store, target.communities, command.count, 'authorised', command.first);
      return 0;
    case 'memory':
      return process.memoryUsage.rss();
  }
}

process.on('message', async (command: FleetCommand) => process.send?.(await carryOut(command)));
process.on('disconnect', () => process.exit());
