// Words for boxes: they reach the right streams, and one that says "no longer" misses no gap.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BoxCommand } from '../../../src/contract/boxes.ts';
import type { CommandId } from '../../../src/contract/ids.ts';
import { eventsOf } from './support/events.ts';
import { eventually } from './support/eventually.ts';
import { boxId } from './support/hub.ts';
import { COMMUNITY, DISTRICT, OTHER_COMMUNITY, TOWN } from './support/memory-feed.ts';
import { type StreamServer, streamServer } from './support/stream-server.ts';

const command: BoxCommand = { id: '019ab000-0000-7000-8000-0000000000c1' as CommandId, order: { kind: 'identify' } };

let server: StreamServer;
beforeEach(async () => {
  server = await streamServer();
});
afterEach(async () => {
  await server.close();
  expect(server.errors).toEqual([]);
});

const live = async (options: Parameters<StreamServer['open']>[0] = {}) => {
  const box = server.open(options);
  await eventually(box.text).toContain('event: beat');
  return box;
};
const told = (box: Awaited<ReturnType<typeof live>>) => () =>
  eventsOf(box.text())
    .map(({ event }) => event)
    .filter((event) => event !== 'beat');
const streams = () => server.hub.stats().connections;

describe('a word', () => {
  it('reaches the box it is for, and no other', async () => {
    const [one, other] = [await live({ box: 1 }), await live({ box: 2 })];
    server.hear({ kind: 'told', word: { to: { box: boxId(1) }, what: command } });
    server.hear({ kind: 'told', word: { to: { box: boxId(2) }, what: 'refresh' } });
    await eventually(told(one)).toEqual(['command']);
    await eventually(told(other)).toEqual(['refresh']);
    expect(JSON.parse(eventsOf(one.text()).find(({ event }) => event === 'command')?.data ?? '')).toEqual(command);
  });

  it('reaches all boxes of a region, and those of no other', async () => {
    const here = await live({ box: 1 });
    const there = await live({ box: 2, chain: [DISTRICT, TOWN, OTHER_COMMUNITY] });
    server.hear({ kind: 'told', word: { to: { region: COMMUNITY }, what: 'refresh' } });
    server.hear({ kind: 'told', word: { to: { region: TOWN }, what: 'refresh' } });
    await eventually(told(here)).toEqual(['refresh', 'refresh']);
    await eventually(told(there)).toEqual(['refresh']);
  });
});

describe('a box that may no longer', () => {
  const disconnect = (n: number) => server.hear({ kind: 'told', word: { to: { box: boxId(n) }, what: 'disconnect' } });

  it('loses its stream with the word', async () => {
    await live({ box: 1 });
    await live({ box: 2 });
    disconnect(1);
    await eventually(streams).toBe(1);
  });

  it('is refused at the door, whatever its ticket says', async () => {
    server.door.turnOut(boxId(1));
    const box = server.open({ box: 1 });
    await eventually(box.text).toContain('403');
    expect(streams()).toBe(0);
  });

  it('gets no stream when the word comes between the door and the stream', async () => {
    const answer = server.door.hold();
    const box = server.open({ box: 1 });
    await eventually(() => server.arriving()).toBe(1);
    server.door.turnOut(boxId(1));
    disconnect(1);
    answer();
    await eventually(() => server.arriving()).toBe(0);
    await eventually(box.ended).toBe(true);
    expect(streams()).toBe(0);
    expect(box.text()).toBe('');
  });

  it('loses its stream, or does not get one, when the word was lost in a gap of the bus', async () => {
    await live({ box: 1 });
    await live({ box: 2 });
    const answer = server.door.hold();
    const late = server.open({ box: 3 });
    await eventually(() => server.arriving()).toBe(1);
    server.door.turnOut(boxId(1));
    server.hear({ kind: 'gap' });
    answer();
    await eventually(late.ended).toBe(true);
    await eventually(streams).toBe(1);
  });
});
