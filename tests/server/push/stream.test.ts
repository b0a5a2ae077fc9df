// Streams over real sockets, from the ticket to the end.
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { StreamBeat } from '../../../src/contract/feed.ts';
import { eventsOf, sequencesOf } from './support/events.ts';
import { eventually } from './support/eventually.ts';
import { boxId } from './support/hub.ts';
import { COMMUNITY, DISTRICT, OTHER_COMMUNITY, TOWN } from './support/memory-feed.ts';
import { streamClient } from './support/stream-client.ts';
import { type StreamServer, streamServer } from './support/stream-server.ts';

const upTo = (n: number) => Array.from({ length: n }, (_, index) => index + 1);

let server: StreamServer;
beforeEach(async () => {
  server = await streamServer();
});
afterEach(async () => {
  await server.close();
  expect(server.errors).toEqual([]);
});

const live = async (box: ReturnType<StreamServer['open']>) => eventually(box.text).toContain('event: beat');
const seen = (box: ReturnType<StreamServer['open']>) => () => sequencesOf(box.text(), COMMUNITY);

describe('a stream', () => {
  it('begins with its head, the time to come back after, and a beat', async () => {
    const box = server.open();
    await live(box);
    const [head = '', body = ''] = box.text().split('\r\n\r\n');
    expect(head).toContain('HTTP/1.1 200 OK\r\ncontent-type: text/event-stream');
    expect(body).toMatch(/^retry: \d+\n\n/);
    const [first] = eventsOf(body);
    expect(StreamBeat.parse(JSON.parse(first?.data ?? '')).everyMs).toBe(15_000);
  });

  it('replays what the box missed, then is live', async () => {
    for (const _ of upTo(3)) server.publish(COMMUNITY);
    const box = server.open({ since: `${COMMUNITY}:1` });
    await eventually(seen(box)).toEqual([2, 3]);
    server.publish(COMMUNITY);
    await eventually(seen(box)).toEqual([2, 3, 4]);
  });

  it('resumes after the last event the box saw', async () => {
    for (const _ of upTo(3)) server.publish(COMMUNITY);
    server.publish(TOWN);
    const box = server.open({ since: `${COMMUNITY}:0`, lastEventId: `${COMMUNITY}:2` });
    await eventually(seen(box)).toEqual([3]);
    await eventually(() => sequencesOf(box.text(), TOWN)).toEqual([1]);
  });

  it('speaks only of the box’s own regions', async () => {
    const box = server.open();
    await live(box);
    server.publish(OTHER_COMMUNITY);
    server.publish(COMMUNITY);
    await eventually(seen(box)).toEqual([1]);
    expect(sequencesOf(box.text(), OTHER_COMMUNITY)).toEqual([]);
  });

  it('loses and repeats nothing while boxes join in the middle of much publishing', async () => {
    const boxes = [];
    for (const n of upTo(200)) {
      server.publish(n % 2 ? COMMUNITY : DISTRICT);
      if (n % 5 === 0) boxes.push(server.open({ box: n }));
      await new Promise(setImmediate);
    }
    for (const box of boxes) {
      await eventually(seen(box)).toEqual(upTo(100));
      await eventually(() => sequencesOf(box.text(), DISTRICT)).toEqual(upTo(100));
    }
  });

  it('is over when the box leaves', async () => {
    const box = server.open();
    await live(box);
    box.socket.end();
    await eventually(() => server.hub.stats()).toMatchObject({ connections: 0, regions: 0 });
  });

  it('ends at once when the box is disconnected', async () => {
    const [box, other] = [server.open({ box: 1 }), server.open({ box: 2 })];
    await Promise.all([live(box), live(other)]);
    server.hub.disconnect(boxId(1));
    await eventually(box.ended).toBe(true);
    server.publish(COMMUNITY);
    await eventually(seen(other)).toEqual([1]);
  });
});

