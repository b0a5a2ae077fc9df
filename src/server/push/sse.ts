// Server-Sent Events as bytes: what a stream begins with and each event on it. Pure.
import type { BoxCommand } from '../../contract/boxes.ts';
import type { FeedEntry, StreamBeat } from '../../contract/feed.ts';

/**
 * The answer's head, written by hand since the socket is taken from Node's HTTP server: no length, the body ends with
 * the connection. `retryMs`: how long an EventSource waits before it reconnects; differ it from box to box.
 */
export function streamHead(retryMs: number): Buffer {
  return Buffer.from(
    `HTTP/1.1 200 OK\r
content-type: text/event-stream; charset=utf-8\r
cache-control: no-store\r
x-accel-buffering: no\r
connection: close\r
\r
${retryText(retryMs)}`,
  );
}

/** Tells an EventSource when to come back; said again before the server ends a connection. */
export const retryEvent = (retryMs: number): Buffer => Buffer.from(retryText(retryMs));

/** Its id lets a box resume after this entry in this region. */
export const entryEvent = (entry: FeedEntry): Buffer =>
  Buffer.from(`event: entry\nid: ${entry.region}:${entry.seq}\ndata: ${JSON.stringify(entry)}\n\n`);

/** An event, not a comment: an EventSource hides comments, and the box must notice when beats stay away. */
export const beatEvent = (beat: StreamBeat): Buffer => Buffer.from(`event: beat\ndata: ${JSON.stringify(beat)}\n\n`);

/** An order of the staff for this box; no id, so that `Last-Event-ID` stays the feed's. */
export const commandEvent = (command: BoxCommand): Buffer =>
  Buffer.from(`event: command\ndata: ${JSON.stringify(command)}\n\n`);

/** Read your home again. */
export const refreshEvent: Buffer = Buffer.from('event: refresh\ndata: {}\n\n');

/** Read the list of keys again. */
export const trustEvent: Buffer = Buffer.from('event: trust\ndata: {}\n\n');

const retryText = (retryMs: number) => `retry: ${Math.round(retryMs)}\n\n`;
