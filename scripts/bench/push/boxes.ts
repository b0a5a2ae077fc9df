// The boxes' process of the push benchmark: bare sockets that ask for their stream and note when a notice comes.
import { connect } from 'node:net';
import { STREAM_PATH } from '../../../src/contract/feed.ts';
import type { RegionCode } from '../../../src/contract/regions.ts';
import { chainOf } from '../../../src/domain/regions/code.ts';
import { signTicket } from '../../../src/server/push/ticket.ts';
import { boxIdOf, CREDENTIAL_AT, householdOf } from '../homes.ts';
import { type Connect, micros } from './protocol.ts';

/** Connections being opened at any time. */
const WINDOW = 256;
const TICKET_MS = 600_000;
const BEAT = Buffer.from('event: beat');
const ENTRY = Buffer.from('event: entry');

let boxes = 0;
let heard: number[] = [];

process.on('message', async (command: Connect) => {
  boxes = command.boxes;
  const key = Buffer.from(command.ticketKey, 'hex');
  const homes = Array.from({ length: boxes }, (_, n) => householdOf(command.communities, n));
  const tickets = homes.map((home, n) => ticketFor(home, n, key));
  process.send?.(await connectAll(command.port, tickets));
});
process.on('disconnect', () => process.exit());

function ticketFor(household: RegionCode, n: number, key: Buffer): string {
  const [box, chain, exp] = [boxIdOf(n), chainOf(household), Date.now() + TICKET_MS];
  return signTicket(key, { box, chain, credentialAt: CREDENTIAL_AT, since: '', exp });
}

/** Milliseconds until every box had its first beat. */
async function connectAll(port: number, tickets: readonly string[]): Promise<number> {
  const from = micros();
  const waiting = tickets.values();
  async function openEach(): Promise<void> {
    for (const ticket of waiting) await open(port, ticket);
  }
  await Promise.all(Array.from({ length: WINDOW }, openEach));
  return (micros() - from) / 1e3;
}

/** One buffer for all: a chunk is looked at before the next one comes. */
const shared = Buffer.alloc(64 * 1024);

function open(port: number, ticket: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({
      port,
      host: '127.0.0.1',
      onread: {
        buffer: shared,
        callback(length) {
          const chunk = shared.subarray(0, length);
          if (chunk.includes(ENTRY)) note();
          else if (chunk.includes(BEAT)) resolve();
          return true;
        },
      },
    });
    socket.on('connect', () => {
      socket.write(
        `GET ${STREAM_PATH}?ticket=${ticket} HTTP/1.1\r\nhost: 127.0.0.1\r\naccept: text/event-stream\r\n\r\n`,
      );
    });
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('a stream was closed')));
  });
}

function note(): void {
  heard.push(micros());
  if (heard.length < boxes) return;
  process.send?.(heard);
  heard = [];
}
