// The hub on sockets of paper: who hears what, beats, limits, ends.
import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import type { RegionCode } from '../../../src/contract/regions.ts';
import type { Hub } from '../../../src/server/push/hub.ts';
import { eventsOf } from './support/events.ts';
import { boxId, holder, testHub } from './support/hub.ts';
import { COMMUNITY, DISTRICT, OTHER_COMMUNITY, TOWN } from './support/memory-feed.ts';
import { PaperSocket } from './support/paper-socket.ts';

const HOME = [DISTRICT, TOWN, COMMUNITY];

/** A live connection; `n` is its box. */
function joined(hub: Hub, n = 1, chain: RegionCode[] = HOME, socket = new PaperSocket()) {
  const connection = hub.join(socket, { holder: holder(n), chain });
  hub.release(connection, new Map());
  return { socket, connection };
}

const event = (text: string) => Buffer.from(`${text};`);

describe('an announcement', () => {
  it('reaches the boxes of its region and nobody else', () => {
    const { hub } = testHub();
    const here = joined(hub, 1);
    const there = joined(hub, 2, [DISTRICT, TOWN, OTHER_COMMUNITY]);
    hub.announce(COMMUNITY, 1, event('here'));
    hub.announce(TOWN, 1, event('both'));
    expect(here.socket.text).toBe('here;both;');
    expect(there.socket.text).toBe('both;');
  });

  it('is made once, in order and without a hole', () => {
    const { hub } = testHub();
    const { socket } = joined(hub);
    expect(hub.announce(COMMUNITY, 2, event('2'))).toBe(false);
    expect(hub.announce(COMMUNITY, 1, event('1'))).toBe(true);
    expect(hub.announce(COMMUNITY, 1, event('1'))).toBe(false);
    expect(hub.announce(COMMUNITY, 2, event('2'))).toBe(true);
    expect(socket.text).toBe('1;2;');
  });

  it('waits for a box that is still catching up, and leaves out what was replayed', () => {
    const { hub } = testHub();
    joined(hub, 1);
    const socket = new PaperSocket();
    const late = hub.join(socket, { holder: holder(2), chain: HOME });
    for (const seq of [1, 2, 3]) hub.announce(COMMUNITY, seq, event(`${seq}`));
    expect(socket.text).toBe('');
    expect(hub.release(late, new Map([[COMMUNITY, 2]]))).toBe(true);
    hub.announce(COMMUNITY, 4, event('4'));
    expect(socket.text).toBe('3;4;');
  });

  it('leaves out a box that had it from the store, ahead of the others', () => {
    const { hub } = testHub();
    const other = joined(hub, 1);
    const socket = new PaperSocket();
    const early = hub.join(socket, { holder: holder(2), chain: HOME });
    expect(hub.release(early, new Map([[COMMUNITY, 2]]))).toBe(true);
    for (const seq of [1, 2, 3]) hub.announce(COMMUNITY, seq, event(`${seq}`));
    expect(socket.text).toBe('3;');
    expect(other.socket.text).toBe('1;2;3;');
  });

  it('keeps a box waiting that would miss one in between', () => {
    const { hub } = testHub();
    joined(hub, 1);
    hub.announce(COMMUNITY, 1, event('1'));
    hub.announce(COMMUNITY, 2, event('2'));
    const socket = new PaperSocket();
    const late = hub.join(socket, { holder: holder(2), chain: HOME });
    expect(hub.release(late, new Map([[COMMUNITY, 1]]))).toBe(false);
    hub.announce(COMMUNITY, 3, event('3'));
    expect(hub.release(late, new Map([[COMMUNITY, 1]]))).toBe(false);
    expect(hub.release(late, new Map([[COMMUNITY, 2]]))).toBe(true);
    expect(socket.text).toBe('3;');
  });
});

describe('the regions heard', () => {
  it('are those of the boxes that are there', () => {
    const { hub } = testHub();
    const here = joined(hub, 1);
    const there = joined(hub, 2, [DISTRICT, TOWN, OTHER_COMMUNITY]);
    expect([...hub.regionsHeard()].sort()).toEqual([DISTRICT, TOWN, COMMUNITY, OTHER_COMMUNITY]);
    hub.drop(here.connection);
    expect(hub.hears(COMMUNITY)).toBe(false);
    expect(hub.head(COMMUNITY)).toBeUndefined();
    hub.drop(there.connection);
    expect([...hub.regionsHeard()]).toEqual([]);
  });

  it('lose a box that goes away by itself', async () => {
    const { hub } = testHub();
    const { socket } = joined(hub);
    socket.push(null);
    await once(socket, 'close');
    expect(hub.stats()).toMatchObject({ connections: 0, regions: 0 });
  });
});

