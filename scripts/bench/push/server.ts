// The server's process of the push benchmark. Started with --expose-gc.
import { randomBytes } from 'node:crypto';
import { seedHomes } from '../homes.ts';
import { startTarget, type Target } from '../target.ts';
import type { ServerCommand, Started } from './protocol.ts';

let target: Target | undefined;

async function carryOut(command: ServerCommand): Promise<Started | number> {
  switch (command.do) {
    case 'start': {
      target = await startTarget({ regions: command.regions, masterKey: randomBytes(32), port: 0 });
      await seedHomes(target.store, target.communities, command.boxes, 'authorised');
      const { port, communities, ticketKey } = target;
      return { port, communities, ticketKey: ticketKey.toString('hex') };
    }
    case 'announce':
      await target?.announce();
      return 0;
    case 'memory':
      // Twice: what the first one finds unreachable is only given back by the second.
      globalThis.gc?.();
      globalThis.gc?.();
      return process.memoryUsage.rss();
    case 'cpu': {
      const { user, system } = process.cpuUsage();
      return user + system;
    }
  }
}

process.on('message', async (command: ServerCommand) => process.send?.(await carryOut(command)));
process.on('disconnect', () => process.exit());
