// Benchmark `push`: memory, connecting, delay and processor time of the boxes' streams over real sockets.
import { parseArgs } from 'node:util';
import type { Bench } from './main.ts';
import { type Party, start } from './party.ts';
import { micros, type Started } from './push/protocol.ts';
import { ascending, median, quantile, rounded } from './statistics.ts';

const NOTICES = 9;
/** Each box takes a file descriptor of the 20,000 a process is often given. */
const MAX_BOXES = 19_000;
/** Communities of the district. */
const MAX_REGIONS = 250;

/**
 * The whole server on its embedded store, `--boxes` streams over `--regions` communities; nine notices of about 1 KB
 * go to all, one after the other. A delay runs from the publishing, its transaction included, until the box has read
 * it; of each notice p50, p99 and maximum, of those the medians. Boxes and server are a process each on the same
 * machine, so the boxes' own reading is part of the delay. Processor time is the server's, publishing included.
 */
export const push: Bench = async (args, say) => {
  const { values } = parseArgs({
    args,
    options: { boxes: { type: 'string', default: '5000' }, regions: { type: 'string', default: '1' } },
  });
  const boxes = count(values.boxes, 'boxes', MAX_BOXES);
  const regions = count(values.regions, 'regions', MAX_REGIONS);
  const server = start(new URL('./push/server.ts', import.meta.url));
  const crowd = start(new URL('./push/boxes.ts', import.meta.url));
  try {
    const started = await server.ask<Started>({ do: 'start', regions, boxes });
    const idleBytes = await server.ask<number>({ do: 'memory' });
    const ms = await crowd.ask<number>({ boxes, ...started });
    say(`${boxes} boxes connected in ${Math.round(ms)} ms`);
    const bytes = (await server.ask<number>({ do: 'memory' })) - idleBytes;
    const cpuBefore = await server.ask<number>({ do: 'cpu' });

    const rounds = [];
    for (let n = 1; n <= NOTICES; n++) {
      const round = await deliver(server, crowd);
      say(`notice ${n}: p50 ${round.p50.toFixed(1)} p99 ${round.p99.toFixed(1)} max ${round.max.toFixed(1)} ms`);
      rounds.push(round);
    }
    const cpu = (await server.ask<number>({ do: 'cpu' })) - cpuBefore;
    return {
      boxes,
      kbPerConnection: rounded(bytes / 1024 / boxes),
      connectPerSecond: Math.round(boxes / (ms / 1000)),
      p50Ms: rounded(median(rounds.map((round) => round.p50))),
      p99Ms: rounded(median(rounds.map((round) => round.p99))),
      maxMs: rounded(median(rounds.map((round) => round.max))),
      cpuUsPerDelivery: rounded(cpu / (boxes * NOTICES)),
    };
  } finally {
    server.end();
    crowd.end();
  }
};

async function deliver(server: Party, crowd: Party): Promise<{ p50: number; p99: number; max: number }> {
  const from = micros();
  const [heard] = await Promise.all([crowd.next<number[]>(), server.ask({ do: 'announce' })]);
  const delays = ascending(heard.map((at) => (at - from) / 1000));
  return { p50: quantile(delays, 0.5), p99: quantile(delays, 0.99), max: quantile(delays, 1) };
}

function count(text: string, name: string, most: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 1 && value <= most) return value;
  throw new RangeError(`--${name} takes a whole number from 1 to ${most}`);
}
