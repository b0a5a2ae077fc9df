// Catching up: what happens when the reader, the store or the bus misbehaves. The order is proved in order.test.ts.
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import type { FeedReader } from '../../../src/server/push/reader.ts';
import { replay } from '../../../src/server/push/replay.ts';
import { sequencesOf } from './support/events.ts';
import { eventually } from './support/eventually.ts';
import { holder, testHub } from './support/hub.ts';
import { COMMUNITY, DISTRICT, memoryFeed } from './support/memory-feed.ts';
import { PaperSocket } from './support/paper-socket.ts';

function scene() {
  const feed = memoryFeed();
  const { hub } = testHub();
  const socket = new PaperSocket();
  const connection = hub.join(socket, { holder: holder(1), chain: [DISTRICT, COMMUNITY] });
  const start = (reader: FeedReader = feed.reader) => replay(connection, new Map(), { hub, reader });
  return { feed, hub, socket, connection, start, seen: () => sequencesOf(socket.text, COMMUNITY) };
}

describe('a replay', () => {
  it('longer than the limit of unsent bytes waits for its reader', async () => {
    const { feed, hub, socket, start, seen } = scene();
    for (let n = 0; n < 20; n++) feed.append(COMMUNITY, 50_000);
    socket.frozen = true;
    const done = start();
    await eventually(() => socket.writableNeedDrain).toBe(true);
    socket.thaw();
    await done;
    expect(seen()).toHaveLength(20);
    expect(hub.stats().cutOff).toBe(0);
  });

  it('ends quietly when its reader leaves in the middle', async () => {
    const { feed, socket, start } = scene();
    for (let n = 0; n < 20; n++) feed.append(COMMUNITY, 50_000);
    socket.frozen = true;
    const done = start();
    await eventually(() => socket.writableNeedDrain).toBe(true);
    socket.destroy();
    await Promise.all([done, once(socket, 'close')]);
  });

  it('fails when the store cannot be read', async () => {
    const { feed, start } = scene();
    const away = () => Promise.reject(new Error('the store is away'));
    await expect(start({ ...feed.reader, heads: away })).rejects.toThrow('the store is away');
  });

  it('fails when the store has a head but not the entries', async () => {
    const { feed, start } = scene();
    feed.append(COMMUNITY);
    await expect(start({ ...feed.reader, after: async () => [] })).rejects.toThrow('before its head 1');
  });

  it('fails, in place of asking for ever, when more is announced than stored', async () => {
    const { hub, start } = scene();
    hub.begin(COMMUNITY, 7);
    await expect(start()).rejects.toThrow('more is announced than stored');
  });
});
