// Streams over real sockets: Node's HTTP server, hub, relay and a feed in memory.
import { once } from 'node:events';
import { createServer, type ServerOptions } from 'node:http';
import type { AddressInfo } from 'node:net';
import { STREAM_PATH } from '../../../../src/contract/feed.ts';
import type { RegionCode } from '../../../../src/contract/regions.ts';
import { type Arrivals, createArrivals } from '../../../../src/server/push/arrivals.ts';
import { createHub } from '../../../../src/server/push/hub.ts';
import { HUB_LIMITS, type HubLimits } from '../../../../src/server/push/limits.ts';
import { createRelay } from '../../../../src/server/push/relay.ts';
import { admit, openStream } from '../../../../src/server/push/stream.ts';
import { signTicket } from '../../../../src/server/push/ticket.ts';
import { createWords } from '../../../../src/server/push/words.ts';
import { systemRuntime } from '../../../../src/server/runtime.ts';
import { systemTimers } from '../../../../src/server/timers.ts';
import { doorman } from './doorman.ts';
import { boxId, holder } from './hub.ts';
import { COMMUNITY, DISTRICT, memoryFeed, TOWN } from './memory-feed.ts';
import { streamClient } from './stream-client.ts';

const { clock, random } = systemRuntime;
const TICKET_MS = 60_000;

export async function streamServer(limits: Partial<HubLimits> = {}, http: ServerOptions = {}) {
  const feed = memoryFeed();
  const errors: unknown[] = [];
  const hub = createHub({ clock, random, timers: systemTimers, limits: { ...HUB_LIMITS, ...limits } });
  const relay = createRelay({ hub, reader: feed.reader, timers: systemTimers, onError: (error) => errors.push(error) });
  const door = doorman();
  const real = createArrivals();
  let arriving = 0;
  const arrivals: Arrivals = {
    ...real,
    begin(box) {
      arriving += 1;
      return real.begin(box);
    },
    end(arrival) {
      arriving -= 1;
      real.end(arrival);
    },
  };
  const words = createWords({ hub, arrivals, door, onError: (error) => errors.push(error) });
  const deps = { hub, reader: feed.reader, door, arrivals, clock, ticketKey: random(32) };

  const server = createServer(http, async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname !== STREAM_PATH) return response.end('something else');
    const lastEventId = request.headers['last-event-id']?.toString();
    const admission = await admit({ ticket: searchParams.get('ticket') ?? '', lastEventId }, deps);
    if (typeof admission === 'string') return response.writeHead(403).end(admission);
    openStream(request, response, admission, deps).catch((error) => errors.push(error));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  function path({ box = 1, since = '', exp = clock() + TICKET_MS, chain = [DISTRICT, TOWN, COMMUNITY] } = {}): string {
    return `${STREAM_PATH}?ticket=${signTicket(deps.ticketKey, {
      box: boxId(box),
      chain,
      credentialAt: holder(box).credentialAt,
      since,
      exp,
    })}`;
  }

  return {
    hub,
    server,
    port,
    errors,
    path,
    door,
    /** Boxes between the door and their stream. */
    arriving: () => arriving,
    /** What the bus brings. */
    hear: words.hear,
    reader: feed.reader,
    /** Stores an entry and rings the bell, as a publisher's commit does. */
    publish(region: RegionCode, padding = 0): number {
      const { seq } = feed.append(region, padding);
      relay.hear({ kind: 'announced', region, seq });
      return seq;
    },
    /** A box that asks for its stream. */
    open(options: Parameters<typeof path>[0] & { lastEventId?: string } = {}) {
      const headers = options.lastEventId === undefined ? [] : [`last-event-id: ${options.lastEventId}`];
      return streamClient(port, path(options), headers);
    },
    async close(): Promise<void> {
      relay.close();
      await hub.drain();
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
}

export type StreamServer = Awaited<ReturnType<typeof streamServer>>;
