// Simulated boxes: they join and live by the real protocol, and notice when something is missing.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClient } from '../../src/cli/ask.ts';
import { activateAll } from '../../src/cli/box/simulator/activate.ts';
import { createBeliever } from '../../src/cli/box/simulator/believer.ts';
import { simulateBox } from '../../src/cli/box/simulator/box.ts';
import { openWire, type Wire } from '../../src/cli/box/simulator/wire.ts';
import { DEVICE_AUTHORIZATION_PATH, TOKEN_PATH } from '../../src/contract/activation.ts';
import { readBoxHome } from '../../src/contract/boxes.ts';
import { createTicket, readFeed } from '../../src/contract/feed.ts';
import { listBoxes } from '../../src/contract/fleet.ts';
import type { RegionCode } from '../../src/contract/regions.ts';
import { openTestServer, type TestServer } from '../support/server.ts';
import { soon } from '../support/soon.ts';

const COUNT = 12;
const HOME = '3703060010010010010101' as RegionCode;
const never = () => 0;

describe('simulated boxes', () => {
  let server: TestServer;
  let url: string;

  beforeAll(async () => {
    server = await openTestServer();
    url = await server.app.listen({ port: 0, host: '127.0.0.1' });
  });
  afterAll(() => server.stop());

  it('join, stream, hear every notice without a hole, and are seen online', async () => {
    const wire = openWire(new URL(url));
    const believer = createBeliever();
    const boxes = Array.from({ length: COUNT }, () => simulateBox({ wire, random: never, believer }));
    const joined: number[] = [];
    const client = createClient({ url, token: server.commandLineToken });
    const arrivals = boxes.map((box) => ({ box, household: HOME }));
    await activateAll(arrivals, client, (count) => joined.push(count));
    expect(joined).toEqual(Array.from({ length: COUNT }, (_, n) => n + 1));
    for (const box of boxes) box.live();
    await soon(() => expect(boxes.every((box) => box.online)).toBe(true));
    const author = await server.staff('chezhan');
    const before = boxes.map((box) => box.position);
    for (let n = 0; n < 3; n++) await server.published(author, server.draft());
    await soon(() => expect(boxes.map((box) => box.position)).toEqual(before.map((position) => position + 3)));
    expect(boxes.map((box) => [box.holes, box.refused])).toEqual(boxes.map(() => [0, 0]));
    const operator = await server.staff('operator');
    await soon(async () => {
      const { body } = await server.send(operator, listBoxes, { query: { state: 'bound', pageSize: 100 } });
      expect(body.items.filter((box: { standing: string }) => box.standing !== 'offline')).toHaveLength(COUNT);
    });
    for (const box of boxes) box.stop();
    wire.close();
  });

  it('count what is not signed', async () => {
    const { box, tell } = await boxThatHolds({ '370306': 4 });
    for (const seq of [5, 6]) tell(dropped('370306', seq));
    await soon(() => expect(box.refused).toBe(2));
    box.stop();
  });

  it('count what is missing before an entry that came', async () => {
    const { box, tell } = await boxThatHolds({ '370306': 4 });
    for (const seq of [4, 5, 6, 9]) tell(dropped('370306', seq));
    expect([box.position, box.holes]).toEqual([9, 2]);
    box.stop();
  });

  it('count what is missing among the entries of a delta, in each region', async () => {
    const { box, comeBack } = await boxThatHolds({ '370306': 4, '370306001': 7 });
    const entries = [5, 8, 9].map((seq) => dropped('370306', seq));
    await comeBack('delta', { '370306': 9, '370306001': 8 }, [...entries, dropped('370306001', 8)]);
    expect([box.position, box.holes]).toEqual([17, 2]);
    box.stop();
  });

  it('count what the cursor of a delta promises and its entries do not bring', async () => {
    const { box, comeBack } = await boxThatHolds({ '370306': 4 });
    await comeBack('delta', { '370306': 7 }, [dropped('370306', 5)]);
    expect([box.position, box.holes]).toEqual([7, 2]);
    box.stop();
  });

  it('miss nothing in a snapshot, which leaves out what is over', async () => {
    const { box, comeBack } = await boxThatHolds({ '370306': 4 });
    await comeBack('snapshot', { '370306': 9 }, [dropped('370306', 8)]);
    expect([box.position, box.holes]).toEqual([9, 0]);
    box.stop();
  });
});

type Positions = Readonly<Record<string, number>>;

const dropped = (region: string, seq: number) => ({
  action: 'drop',
  region,
  seq,
  id: '019ab000-0000-7000-8000-0000000000a1',
  revision: 1,
  signature: null,
});

/** A box that has joined a server made of answers, taken its first snapshot and opened its stream. */
async function boxThatHolds(held: Positions) {
  const streams: { tell: (name: string, data: object) => void; lose: () => void }[] = [];
  const feed = (mode: 'snapshot' | 'delta', at: Positions, entries: readonly object[]) => ({
    mode,
    cursor: Object.entries(at)
      .map(([region, seq]) => `${region}:${seq}`)
      .join(','),
    entries,
    trust: 1,
    serverTime: '2026-11-23T12:00:00.000Z',
  });
  const replies: Record<string, { status: number; body: unknown }> = {
    [DEVICE_AUTHORIZATION_PATH]: {
      status: 200,
      body: {
        device_code: 'd',
        user_code: 'AAAA-AAAA',
        verification_uri: 'http://x.example',
        verification_uri_complete: 'http://x.example',
        expires_in: 900,
        interval: 5,
      },
    },
    [TOKEN_PATH]: { status: 200, body: { access_token: 't', token_type: 'Bearer', scope: 'box' } },
    [readBoxHome.path]: { status: 200, body: {} },
    [readFeed.path]: { status: 200, body: feed('snapshot', held, []) },
    [createTicket.path]: { status: 201, body: { ticket: 't' } },
  };
  const wire: Wire = {
    call: async (_method, path) => replies[path.split('?')[0] ?? ''] ?? { status: 404, body: null },
    stream: (_path, onEvent, onLost) => {
      streams.push({ tell: (name, data) => onEvent({ name, data: JSON.stringify(data) }), lose: onLost });
      return () => {};
    },
    close: () => {},
  };
  const box = simulateBox({ wire, random: never, believer: createBeliever() });
  await box.ask();
  await box.join();
  box.live();
  await soon(() => expect(streams).toHaveLength(1));
  return {
    box,
    tell: (entry: object) => streams.at(-1)?.tell('entry', entry),
    /** The stream is lost; the box asks what is new, is answered this, and opens another. */
    async comeBack(mode: 'snapshot' | 'delta', at: Positions, entries: readonly object[]) {
      const before = streams.length;
      replies[readFeed.path] = { status: 200, body: feed(mode, at, entries) };
      streams.at(-1)?.lose();
      await soon(() => expect(streams).toHaveLength(before + 1));
    },
  };
}
