// `linli box simulate`: boxes without a picture that join and live by the real protocol, against the running server.
import { randomInt } from 'node:crypto';
import { defineCommand } from 'citty';
import { listCoverageHouseholds } from '../../contract/coverage.ts';
import { RegionCode } from '../../contract/regions.ts';
import { DISTRICT } from '../../domain/regions/code.ts';
import { type Client, withServer } from '../ask.ts';
import { complaining } from '../complain.ts';
import { simulateTexts as TEXTS } from '../texts/simulate.zh-CN.ts';
import { activateAll } from './simulator/activate.ts';
import { createBeliever } from './simulator/believer.ts';
import { type SimulatedBox, simulateBox } from './simulator/box.ts';
import { openWire } from './simulator/wire.ts';

const TELL_MS = 1_000;
const PAGE = 100;
const random = () => randomInt(2 ** 48 - 1) / 2 ** 48;

export const simulate = defineCommand({
  meta: { name: 'simulate', description: 'Run simulated boxes against the server until interrupted' },
  args: {
    count: { type: 'string', description: 'how many', default: '10' },
    region: { type: 'string', description: 'in whose households they stand (in turn)', default: DISTRICT },
  },
  run: ({ args }) =>
    complaining(() =>
      withServer(async (client) => {
        const count = Math.max(1, Math.min(20_000, Math.trunc(Number(args.count)) || 1));
        const homes = await findHomes(client, RegionCode.parse(args.region), count);
        if (homes.length === 0) return void process.stderr.write(`${TEXTS.noHomes}\n`);
        const wire = openWire(new URL(client.url));
        const believer = createBeliever();
        const boxes = Array.from({ length: count }, () => simulateBox({ wire, random, believer }));
        const arrivals = boxes.map((box, n) => ({ box, household: homes[n % homes.length] ?? null }));
        const say = teller();
        await activateAll(arrivals, client, (joined) => say(TEXTS.joined(joined, count)));
        say(TEXTS.joined(count, count), true);
        for (const box of boxes) box.live();
        await untilInterrupted(() => say(standing(boxes)));
        for (const box of boxes) box.stop();
        wire.close();
        process.stdout.write('\n');
      }),
    ),
});

/** As many households as boxes, or all there are. */
async function findHomes({ ask }: Client, region: RegionCode, count: number): Promise<RegionCode[]> {
  const homes: RegionCode[] = [];
  for (let page = 1; homes.length < count; page++) {
    const { items } = await ask(listCoverageHouseholds, { query: { region, page, pageSize: PAGE } });
    homes.push(...items.map(({ household }) => household));
    if (items.length < PAGE) break;
  }
  return homes.slice(0, count);
}

function standing(boxes: readonly SimulatedBox[]): string {
  const online = boxes.filter((box) => box.online).length;
  return TEXTS.standing(
    online,
    boxes.length,
    boxes.reduce((sum, box) => sum + box.holes, 0),
    boxes.reduce((sum, box) => sum + box.refused, 0),
  );
}

/** One line that is written over, at most once a second; lines below each other where nobody watches. */
function teller() {
  let last = 0;
  return (text: string, now = false) => {
    if (!now && performance.now() - last < TELL_MS) return;
    last = performance.now();
    process.stdout.write(process.stdout.isTTY ? `\r\u001b[K${text}` : `${text}\n`);
  };
}

function untilInterrupted(each: () => void): Promise<void> {
  return new Promise((resolve) => {
    const timer = setInterval(each, TELL_MS);
    process.once('SIGINT', () => {
      clearInterval(timer);
      resolve();
    });
  });
}
