// `npm run bench -- fleet`: a whole fleet joins, hears, loses its server and comes back; then the console looks at it.
import { randomBytes, randomInt } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type Client, createClient } from '../../src/cli/ask.ts';
import { activateAll } from '../../src/cli/box/simulator/activate.ts';
import { createBeliever } from '../../src/cli/box/simulator/believer.ts';
import { type SimulatedBox, simulateBox } from '../../src/cli/box/simulator/box.ts';
import { openWire } from '../../src/cli/box/simulator/wire.ts';
import { authoriseBoxes, listBoxes, listFleet } from '../../src/contract/fleet.ts';
import { GATE } from '../../src/server/push/limits.ts';
import { LEASE_MS } from '../../src/server/push/presence.ts';
import type { FleetStarted } from './fleet/protocol.ts';
import { cardOf } from './homes.ts';
import type { Bench } from './main.ts';
import { type Party, start } from './party.ts';

const REGIONS = 10;
const NOTICES = 3;
const LOOKS = 9;
const PATIENCE_MS = 300_000;
/** What an open stream has not brought by then is lost. */
const HEARING_MS = 60_000;
/** Changes of who is online are written once a second; a busy server takes longer. */
const COUNTING_MS = 60_000;
const random = () => randomInt(2 ** 48 - 1) / 2 ** 48;

/**
 * `--boxes` listed boxes are activated by their smart cards, authorised, and live by the real protocol in this process;
 * the server is another, on its embedded store. Notices come, the server is killed with SIGKILL, starts again on the
 * same data, publishes once more, and all come back by themselves. `missed` sums the holes at every box and what it
 * lacks in the end. Then the store is filled up to `--fleet` boxes, all of them online, and the console's questions are
 * timed: the median of nine for each, and of those the slowest.
 */
export const fleet: Bench = async (args, say) => {
  const { values } = parseArgs({
    args,
    options: { boxes: { type: 'string', default: '10000' }, fleet: { type: 'string', default: '100000' } },
  });
  const [boxes, whole] = [Number(values.boxes), Number(values.fleet)];
  const dataDir = await mkdtemp(path.join(tmpdir(), 'linli-fleet-'));
  const common = { do: 'start', dataDir, masterKey: randomBytes(32).toString('hex'), regions: REGIONS };
  const file = new URL('./fleet/server.ts', import.meta.url);
  let server: Party = start(file);
  const crowd: SimulatedBox[] = [];
  try {
    const started = await server.ask<FleetStarted>({ ...common, port: 0, listed: boxes });
    const url = `http://127.0.0.1:${started.port}`;
    const client = createClient({ url, token: started.token });
    const wire = openWire(new URL(url));
    const believer = createBeliever();
    const arrivals: number[] = [];
    const onChange = (box: SimulatedBox) => box.online && arrivals.push(performance.now());
    for (let n = 0; n < boxes; n++) crowd.push(simulateBox({ wire, random, believer, smartCard: cardOf(n), onChange }));

    const joining = performance.now();
    await activateAll(
      crowd.map((box) => ({ box, household: null })),
      client,
      (joined) => joined % 1000 === 0 && say(`${joined} boxes activated`),
    );
    const activatedPerSecond = boxes / ((performance.now() - joining) / 1000);
    await authoriseAll(client);

    for (const box of crowd) box.live();
    await until(() => crowd.every((box) => box.online), 'every box to be online');
    say(`${boxes} boxes online`);
    for (let n = 0; n < NOTICES; n++) await server.ask({ do: 'announce' });
    await until(() => crowd.every((box) => box.position === NOTICES), 'every box to have heard the notices');
    const rssMb = (await server.ask<number>({ do: 'memory' })) / 2 ** 20;

    await server.kill();
    const killed = performance.now();
    await until(() => crowd.every((box) => !box.online), 'every box to notice');
    server = start(file);
    const again = await server.ask<FleetStarted>({ ...common, port: started.port, listed: 0 });
    const up = performance.now();
    arrivals.length = 0;
    say('the server was killed and is up again');
    await server.ask({ do: 'announce' });
    await until(() => crowd.every((box) => box.online), 'every box to be back');
    const reconnectAllMs = performance.now() - up;
    const peakPerSecond = peak(arrivals);
    const published = NOTICES + 1;
    await comesTrue(() => crowd.every((box) => box.position >= published), HEARING_MS);
    const missed = crowd.reduce((sum, box) => sum + box.holes + Math.max(0, published - box.position), 0);
    say(`all back after ${Math.round(reconnectAllMs)} ms, at most ${peakPerSecond} in a second`);
    const staff = createClient({ url, token: again.token });
    // Until then the killed server's lease would make boxes online that never came back.
    await pause(Math.max(0, killed + LEASE_MS - performance.now()));
    await agree(staff, boxes);

    await server.ask({ do: 'fill', first: boxes, count: Math.max(0, whole - boxes) });
    const fleetPageMs = await look(staff, say);
    for (const box of crowd) box.stop();
    wire.close();
    return {
      boxes,
      activatedPerSecond: Math.round(activatedPerSecond),
      reconnectAllMs: Math.round(reconnectAllMs),
      missed,
      rssMb: Math.round(rssMb),
      peakPerSecond,
      gatePerSecond: GATE.perSecond,
      fleet: whole,
      fleetPageMs: Math.round(fleetPageMs),
    };
  } finally {
    for (const box of crowd) box.stop();
    server.end();
    await rm(dataDir, { recursive: true, force: true });
  }
};

