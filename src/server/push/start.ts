// The push of one process: hub, relay and words on the bus, from the first subscription to the drain.
import type { FastifyBaseLogger } from 'fastify';
import { dayOf } from '../../domain/time/almanac.ts';
import type { Bus } from '../bus/port.ts';
import type { Runtime } from '../runtime.ts';
import { systemTimers } from '../timers.ts';
import { createArrivals } from './arrivals.ts';
import type { Door } from './door.ts';
import { createGate, type Gate } from './gate.ts';
import { createHub } from './hub.ts';
import { GATE, HUB_LIMITS } from './limits.ts';
import { createPresence, type Presence, type PresenceStore } from './presence.ts';
import type { FeedReader } from './reader.ts';
import { createRelay } from './relay.ts';
import type { StreamDeps } from './stream.ts';
import { createWords } from './words.ts';

export interface Push extends StreamDeps {
  readonly gate: Gate;
  readonly presence: Presence;
  /** Sends every box away with a time to come back; resolves when all are gone. */
  stop(): Promise<void>;
}

export async function startPush(deps: {
  bus: Pick<Bus, 'subscribe'>;
  runtime: Runtime;
  ticketKey: Buffer;
  reader: FeedReader;
  door: Door;
  presence: PresenceStore;
  log: Pick<FastifyBaseLogger, 'error'>;
}): Promise<Push> {
  const { bus, runtime, ticketKey, reader, door, log } = deps;
  const timers = systemTimers;
  const onError = (err: unknown) => log.error({ err }, 'the push could not reach the store; trying again');
  const presence = createPresence({ store: deps.presence, clock: runtime.clock, dayOf, timers, onError });
  const hub = createHub({ ...runtime, timers, limits: HUB_LIMITS, watch: presence });
  const relay = createRelay({ hub, reader, timers, onError });
  const arrivals = createArrivals();
  const words = createWords({ hub, arrivals, door, onError });
  await presence.start();
  const unsubscribe = await bus.subscribe((event) => {
    relay.hear(event);
    words.hear(event);
  });
  return {
    hub,
    reader,
    door,
    arrivals,
    clock: runtime.clock,
    ticketKey,
    gate: createGate(runtime.clock, GATE.perSecond, GATE.burst),
    presence,
    async stop() {
      // Who is not yet sent away still hears what is new.
      await hub.drain();
      await unsubscribe();
      relay.close();
      await presence.stop();
    },
  };
}
