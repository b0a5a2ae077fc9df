// One stream: what it brings, and how its loss is noticed.
import { describe, expect, it, vi } from 'vitest';
import { openPush } from '../../../src/tv/feed/push.ts';
import type { OpenStream } from '../../../src/tv/ports.ts';
import { fakeStreams, fakeTimers } from '../fakes.ts';

const BEAT = { serverTime: '2026-11-23T12:00:00.000Z', everyMs: 10_000 };

function open(eventSource?: OpenStream) {
  const timers = fakeTimers();
  const streams = fakeStreams();
  const handlers = {
    onStep: vi.fn(),
    onBeat: vi.fn(),
    onCommand: vi.fn(),
    onRefresh: vi.fn(),
    onTrust: vi.fn(),
    onLost: vi.fn(),
  };
  const close = openPush({ timers, eventSource: eventSource ?? streams.open }, 'a.b+c', handlers);
  const send = (type: string, data?: unknown) => streams.last()?.send(type, data);
  return { timers, streams, handlers, close, send };
}

describe('a stream', () => {
  it('is opened with its ticket', () => {
    expect(open().streams.last()?.url).toBe('/api/feed/stream?ticket=a.b%2Bc');
  });

  it('brings entries and beats', () => {
    const { send, handlers } = open();
    send('beat', BEAT);
    const raw = { action: 'drop', region: '370306', seq: 3, id: 'a', revision: 1 };
    send('entry', raw);
    expect(handlers.onBeat).toHaveBeenCalledWith(BEAT);
    expect(handlers.onStep).toHaveBeenCalledWith({ region: '370306', seq: 3, raw });
  });

  it('brings orders, and word that the home has changed', () => {
    const { send, handlers } = open();
    send('command', { id: 'a', order: { kind: 'identify' } });
    send('refresh');
    expect(handlers.onCommand).toHaveBeenCalledWith({ id: 'a', order: { kind: 'identify' } });
    expect(handlers.onRefresh).toHaveBeenCalledOnce();
  });

  it('is not upset by what it cannot read', () => {
    const { send, handlers } = open();
    send('entry', 'not json');
    send('beat', '{"everyMs":"often"}');
    expect(handlers.onStep).not.toHaveBeenCalled();
    expect(handlers.onBeat).not.toHaveBeenCalled();
  });

  it('is lost when it breaks: closed, and told once', () => {
    const { send, handlers, streams, timers } = open();
    send('error');
    send('error');
    timers.pass(120_000);
    expect(handlers.onLost).toHaveBeenCalledOnce();
    expect(streams.last()?.closed).toBe(true);
  });

  it('is lost when no first beat comes', () => {
    const { handlers, timers } = open();
    timers.pass(19_999);
    expect(handlers.onLost).not.toHaveBeenCalled();
    timers.pass(1);
    expect(handlers.onLost).toHaveBeenCalledOnce();
  });

  it('is lost when beats stay away, though nobody said that it broke', () => {
    const { send, handlers, timers } = open();
    send('beat', BEAT);
    timers.pass(24_999);
    expect(handlers.onLost).not.toHaveBeenCalled();
    timers.pass(1);
    expect(handlers.onLost).toHaveBeenCalledOnce();
  });

  it('lives while beats come', () => {
    const { send, handlers, timers } = open();
    for (let beat = 0; beat < 20; beat += 1) {
      send('beat', BEAT);
      timers.pass(10_000);
    }
    expect(handlers.onLost).not.toHaveBeenCalled();
  });

  it('says nothing any more once it is closed', () => {
    const { send, handlers, timers, close, streams } = open();
    close();
    send('beat', BEAT);
    send('error');
    timers.pass(120_000);
    expect([handlers.onBeat.mock.calls.length, handlers.onLost.mock.calls.length, timers.pending()]).toEqual([0, 0, 0]);
    expect(streams.last()?.closed).toBe(true);
  });

  it('is lost at once, but not in the same breath, on an engine that has no streams', () => {
    const { handlers, timers } = open(() => {
      throw new ReferenceError('EventSource is not defined');
    });
    expect(handlers.onLost).not.toHaveBeenCalled();
    timers.pass(0);
    expect(handlers.onLost).toHaveBeenCalledOnce();
  });
});
