// Benchmark `emergency`: from the release of an alert to its showing, box by box, over real sockets.
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { AlertId } from '../../src/contract/ids.ts';
import type { Round, Stored } from './emergency/protocol.ts';
import type { Bench } from './main.ts';
import { type Party, start } from './party.ts';
import { micros, type Started } from './push/protocol.ts';
import { ascending, median, quantile, rounded } from './statistics.ts';

const ALERTS = 5;
/** Each box takes a file descriptor of the 20,000 a process is often given. */
const MAX_BOXES = 19_000;
/** Receipts that are not stored by then are lost. */
const STORED_MS = 60_000;

/**
 * The whole server on its embedded store and `--boxes` streams in one community; five red alerts, one after the other,
 * are released to the district by the second person. A delay runs from that call, its transaction and signature
 * included, until a box has read the entry, knows it to be signed and meant for it, and has decided to show it over
 * everything; proving and drawing by a box's own processor are in the journey's figures. Of each alert p50 and p99, of
 * those the medians. `stored...` is the same by the receipts of the last alert, once all are in the store.
 */
export const emergency: Bench = async (args, say) => {
  const { values } = parseArgs({ args, options: { boxes: { type: 'string', default: '5000' } } });
  const boxes = Number(values.boxes);
  if (!Number.isInteger(boxes) || boxes < 1 || boxes > MAX_BOXES)
    throw new RangeError(`--boxes takes a whole number from 1 to ${MAX_BOXES}`);
  const server = start(new URL('./emergency/server.ts', import.meta.url));
  const crowd = start(new URL('./emergency/boxes.ts', import.meta.url));
  try {
    const started = await server.ask<Started>({ do: 'start', boxes });
    const ms = await crowd.ask<number>({ boxes, ...started });
    say(`${boxes} boxes connected in ${Math.round(ms)} ms`);
    const rounds = [];
    let stored: Stored = { rendered: 0, p99Ms: null };
    for (let n = 1; n <= ALERTS; n++) {
      const id = await server.ask<AlertId>({ do: 'prepare' });
      const round = await release(server, crowd, id);
      stored = await storedOf(server, id, boxes - round.refused);
      say(`alert ${n}: p50 ${round.p50.toFixed(1)} p99 ${round.p99.toFixed(1)} ms, stored p99 ${stored.p99Ms} ms`);
      rounds.push(round);
    }
    return {
      boxes,
      releaseToRenderedP50Ms: rounded(median(rounds.map(({ p50 }) => p50))),
      releaseToRenderedP99Ms: rounded(median(rounds.map(({ p99 }) => p99))),
      refused: rounds.reduce((sum, { refused }) => sum + refused, 0),
      storedReceipts: stored.rendered,
      storedP99Ms: stored.p99Ms ?? 0,
    };
  } finally {
    server.end();
    crowd.end();
  }
};

async function release(server: Party, crowd: Party, id: AlertId) {
  const from = micros();
  const [{ rendered, refused }] = await Promise.all([crowd.next<Round>(), server.ask({ do: 'release', id })]);
  const delays = ascending(rendered.map((at) => (at - from) / 1000));
  return { p50: quantile(delays, 0.5), p99: quantile(delays, 0.99), refused };
}

async function storedOf(server: Party, id: AlertId, all: number): Promise<Stored> {
  const end = Date.now() + STORED_MS;
  for (;;) {
    const stored = await server.ask<Stored>({ do: 'delivery', id });
    if (stored.rendered >= all || Date.now() > end) return stored;
    await pause(500);
  }
}