describe('beats', () => {
  it('reach every box once in the time between beats, a few boxes at a time', () => {
    const { hub, manual } = testHub();
    const sockets = Array.from({ length: 150 }, (_, n) => joined(hub, n).socket);
    const beats = () => sockets.map((socket) => eventsOf(socket.text).length);
    let most = 0;
    for (let turn = 0; turn < 60; turn++) {
      const before = beats().reduce((sum, n) => sum + n);
      manual.fire();
      most = Math.max(most, beats().reduce((sum, n) => sum + n) - before);
    }
    expect(new Set(beats())).toEqual(new Set([1]));
    expect(most).toBeLessThanOrEqual(3);
  });

  it('need one timer, however many boxes there are', () => {
    const { hub, manual } = testHub();
    for (let n = 0; n < 100; n++) joined(hub, n);
    expect(manual.pending()).toBe(1);
  });

  it('go to a box that is still catching up too', () => {
    const { hub, manual } = testHub();
    const socket = new PaperSocket();
    hub.join(socket, { holder: holder(1), chain: HOME });
    for (let turn = 0; turn < 60; turn++) manual.fire();
    expect(eventsOf(socket.text).map(({ event }) => event)).toEqual(['beat']);
  });
});

describe('a reader that does not read', () => {
  it('is cut off past the limit while the others go on', () => {
    const { hub } = testHub({ unsentBytes: 1000 });
    const frozen = joined(hub, 1);
    const other = joined(hub, 2);
    frozen.socket.frozen = true;
    const block = Buffer.alloc(400, 'x');
    for (const seq of [1, 2]) hub.announce(COMMUNITY, seq, block);
    expect(frozen.socket.destroyed).toBe(false);
    for (const seq of [3, 4]) hub.announce(COMMUNITY, seq, block);
    expect(frozen.socket.destroyed).toBe(true);
    expect(other.socket.text).toHaveLength(1600);
    expect(hub.stats()).toMatchObject({ connections: 1, cutOff: 1 });
  });

  it('is cut off while it catches up, past the same limit', () => {
    const { hub } = testHub({ unsentBytes: 1000 });
    joined(hub, 1);
    const socket = new PaperSocket();
    const late = hub.join(socket, { holder: holder(2), chain: HOME });
    for (const seq of [1, 2, 3]) hub.announce(COMMUNITY, seq, Buffer.alloc(400, 'x'));
    expect(socket.destroyed).toBe(true);
    expect(hub.release(late, new Map())).toBe(true);
    expect(hub.stats()).toMatchObject({ connections: 1, cutOff: 1 });
  });
});

describe('a box', () => {
  it('is disconnected everywhere at once', () => {
    const { hub } = testHub();
    const [first, second, other] = [joined(hub, 1), joined(hub, 1), joined(hub, 2)];
    hub.disconnect(boxId(1));
    expect([first.socket.destroyed, second.socket.destroyed, other.socket.destroyed]).toEqual([true, true, false]);
    expect(hub.stats().connections).toBe(1);
  });

  it('that opens ever more streams loses its oldest', () => {
    const { hub } = testHub({ connectionsPerBox: 2 });
    const sockets = [1, 2, 3].map(() => joined(hub, 1).socket);
    expect(sockets.map((socket) => socket.destroyed)).toEqual([true, false, false]);
  });

  it('is turned away when there is no room', () => {
    const { hub } = testHub({ connections: 2 });
    const { connection } = joined(hub, 1);
    expect(hub.accepts()).toBe(true);
    joined(hub, 2);
    expect(hub.accepts()).toBe(false);
    hub.drop(connection);
    expect(hub.accepts()).toBe(true);
  });
});

describe('a drain', () => {
  it('takes nobody more, sends the boxes away a share at a time, each with a time to come back', async () => {
    const { hub, manual } = testHub({ drainPerSecond: 20, retryMs: 10_000 });
    const sockets = [1, 2, 3, 4, 5].map((n) => joined(hub, n).socket);
    const drained = hub.drain();
    expect(hub.accepts()).toBe(false);
    const left = [hub.stats().connections];
    while (hub.stats().connections > 0) {
      manual.fire(100);
      left.push(hub.stats().connections);
    }
    await drained;
    expect(left).toEqual([3, 1, 0]);
    for (const socket of sockets) expect(socket.text).toContain('retry: 5020\n\n');
    expect(manual.pending()).toBe(0);
  });

  it('does not wait for ever for a reader that does not read', async () => {
    const { hub, manual } = testHub();
    const { socket } = joined(hub);
    socket.frozen = true;
    const drained = hub.drain();
    expect(socket.destroyed).toBe(false);
    manual.fire(2_000);
    await drained;
    expect(socket.destroyed).toBe(true);
  });

  it('of an empty hub is over at once, and asked for twice is one', async () => {
    const { hub } = testHub();
    const drained = hub.drain();
    expect(hub.drain()).toBe(drained);
    await drained;
  });
});
