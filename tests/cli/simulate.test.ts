// Simulated boxes: they join and live by the real protocol, and notice when something is missing.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClient } from '../../src/cli/ask.ts';
import { activateAll } from '../../src/cli/box/simulator/activate.ts';
import { simulateBox } from '../../src/cli/box/simulator/box.ts';
import { openWire, type Wire } from '../../src/cli/box/simulator/wire.ts';
import { DEVICE_AUTHORIZATION_PATH, TOKEN_PATH } from '../../src/contract/activation.ts';
import { listBoxes, readBoxHome } from '../../src/contract/boxes.ts';
import { createTicket, readFeed } from '../../src/contract/feed.ts';
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
    const boxes = Array.from({ length: COUNT }, () => simulateBox({ wire, random: never }));
    const joined: number[] = [];
    const client = createClient({ url, token: server.commandLineToken });
    const arrivals = boxes.map((box) => ({ box, household: HOME }));
    await activateAll(arrivals, client, (count) => joined.push(count));
    expect(joined).toEqual(Array.from({ length: COUNT }, (_, n) => n + 1));
    for (const box of boxes) box.live();
    await soon(() => expect(boxes.every((box) => box.online)).toBe(true));
    const [author, reviewer] = [await server.staff('chezhan'), await server.staff('sichoulu')];
    const before = boxes.map((box) => box.position);
    for (let n = 0; n < 3; n++)
      await server.notice(author, server.draft(), [author, 'submit'], [reviewer, 'approve'], [author, 'publish']);
    await soon(() => expect(boxes.map((box) => box.position)).toEqual(before.map((position) => position + 3)));
    expect(boxes.map((box) => box.holes)).toEqual(boxes.map(() => 0));
    const operator = await server.staff('operator');
    await soon(async () => {
      const { body } = await server.send(operator, listBoxes, { query: { state: 'bound', pageSize: 100 } });
      expect(body.items.filter((box: { standing: string }) => box.standing !== 'offline')).toHaveLength(COUNT);
    });
    for (const box of boxes) box.stop();
    wire.close();
  });

  it('count what is missing before an entry that came', async () => {
    let tell: (name: string, data: object) => void = () => {};
    const entry = (seq: number) => ({
      action: 'drop',
      region: '370306',
      seq,
      id: '019ab000-0000-7000-8000-0000000000a1',
      revision: 1,
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
      [readFeed.path]: {
        status: 200,
        body: { mode: 'snapshot', cursor: '370306:4', entries: [], serverTime: '2026-11-23T12:00:00.000Z' },
      },
      [createTicket.path]: { status: 201, body: { ticket: 't' } },
    };
    const wire: Wire = {
      call: async (_method, path) => replies[path.split('?')[0] ?? ''] ?? { status: 404, body: null },
      stream: (_path, onEvent) => {
        tell = (name, data) => onEvent({ name, data: JSON.stringify(data) });
        return () => {};
      },
      close: () => {},
    };
    const box = simulateBox({ wire, random: never });
    await box.ask();
    await box.join();
    box.live();
    await soon(() => expect(box.position).toBe(4));
    for (const seq of [4, 5, 6, 9]) tell('entry', entry(seq));
    expect([box.position, box.holes]).toEqual([9, 2]);
    box.stop();
  });
});
