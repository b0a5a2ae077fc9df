// From bus messages to announcements: in order and once, whatever the bus does.
import { describe, expect, it, vi } from 'vitest';
import type { RegionCode } from '../../../src/contract/regions.ts';
import { createRelay } from '../../../src/server/push/relay.ts';
import { replay } from '../../../src/server/push/replay.ts';
import { sequencesOf } from './support/events.ts';
import { eventually } from './support/eventually.ts';
import { holder, testHub } from './support/hub.ts';
import { COMMUNITY, DISTRICT, memoryFeed, OTHER_COMMUNITY, TOWN } from './support/memory-feed.ts';
import { PaperSocket } from './support/paper-socket.ts';

const HOME = [DISTRICT, TOWN, COMMUNITY];

async function scene(page?: number) {
  const feed = memoryFeed(page === undefined ? {} : { page });
  const { hub, manual } = testHub();
  const reader = { heads: vi.fn(feed.reader.heads), after: vi.fn(feed.reader.after) };
  const onError = vi.fn();
  const relay = createRelay({ hub, reader, timers: manual.timers, onError });
  const socket = new PaperSocket();
  const connection = hub.join(socket, { holder: holder(1), chain: HOME });
  await replay(connection, new Map(), { hub, reader });
  reader.after.mockClear();
  return {
    feed,
    hub,
    manual,
    reader,
    relay,
    onError,
    publish: (region: RegionCode, times = 1) => Array.from({ length: times }, () => feed.append(region).seq),
    hear: (region: RegionCode, seq: number) => relay.hear({ kind: 'announced', region, seq }),
    seen: () => sequencesOf(socket.text, COMMUNITY),
  };
}

describe('the relay', () => {
  it('announces what a message speaks of', async () => {
    const { publish, hear, seen } = await scene();
    publish(COMMUNITY);
    hear(COMMUNITY, 1);
    await eventually(seen).toEqual([1]);
  });

  it('announces everything up to the newest message, when older ones are lost, repeated or late', async () => {
    const { publish, hear, seen } = await scene(2);
    publish(COMMUNITY, 7);
    for (const seq of [5, 2, 5, 7, 1]) hear(COMMUNITY, seq);
    await eventually(seen).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });

  it('reads a region once however often it is rung meanwhile', async () => {
    const { publish, hear, seen, reader } = await scene();
    publish(COMMUNITY, 3);
    for (const seq of [1, 2, 3]) hear(COMMUNITY, seq);
    await eventually(seen).toEqual([1, 2, 3]);
    expect(reader.after).toHaveBeenCalledTimes(1);
  });

  it('reads nothing for regions nobody hears', async () => {
    const { publish, hear, reader } = await scene();
    publish(OTHER_COMMUNITY);
    hear(OTHER_COMMUNITY, 1);
    expect(reader.after).not.toHaveBeenCalled();
  });

  it('reads all regions heard again after a gap', async () => {
    const { publish, relay, seen, hub } = await scene();
    publish(COMMUNITY, 2);
    publish(TOWN, 1);
    relay.hear({ kind: 'gap' });
    await eventually(seen).toEqual([1, 2]);
    expect(hub.head(TOWN)).toBe(1);
    expect(hub.head(DISTRICT)).toBe(0);
  });

  it('tries again what could not be read', async () => {
    const { publish, hear, seen, reader, onError, manual } = await scene();
    publish(COMMUNITY);
    reader.after.mockRejectedValueOnce(new Error('the store is away'));
    hear(COMMUNITY, 1);
    await eventually(() => onError.mock.calls.length).toBe(1);
    reader.heads.mockRejectedValueOnce(new Error('still away'));
    manual.fire(1_000);
    await eventually(() => onError.mock.calls.length).toBe(2);
    expect(seen()).toEqual([]);
    manual.fire(1_000);
    await eventually(seen).toEqual([1]);
  });

  it('tries nothing again once closed', async () => {
    const { publish, hear, reader, onError, relay, manual } = await scene();
    publish(COMMUNITY);
    reader.after.mockRejectedValueOnce(new Error('the store is away'));
    hear(COMMUNITY, 1);
    await eventually(() => onError.mock.calls.length).toBe(1);
    relay.close();
    // What is left is the hub's beat.
    expect(manual.pending()).toBe(1);
  });
});