describe('at the door', () => {
  it.each([
    ['a ticket at its end', () => server.path({ exp: Date.now() }), 'ticket-invalid'],
    ['an altered ticket', () => `${server.path()}x`, 'ticket-invalid'],
    ['no ticket', () => server.path().replace(/\?.*/, ''), 'ticket-invalid'],
  ])('%s is refused', async (_what, path, code) => {
    const box = streamClient(server.port, path());
    await eventually(box.text).toContain(code);
    expect(server.hub.stats().connections).toBe(0);
  });

  it('everybody is refused while draining', async () => {
    await server.hub.drain();
    const box = server.open();
    await eventually(box.text).toContain('draining');
  });

  it('nobody slips in behind a drain that begins right after the admission', async () => {
    server.server.once('request', () => void server.hub.drain());
    const box = server.open();
    await eventually(box.ended).toBe(true);
    expect(box.text()).toBe('');
    expect(server.hub.stats().connections).toBe(0);
  });

  it('a box whose feed cannot be read is sent away', async () => {
    server.reader.heads = () => Promise.reject(new Error('the store is away'));
    const box = server.open();
    await eventually(box.ended).toBe(true);
    expect(server.errors.splice(0)).toEqual([new Error('the store is away')]);
  });
});

describe('a reader that does not read', () => {
  it('is cut off while the others go on, and resumes where it was', async () => {
    const [frozen, other] = [server.open({ box: 1 }), server.open({ box: 2 })];
    await Promise.all([live(frozen), live(other)]);
    frozen.freeze();
    let published = 0;
    while (server.hub.stats().cutOff === 0) {
      published = server.publish(COMMUNITY, 50_000);
      await eventually(() => seen(other)().length).toBe(published);
    }
    expect(server.hub.stats()).toMatchObject({ connections: 1, cutOff: 1 });
    published = server.publish(COMMUNITY);
    await eventually(seen(other)).toEqual(upTo(published));

    frozen.thaw();
    await eventually(frozen.ended).toBe(true);
    const last = seen(frozen)().length;
    const again = server.open({ box: 1, lastEventId: `${COMMUNITY}:${last}`, since: `${COMMUNITY}:0` });
    await eventually(seen(again)).toEqual(upTo(published).slice(last));
  });
});

describe('beats', () => {
  it('keep coming', async () => {
    const quick = await streamServer({ beatMs: 120 });
    const box = quick.open();
    await eventually(() => eventsOf(box.text()).length).toBeGreaterThan(3);
    expect(new Set(eventsOf(box.text()).map(({ event }) => event))).toEqual(new Set(['beat']));
    await quick.close();
  });
});

describe('a drain', () => {
  it('sends every box away with a time to come back and lets the server close', async () => {
    const drained = await streamServer({ drainPerSecond: 100 });
    const boxes = upTo(30).map((box) => drained.open({ box }));
    await Promise.all(boxes.map(live));
    await drained.close();
    for (const box of boxes) {
      await eventually(box.ended).toBe(true);
      expect(box.text()).toMatch(/retry: \d+\n\n$/);
    }
  });
});

describe('the socket', () => {
  it('is all that stays: no parser, none of the HTTP server’s listeners', async () => {
    server.server.timeout = 60_000;
    const accepted = once(server.server, 'connection');
    const box = server.open();
    await live(box);
    const [socket] = (await accepted) as [Socket & { parser?: unknown }];
    expect(socket.parser).toBeNull();
    expect(socket.timeout).toBe(0);
    const counts = ['data', 'drain', 'timeout', 'pause', 'resume', 'close'].map((event) => socket.listenerCount(event));
    expect(counts).toEqual([0, 0, 0, 0, 0, 1]);
  });

  it('outlives the HTTP server’s time for a request', async () => {
    const times = { connectionsCheckingInterval: 20, headersTimeout: 500, requestTimeout: 500 };
    const impatient = await streamServer({}, times);
    const half = streamClient(impatient.port, '/');
    const box = impatient.open();
    await live(box);
    half.socket.write('GET / HTTP/1.1\r\nhost:');
    await eventually(half.text).toContain('408');
    impatient.publish(COMMUNITY);
    await eventually(seen(box)).toEqual([1]);
    await impatient.close();
  });

  it('may have served other requests before', async () => {
    const box = streamClient(server.port, '/other');
    await eventually(box.text).toContain('something else');
    box.socket.write(`GET ${server.path()} HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n`);
    await live(box);
    server.publish(COMMUNITY);
    await eventually(seen(box)).toEqual([1]);
  });
});
