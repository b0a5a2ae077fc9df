// The bytes on the wire.
import { describe, expect, it } from 'vitest';
import { FeedEntry, readFeed, StreamBeat } from '../../../src/contract/feed.ts';
import { beatEvent, entryEvent, retryEvent, streamHead } from '../../../src/server/push/sse.ts';
import { instantOf } from '../../../src/server/runtime.ts';
import { eventsOf } from './support/events.ts';
import { NOW } from './support/hub.ts';

describe('the stream', () => {
  it('begins with a head that no proxy buffers or keeps, and the time to come back after', () => {
    expect(streamHead(1234.5).toString()).toBe(
      'HTTP/1.1 200 OK\r\ncontent-type: text/event-stream; charset=utf-8\r\ncache-control: no-store\r\n' +
        'x-accel-buffering: no\r\nconnection: close\r\n\r\nretry: 1235\n\n',
    );
  });

  it('carries an entry whole, under its region and sequence', () => {
    const [entry] = readFeed.example.reply.entries.map((each) => FeedEntry.parse(each));
    if (!entry) throw new Error('the contract has an example');
    const lines = {
      ...entry,
      item: 'item' in entry && { ...entry.item, title: '一行\n\ndata: 又一行\r\u2028' },
    } as FeedEntry;
    const [event, ...more] = eventsOf(entryEvent(lines).toString());
    expect(more).toEqual([]);
    expect(event).toMatchObject({ event: 'entry', id: `${entry.region}:${entry.seq}` });
    expect(JSON.parse(event?.data ?? '')).toEqual(lines);
  });

  it('beats with the server’s time and the time between beats', () => {
    const beat: StreamBeat = { serverTime: instantOf(NOW), everyMs: 15_000 };
    const [event] = eventsOf(beatEvent(beat).toString());
    expect(event).toMatchObject({ event: 'beat', id: undefined });
    expect(StreamBeat.parse(JSON.parse(event?.data ?? ''))).toEqual(beat);
  });

  it('can say again when to come back', () => {
    expect(retryEvent(0).toString()).toBe('retry: 0\n\n');
  });
});
