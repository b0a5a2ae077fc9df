// The push of one process: hub and relay on the bus, from the first subscription to the drain.
import type { FastifyBaseLogger } from 'fastify';
import type { Bus } from '../bus/port.ts';
import type { Runtime } from '../runtime.ts';
import { systemTimers } from '../timers.ts';
import { createHub } from './hub.ts';
import { HUB_LIMITS } from './limits.ts';
import type { FeedReader } from './reader.ts';
import { createRelay } from './relay.ts';
import type { StreamDeps } from './stream.ts';

export interface Push extends StreamDeps {
  /** Sends every box away with a time to come back; resolves when all are gone. */
  stop(): Promise<void>;
}

export async function startPush(deps: {
  bus: Pick<Bus, 'subscribe'>;
  runtime: Runtime;
  ticketKey: Buffer;
  reader: FeedReader;
  log: Pick<FastifyBaseLogger, 'error'>;
}): Promise<Push> {
  const { bus, runtime, ticketKey, reader, log } = deps;
  const hub = createHub({ ...runtime, timers: systemTimers, limits: HUB_LIMITS });
  const onError = (err: unknown) => log.error({ err }, 'the feed could not be read; trying again');
  const relay = createRelay({ hub, reader, timers: systemTimers, onError });
  const unsubscribe = await bus.subscribe((event) => relay.hear(event));
  return {
    hub,
    reader,
    clock: runtime.clock,
    ticketKey,
    async stop() {
      // Who is not yet sent away still hears what is new.
      await hub.drain();
      await unsubscribe();
      relay.close();
    },
  };
}
