// Benchmark `emergency`: from the release of an alert to its showing, box by box, over real sockets.
import { availableParallelism } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { AlertId } from '../../src/contract/ids.ts';
import type { Round, ServerCommand, Stored } from './emergency/protocol.ts';
import type { Bench } from './main.ts';
import { type Party, start } from './party.ts';
import { micros, type Started } from './push/protocol.ts';
import { ascending, median, quantile, rounded } from './statistics.ts';

const ALERTS = 5;
/** Each box takes a file descriptor of the 20,000 a process is often given. */
const MAX_BOXES = 19_000;
/** Of boxes. Two for each processor, so that fewer boxes wait where the server is at work as well. */
const PROCESSES = 2 * availableParallelism();
/** Receipts that are not stored by then are lost. */
const STORED_MS = 60_000;

/**
 * The whole server on its embedded store and `--boxes` streams in one community; five red alerts, one after the other,
 * are released to the district by the second person. A delay runs from that call, its transaction and signature
 * included, until a box has read the entry, proved it and decided to show it over everything.
 *
 * In the figure, for each box by itself: taking the text apart, the canonical form and its hash, the signature under
 * the list of keys that this box fetched and checked, its place and time, the decision. Boxes of one process share a
 * processor and take turns, which a real one does not. Not in the figure: the television's own script for signatures
 * (OpenSSL takes its place; one process keeps the key in OpenSSL's form), its drawing, a network; these are in the
 * journey's figures. Of each alert p50 and p99, of those the medians. `refused`: boxes that turned one down, over all
 * five. Then comes one that was altered after it was signed; `forgedRefused`: boxes that refused it for its signature.
 * `stored...` is the delay by the receipts of the last alert, once all are in the store.
 */
export const emergency: Bench = async (args, say) => {
  const { values } = parseArgs({ args, options: { boxes: { type: 'string', default: '5000' } } });
  const boxes = Number(values.boxes);
  if (!Number.isInteger(boxes) || boxes < 1 || boxes > MAX_BOXES)
    throw new RangeError(`--boxes takes a whole number from 1 to ${MAX_BOXES}`);
  const server = start(new URL('./emergency/server.ts', import.meta.url));
  const parts = partsOf(boxes, Math.min(boxes, PROCESSES));
  const crowds = parts.map(() => start(new URL('./emergency/boxes.ts', import.meta.url)));
  try {
    const started = await server.ask<Started>({ do: 'start', boxes });
    const ms = await Promise.all(crowds.map((crowd, at) => crowd.ask<number>({ ...parts[at], ...started })));
    say(`${boxes} boxes in ${crowds.length} processes connected in ${Math.round(Math.max(...ms))} ms`);
    const rounds = [];
    let stored: Stored = { rendered: 0, p99Ms: null };
    for (let n = 1; n <= ALERTS; n++) {
      const id = await server.ask<AlertId>({ do: 'prepare' });
      const round = await release(server, crowds, id);
      stored = await storedOf(server, id, boxes - round.refused);
      say(`alert ${n}: p50 ${round.p50.toFixed(1)} p99 ${round.p99.toFixed(1)} ms, stored p99 ${stored.p99Ms} ms`);
      rounds.push(round);
    }
    const { forged } = await send(server, crowds, { do: 'forge' });
    return {
      boxes,
      releaseToRenderedP50Ms: rounded(median(rounds.map(({ p50 }) => p50))),
      releaseToRenderedP99Ms: rounded(median(rounds.map(({ p99 }) => p99))),
      refused: rounds.reduce((sum, { refused }) => sum + refused, 0),
      forgedRefused: forged,
      storedReceipts: stored.rendered,
      storedP99Ms: stored.p99Ms ?? 0,
    };
  } finally {
    for (const party of [server, ...crowds]) party.end();
  }
};

/** Numbers of boxes for each process, as evenly as may be. */
const partsOf = (boxes: number, processes: number) =>
  Array.from({ length: processes }, (_, at) => {
    const first = Math.floor((boxes * at) / processes);
    return { first, boxes: Math.floor((boxes * (at + 1)) / processes) - first };
  });

async function release(server: Party, crowds: readonly Party[], id: AlertId) {
  const from = micros();
  const { rendered, refused } = await send(server, crowds, { do: 'release', id });
  const delays = ascending(rendered.map((at) => (at - from) / 1000));
  return { p50: quantile(delays, 0.5), p99: quantile(delays, 0.99), refused };
}

/** What became of an alert, over all boxes. */
async function send(server: Party, crowds: readonly Party[], command: ServerCommand): Promise<Round> {
  const heard = Promise.all(crowds.map((crowd) => crowd.next<Round>()));
  const [rounds] = await Promise.all([heard, server.ask(command)]);
  return {
    rendered: rounds.flatMap(({ rendered }) => rendered),
    refused: rounds.reduce((sum, { refused }) => sum + refused, 0),
    forged: rounds.reduce((sum, { forged }) => sum + forged, 0),
  };
}

async function storedOf(server: Party, id: AlertId, all: number): Promise<Stored> {
  const end = Date.now() + STORED_MS;
  for (;;) {
    const stored = await server.ask<Stored>({ do: 'delivery', id });
    if (stored.rendered >= all || Date.now() > end) return stored;
    await pause(500);
  }
}
