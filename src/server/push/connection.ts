// What the hub keeps of one open stream and of one region that is heard; as little as possible, there are thousands.
import type { Socket } from 'node:net';
import type { RegionCode } from '../../contract/regions.ts';
import type { Cursor } from './cursor.ts';
import type { Holder } from './door.ts';

/** A region somebody hears. Lives as long as a connection hears it. */
export interface Channel {
  readonly region: RegionCode;
  readonly members: Set<Connection>;
  /** The newest sequence announced, or known to be behind everything announced later; undefined until one is known. */
  head: number | undefined;
}

/** An open stream. Made by the hub, handed back to it. */
export interface Connection {
  readonly holder: Holder;
  readonly socket: Socket;
  readonly channels: readonly Channel[];
  /** Its place on the heartbeats' wheel. */
  slot: number;
  /** Announcements that wait for the replay before them; null once live. */
  held: Held | null;
  /** Regions replayed further than they are announced yet (the store is quicker than the bus), with how far. */
  ahead: Map<Channel, number> | null;
  open: boolean;
}

interface Held {
  readonly announcements: { readonly channel: Channel; readonly seq: number; readonly event: Buffer }[];
  bytes: number;
}

export const nothingHeld = (): Held => ({ announcements: [], bytes: 0 });

/**
 * True where what is held follows on what was replayed up to `reached`, in every region: announcements are held
 * without a hole up to the channel's head, so their first one decides; with none the head does.
 */
export function followsOn({ channels, held }: Connection, reached: Cursor): boolean {
  return channels.every((channel) => {
    const seq = reached.get(channel.region) ?? 0;
    const first = held?.announcements.find((each) => each.channel === channel);
    return first ? first.seq <= seq + 1 : (channel.head ?? 0) <= seq;
  });
}

/** Notes where a replay up to `reached` ran ahead of the channels' heads. */
export function aheadOf({ channels }: Connection, reached: Cursor): Map<Channel, number> | null {
  const seqOf = (channel: Channel) => reached.get(channel.region) ?? 0;
  const ahead = channels.filter((channel) => seqOf(channel) > (channel.head ?? 0));
  return ahead.length > 0 ? new Map(ahead.map((channel) => [channel, seqOf(channel)])) : null;
}

/** True where the connection had a channel's newest announcement by its replay; forgets where the channel caught up. */
export function hadIt(connection: Connection, channel: Channel): boolean {
  const { ahead } = connection;
  const seq = ahead?.get(channel);
  if (!ahead || seq === undefined) return false;
  if (seq === channel.head) ahead.delete(channel);
  if (ahead.size === 0) connection.ahead = null;
  return true;
}
