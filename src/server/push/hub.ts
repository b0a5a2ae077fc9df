// The hub: holds the boxes' open streams and writes to them. Knows neither the HTTP framework nor the store.
import type { Socket } from 'node:net';
import type { BoxId } from '../../contract/ids.ts';
import type { RegionCode } from '../../contract/regions.ts';
import { type Clock, instantOf, type Random } from '../runtime.ts';
import type { Timers } from '../timers.ts';
import { aheadOf, type Channel, type Connection, followsOn, hadIt, nothingHeld } from './connection.ts';
import type { Cursor } from './cursor.ts';
import type { Holder } from './door.ts';
import { endGradually } from './drain.ts';
import type { HubLimits } from './limits.ts';
import { beatEvent, retryEvent } from './sse.ts';
import { createWheel } from './wheel.ts';

interface HubStats {
  readonly connections: number;
  readonly regions: number;
  /** Slow readers cut off since the start. */
  readonly cutOff: number;
  /** Bytes handed to sockets since the start. */
  readonly bytes: number;
}

interface JoinOptions {
  readonly holder: Holder;
  /** From the district down to the household. */
  readonly chain: readonly RegionCode[];
}

export interface Hub {
  /** False while draining or full: turn new streams away. */
  accepts(): boolean;
  /** Takes a bare socket nothing was written to. Its announcements are held back until `release`; beats are not. */
  join(socket: Socket, options: JoinOptions): Connection;
  /** Writes to one connection; past the limit of unsent bytes it is cut off. */
  send(connection: Connection, bytes: Buffer): void;
  /**
   * Makes a connection live: what was held and lies past `reached` is written, the rest of it was replayed. False,
   * and nothing done, where there is a hole between the two: replay further. `reached` must come from the store, as
   * it becomes the head of regions that have none yet.
   */
  release(connection: Connection, reached: Cursor): boolean;
  drop(connection: Connection): void;
  /**
   * Writes the event of a region's next sequence to all who hear it, the same bytes to each socket. False, and
   * nothing done, unless the sequence follows on the region's head.
   */
  announce(region: RegionCode, seq: number, event: Buffer): boolean;
  /** How far a region is announced; undefined where nobody hears it or nobody knows yet. */
  head(region: RegionCode): number | undefined;
  /** Gives a region that is heard and has no head its head. */
  begin(region: RegionCode, seq: number): void;
  hears(region: RegionCode): boolean;
  regionsHeard(): Iterable<RegionCode>;
  /** Writes an event to a box's streams; nothing where it has none here. */
  tell(box: BoxId, event: Buffer): void;
  /** Writes an event to all who hear a region. */
  tellRegion(region: RegionCode, event: Buffer): void;
  /** Who holds the streams here, as their tickets knew them. */
  holders(): Holder[];
  /** Ends a box's streams at once: it was moved, or may no longer. */
  disconnect(box: BoxId): void;
  /** A time to come back after, for one box: milliseconds, from 0 to the limit. */
  retryMs(): number;
  readonly beatMs: number;
  stats(): HubStats;
  /** Takes nobody more and ends everybody gradually; resolves when all are gone. */
  drain(): Promise<void>;
}

/** Hears of a box's first stream here, and of the end of its last. */
export interface HubWatch {
  came(box: BoxId): void;
  went(box: BoxId): void;
}

/** Slots of the heartbeats' wheel: that many small bursts in place of one. */
const SLOTS = 60;