async function authoriseAll({ ask }: Client): Promise<void> {
  for (;;) {
    const { items } = await ask(listBoxes, { query: { state: 'bound', pageSize: 100 } });
    if (items.length === 0) return;
    await ask(authoriseBoxes, { body: { boxes: items.map(({ id }) => id) } });
  }
}

/** @throws Error where the server does not count all of them online in the end */
async function agree({ ask }: Client, boxes: number): Promise<void> {
  let online = 0;
  const agreed = async () => {
    const { items } = await ask(listFleet, { query: {} });
    online = items.reduce((sum, row) => sum + row.online, 0);
    return online === boxes;
  };
  if (!(await comesTrue(agreed, COUNTING_MS))) throw new Error(`the server counts ${online} of ${boxes} boxes online`);
}

/** What the console's fleet page asks: the slowest question's median, ms. */
async function look({ ask }: Client, say: (line: string) => void): Promise<number> {
  const questions: Readonly<Record<string, () => Promise<unknown>>> = {
    'first page': () => ask(listBoxes, { query: {} }),
    'page 2,000': () => ask(listBoxes, { query: { page: 2000 } }),
    'those behind': () => ask(listBoxes, { query: { standing: 'behind' } }),
    'those online': () => ask(listBoxes, { query: { standing: 'online' } }),
    'a smart card': () => ask(listBoxes, { query: { text: cardOf(77_777) } }),
    'one town': () => ask(listBoxes, { query: { region: '370306001' } }),
    'the district in numbers': () => ask(listFleet, { query: {} }),
    'its towns in numbers': () => ask(listFleet, { query: { parent: '370306' } }),
  };
  let slowest = 0;
  for (const [name, question] of Object.entries(questions)) {
    const times: number[] = [];
    for (let n = 0; n < LOOKS; n++) {
      const from = performance.now();
      await question();
      times.push(performance.now() - from);
    }
    const median = times.toSorted((a, b) => a - b)[Math.floor(LOOKS / 2)] ?? 0;
    say(`${name}: ${median.toFixed(0)} ms`);
    slowest = Math.max(slowest, median);
  }
  return slowest;
}

/** The most within any one second. */
function peak(times: readonly number[]): number {
  let most = 0;
  let first = 0;
  for (const [last, at] of times.entries()) {
    while ((times[first] ?? at) < at - 1000) first += 1;
    most = Math.max(most, last - first + 1);
  }
  return most;
}

async function until(condition: () => boolean, what: string): Promise<void> {
  if (!(await comesTrue(condition, PATIENCE_MS))) throw new Error(`waited in vain for ${what}`);
}

/** False where it did not within `ms`. */
async function comesTrue(condition: () => boolean | Promise<boolean>, ms: number): Promise<boolean> {
  const end = performance.now() + ms;
  while (!(await condition())) {
    if (performance.now() > end) return false;
    await pause(50);
  }
  return true;
}
