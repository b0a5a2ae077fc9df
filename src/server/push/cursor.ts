// How far a box has come in each region, as text on the wire and as a map inside.
import type { FeedCursor } from '../../contract/feed.ts';
import type { RegionCode } from '../../contract/regions.ts';

/** The last sequence a box holds of each region; a region that is missing stands at 0. */
export type Cursor = ReadonlyMap<RegionCode, number>;

/** Same limits as the contract's FeedCursor. */
const MAX_LENGTH = 400;
const POSITION = /^(\d{6,22}):(\d{1,15})$/;

/** `370306:12,370306001:3`; the empty text is the empty cursor. Null for anything else, a region named twice included. */
export function parseCursor(text: string): Cursor | null {
  const cursor = new Map<RegionCode, number>();
  if (text === '') return cursor;
  if (text.length > MAX_LENGTH) return null;
  for (const part of text.split(',')) {
    const position = parsePosition(part);
    if (position === null || cursor.has(position.region)) return null;
    cursor.set(position.region, position.seq);
  }
  return cursor;
}

export function formatCursor(cursor: Cursor): FeedCursor {
  return [...cursor].map(([region, seq]) => `${region}:${seq}`).join(',');
}

/**
 * The cursor moved forward to the last event an EventSource saw before its line broke (`Last-Event-ID: region:seq`):
 * what came before it in that region came too. The header is the client's own word, so what cannot be read, names a
 * region outside the cursor, or points backwards changes nothing.
 */
export function resumeAt(cursor: Cursor, lastEventId: string | undefined): Cursor {
  const position = parsePosition(lastEventId ?? '');
  const held = position && cursor.get(position.region);
  if (position === null || held === null || held === undefined || position.seq <= held) return cursor;
  return new Map(cursor).set(position.region, position.seq);
}

function parsePosition(text: string): { region: RegionCode; seq: number } | null {
  const [, region, seq] = POSITION.exec(text) ?? [];
  if (region === undefined || seq === undefined) return null;
  return { region: region as RegionCode, seq: Number(seq) };
}