export function createHub(deps: {
  clock: Clock;
  random: Random;
  timers: Timers;
  limits: HubLimits;
  watch?: HubWatch;
}): Hub {
  const { clock, timers, limits } = deps;
  const channels = new Map<RegionCode, Channel>();
  const boxes = new Map<BoxId, Connection[]>();
  const wheel = createWheel<Connection>(SLOTS);
  let connections = 0;
  let cutOff = 0;
  let bytes = 0;
  let drained: Promise<void> | null = null;

  const stopBeats = timers.every(limits.beatMs / SLOTS, beat);

  function beat(): void {
    const due = wheel.next();
    if (due.size === 0) return;
    const event = beatEvent({ serverTime: instantOf(clock()), everyMs: limits.beatMs });
    for (const connection of due) send(connection, event);
  }

  function join(socket: Socket, { holder, chain }: JoinOptions): Connection {
    const { box } = holder;
    const mine = boxes.get(box) ?? [];
    boxes.set(box, mine);
    const connection: Connection = {
      holder,
      socket,
      channels: chain.map(channelOf),
      slot: 0,
      held: nothingHeld(),
      ahead: null,
      open: true,
    };
    connection.slot = wheel.add(connection);
    for (const channel of connection.channels) channel.members.add(connection);
    mine.push(connection);
    if (mine.length === 1) deps.watch?.came(box);
    connections++;
    socket.on('error', ignore);
    socket.on('end', destroy);
    socket.on('close', () => leave(connection));
    // A box says nothing more; reading on is how its end is noticed.
    socket.resume();
    if (mine.length > limits.connectionsPerBox && mine[0]) drop(mine[0]);
    return connection;
  }

  function channelOf(region: RegionCode): Channel {
    const channel = channels.get(region) ?? { region, members: new Set(), head: undefined };
    channels.set(region, channel);
    return channel;
  }

  function leave(connection: Connection): void {
    if (!connection.open) return;
    connection.open = false;
    connection.held = null;
    connections--;
    wheel.remove(connection.slot, connection);
    for (const channel of connection.channels) {
      channel.members.delete(connection);
      if (channel.members.size === 0) channels.delete(channel.region);
    }
    const { box } = connection.holder;
    const others = (boxes.get(box) ?? []).filter((each) => each !== connection);
    if (others.length > 0) boxes.set(box, others);
    else if (boxes.delete(box)) deps.watch?.went(box);
  }

  function drop(connection: Connection): void {
    leave(connection);
    connection.socket.destroy();
  }

  function cut(connection: Connection): void {
    if (!connection.open) return;
    cutOff++;
    leave(connection);
    // A reset frees the kernel's buffer at once; an ordinary end would wait for the reader that does not read.
    connection.socket.resetAndDestroy();
  }

  function send(connection: Connection, event: Buffer): void {
    const { socket } = connection;
    if (!socket.writable) return;
    socket.write(event);
    bytes += event.length;
    if (socket.writableLength > limits.unsentBytes) cut(connection);
  }

  function hold(connection: Connection, held: NonNullable<Connection['held']>, channel: Channel, event: Buffer): void {
    held.announcements.push({ channel, seq: channel.head ?? 0, event });
    held.bytes += event.length;
    if (held.bytes > limits.unsentBytes) cut(connection);
  }

  function release(connection: Connection, reached: Cursor): boolean {
    const { held } = connection;
    if (!connection.open || !held) return true;
    if (!followsOn(connection, reached)) return false;
    for (const channel of connection.channels) channel.head ??= reached.get(channel.region) ?? 0;
    connection.held = null;
    connection.ahead = aheadOf(connection, reached);
    for (const { channel, seq, event } of held.announcements) {
      if (seq > (reached.get(channel.region) ?? 0)) send(connection, event);
    }
    return true;
  }

  function announce(region: RegionCode, seq: number, event: Buffer): boolean {
    const channel = channels.get(region);
    if (channel?.head === undefined || seq !== channel.head + 1) return false;
    channel.head = seq;
    for (const connection of channel.members) {
      if (connection.held) hold(connection, connection.held, channel, event);
      else if (!connection.ahead || !hadIt(connection, channel)) send(connection, event);
    }
    return true;
  }

  async function drain(): Promise<void> {
    await endGradually(
      [...wheel.all()],
      (connection) => {
        send(connection, retryEvent(retryMs()));
        leave(connection);
        connection.socket.destroySoon();
        return connection.socket;
      },
      limits.drainPerSecond,
      timers,
    );
    stopBeats();
  }

  const retryMs = () => (deps.random(4).readUInt32LE() / 2 ** 32) * limits.retryMs;

  return {
    beatMs: limits.beatMs,
    accepts: () => drained === null && connections < limits.connections,
    join,
    send,
    release,
    drop,
    announce,
    head: (region) => channels.get(region)?.head,
    begin(region, seq) {
      const channel = channels.get(region);
      if (channel) channel.head ??= seq;
    },
    hears: (region) => channels.has(region),
    regionsHeard: () => channels.keys(),
    tell(box, event) {
      for (const connection of boxes.get(box) ?? []) send(connection, event);
    },
    tellRegion(region, event) {
      for (const connection of channels.get(region)?.members ?? []) send(connection, event);
    },
    holders: () => [...wheel.all()].map((connection) => connection.holder),
    disconnect(box) {
      for (const connection of boxes.get(box) ?? []) drop(connection);
    },
    retryMs,
    stats: () => ({ connections, regions: channels.size, cutOff, bytes }),
    drain() {
      drained ??= drain();
      return drained;
    },
  };
}

const ignore = () => {};

function destroy(this: Socket): void {
  this.destroy();
}
