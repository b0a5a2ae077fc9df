// A box's stream from the ticket at the door to the live connection. The HTTP route calls these two in turn.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RegionCode } from '../../contract/regions.ts';
import { type Clock, instantOf } from '../runtime.ts';
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
  readonly clock: Clock;
  readonly ticketKey: Buffer;
}

/** Who may open a stream, and from where. */
export interface Admission {
  readonly holder: Holder;
  readonly chain: readonly RegionCode[];
  readonly cursor: Cursor;
}

/** Codes of the API's problems. */
export type Refusal = 'ticket-invalid' | 'draining';

/** Decides at the door, before anything is written: the caller answers a refusal as an ordinary problem. */
export async function admit(
  { ticket, lastEventId }: { ticket: string; lastEventId: string | undefined },
  { hub, door, clock, ticketKey }: StreamDeps,
): Promise<Admission | Refusal> {
  const claims = verifyTicket(ticketKey, ticket, clock());
  const since = claims && parseCursor(claims.since);
  const household = claims?.chain[claims.chain.length - 1];
  if (!claims || !since || !household) return 'ticket-invalid';
  if (!hub.accepts()) return 'draining';
  const holder = { box: claims.box, household, credentialAt: claims.credentialAt };
  if (!(await door.admits(holder))) return 'ticket-invalid';
  return { holder, chain: claims.chain, cursor: resumeAt(since, lastEventId) };
}

/**
 * Opens the stream: head, first beat, what the box missed, then live. To be called after the HTTP framework has let
 * go of the reply (`reply.hijack()`); request and response are of no use to anyone afterwards.
 * Resolves when the stream is live or over. Rejects when the store cannot be read; the box is then disconnected.
 */
export async function openStream(
  request: IncomingMessage,
  response: ServerResponse,
  { holder, chain, cursor }: Admission,
  deps: StreamDeps,
): Promise<void> {
  const { hub, clock } = deps;
  const socket = await takeSocket(request, response);
  if (!socket) return;
  // The door may have been shut since the admission.
  if (!hub.accepts()) {
    socket.destroy();
    return;
  }
  const connection = hub.join(socket, { holder, chain });
  hub.send(connection, streamHead(hub.retryMs()));
  hub.send(connection, beatEvent({ serverTime: instantOf(clock()), everyMs: hub.beatMs }));
  try {
    // The word that it may no longer finds the connection from here on; it may have come just before.
    if (await deps.door.admits(holder)) await replay(connection, cursor, deps);
    else hub.drop(connection);
  } catch (error) {
    hub.drop(connection);
    throw error;
  }
}
