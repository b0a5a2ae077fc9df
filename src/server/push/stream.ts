// A box's stream from the ticket at the door to the live connection. The HTTP route calls these two in turn.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RegionCode } from '../../contract/regions.ts';
import { type Clock, instantOf } from '../runtime.ts';
import type { Arrival, Arrivals } from './arrivals.ts';
import { type Cursor, parseCursor, resumeAt } from './cursor.ts';
import type { Door, Holder } from './door.ts';
import type { Hub } from './hub.ts';
import type { FeedReader } from './reader.ts';
import { replay } from './replay.ts';
import { beatEvent, streamHead } from './sse.ts';
import { takeSocket } from './takeover.ts';
import { verifyTicket } from './ticket.ts';

export interface StreamDeps {
  readonly hub: Hub;
  readonly reader: FeedReader;
  readonly door: Door;
  readonly arrivals: Arrivals;
  readonly clock: Clock;
  readonly ticketKey: Buffer;
}

/** Who may open a stream, and from where. */
export interface Admission {
  readonly arrival: Arrival;
  readonly holder: Holder;
  readonly chain: readonly RegionCode[];
  readonly cursor: Cursor;
}

/** Codes of the API's problems. */
export type Refusal = 'ticket-invalid' | 'draining';

/** Decides at the door, before anything is written: a refusal is answered as an ordinary problem, else `openStream` follows. */
export async function admit(
  { ticket, lastEventId }: { ticket: string; lastEventId: string | undefined },
  { hub, door, arrivals, clock, ticketKey }: StreamDeps,
): Promise<Admission | Refusal> {
  const claims = verifyTicket(ticketKey, ticket, clock());
  const since = claims && parseCursor(claims.since);
  const household = claims?.chain[claims.chain.length - 1];
  if (!claims || !since || !household) return 'ticket-invalid';
  if (!hub.accepts()) return 'draining';
  const holder = { box: claims.box, household, credentialAt: claims.credentialAt };
  const arrival = arrivals.begin(claims.box);
  try {
    if (await door.admits(holder)) {
      return { arrival, holder, chain: claims.chain, cursor: resumeAt(since, lastEventId) };
    }
  } catch (error) {
    arrivals.end(arrival);
    throw error;
  }
  arrivals.end(arrival);
  return 'ticket-invalid';
}

/**
 * Opens the stream: head, first beat, what the box missed, then live. To be called after the HTTP framework has let
 * go of the reply (`reply.hijack()`); request and response are of no use to anyone afterwards.
 * Resolves when the stream is live or over. Rejects when the store cannot be read; the box is then disconnected.
 */
export async function openStream(
  request: IncomingMessage,
  response: ServerResponse,
  { arrival, holder, chain, cursor }: Admission,
  deps: StreamDeps,
): Promise<void> {
  const { hub, clock } = deps;
  const socket = await takeSocket(request, response);
  deps.arrivals.end(arrival);
  if (!socket) return;
  // Since the admission the door may have been shut, or this box turned away; from here on a word finds the connection.
  if (arrival.turnedAway || !hub.accepts()) {
    socket.destroy();
    return;
  }
  const connection = hub.join(socket, { holder, chain });
  hub.send(connection, streamHead(hub.retryMs()));
  hub.send(connection, beatEvent({ serverTime: instantOf(clock()), everyMs: hub.beatMs }));
  try {
    await replay(connection, cursor, deps);
  } catch (error) {
    hub.drop(connection);
    throw error;
  }
}
