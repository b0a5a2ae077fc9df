// Catches a new connection up from the store and makes it live, without losing, repeating or reordering an entry.
import { once } from 'node:events';
import type { RegionCode } from '../../contract/regions.ts';
import type { Connection } from './connection.ts';
import type { Cursor } from './cursor.ts';
import type { Hub } from './hub.ts';
import type { FeedReader } from './reader.ts';
import { entryEvent } from './sse.ts';

/**
 * Writes what the store holds past `cursor`, then releases the connection. It has joined the hub before, so
 * everything announced since its joining is held for it: what is replayed overlaps what is held, and the hub says
 * when there is no hole between them.
 * @throws Error when the store cannot be read, or holds less than was announced
 */
export async function replay(connection: Connection, cursor: Cursor, deps: { hub: Hub; reader: FeedReader }) {
  const chain = connection.channels.map((channel) => channel.region);
  let reached = await catchUp(connection, chain, cursor, deps);
  while (connection.open && !deps.hub.release(connection, reached)) {
    const further = await catchUp(connection, chain, reached, deps);
    if (connection.open && chain.every((region) => further.get(region) === reached.get(region))) {
      throw new Error(`more is announced than stored in ${chain.join(', ')}`);
    }
    reached = further;
  }
}

async function catchUp(
  connection: Connection,
  chain: readonly RegionCode[],
  cursor: Cursor,
  deps: { hub: Hub; reader: FeedReader },
): Promise<Cursor> {
  const heads = await deps.reader.heads(chain);
  const reached = new Map<RegionCode, number>();
  for (const region of chain) {
    const head = heads.get(region) ?? 0;
    // A box may claim to be ahead of the store (restored from a backup); it must not move the others' head.
    const from = Math.min(cursor.get(region) ?? 0, head);
    reached.set(region, await replayRegion(connection, region, from, head, deps));
  }
  return reached;
}

/** Returns the last sequence written, at least `head` unless the connection ends. */
async function replayRegion(
  connection: Connection,
  region: RegionCode,
  from: number,
  head: number,
  { hub, reader }: { hub: Hub; reader: FeedReader },
): Promise<number> {
  let reached = from;
  while (connection.open && reached < head) {
    const entries = await reader.after(region, reached);
    if (entries.length === 0) throw new Error(`the feed of ${region} ends at ${reached}, before its head ${head}`);
    for (const entry of entries) {
      hub.send(connection, entryEvent(entry));
      reached = entry.seq;
      await taken(connection);
    }
  }
  return reached;
}

/** A long history waits for its reader instead of piling up until it is cut off. */
async function taken({ socket }: Connection): Promise<void> {
  if (!socket.writableNeedDrain || socket.destroyed) return;
  const settled = new AbortController();
  const { signal } = settled;
  try {
    await Promise.race([once(socket, 'drain', { signal }), once(socket, 'close', { signal })]);
  } finally {
    settled.abort();
  }
}
