// The listening connection against a fake server: silence, refusals, and who is told of a gap.
import { EventEmitter } from 'node:events';
import { describe, expect, test } from 'vitest';
import { type Connection, createListener } from '../../../src/server/store/listener.ts';
import { soon } from '../../support/soon.ts';
import { recordingLog } from './databases.ts';

class FakeConnection extends EventEmitter implements Connection {
  readonly queries: string[] = [];
  silent = false;
  ended = false;

  async query(text: string): Promise<void> {
    this.queries.push(text);
    if (this.silent) await new Promise(() => {});
  }

  async end(): Promise<void> {
    this.ended = true;
  }

  notify(channel: string, payload: string): void {
    this.emit('notification', { channel, payload });
  }
}

/** Timers that fire when the test says so; `next` connections are handed out in order, an error refuses one. */
function setUp(next: (FakeConnection | Error)[]) {
  const waiting = new Map<() => void, number>();
  const checks: (() => void)[] = [];
  const timers = {
    after(ms: number, run: () => void) {
      waiting.set(run, ms);
      return () => void waiting.delete(run);
    },
    every(_ms: number, run: () => void) {
      checks.push(run);
      return () => {};
    },
  };
  const connect = async () => {
    const given = next.shift();
    if (given instanceof FakeConnection) return given;
    throw given ?? new Error('no more connections');
  };
  const heard: string[] = [];
  return {
    listener: createListener({ connect, timers, log: recordingLog() }),
    heard,
    subscriber: (name: string) => ({
      onPayload: (payload: string) => heard.push(`${name} ${payload}`),
      onGap: () => heard.push(`${name} gap`),
    }),
    check(): void {
      for (const run of checks) run();
    },
    /** Fires what waits, and tells for how long each was to wait. */
    elapse(): number[] {
      const due = [...waiting];
      waiting.clear();
      for (const [run] of due) run();
      return due.map(([, ms]) => ms);
    },
    waits: () => waiting.size,
  };
}

describe('the listening connection', () => {
  test('is opened with the first listener and shared by the others', async () => {
    const connection = new FakeConnection();
    const { listener, subscriber, heard } = setUp([connection]);
    await listener.listen('a', subscriber('one'));
    await listener.listen('b', subscriber('two'));
    connection.notify('a', '1');
    connection.notify('b', '2');
    connection.notify('c', '3');
    expect(heard).toEqual(['one 1', 'two 2']);
    expect(new Set(connection.queries)).toEqual(new Set(['listen "a"', 'listen "b"']));
    await listener.close();
    expect(connection.ended).toBe(true);
  });

  test('given up when it does not answer, it is opened anew for every channel, and each is told of the gap', async () => {
    const [frozen, fresh] = [new FakeConnection(), new FakeConnection()];
    const { listener, subscriber, heard, check, elapse } = setUp([frozen, fresh]);
    await listener.listen('a', subscriber('one'));
    await listener.listen('b', subscriber('two'));
    check();
    await soon(() => expect(frozen.queries).toContain('select 1'));
    expect(heard).toEqual([]);
    frozen.silent = true;
    check();
    elapse();
    await soon(() => expect(heard).toEqual(['one gap', 'two gap']));
    expect(frozen.ended).toBe(true);
    expect(fresh.queries).toEqual(['listen "a"', 'listen "b"']);
    frozen.notify('a', 'from the dead');
    fresh.notify('a', 'alive');
    expect(heard.slice(2)).toEqual(['one alive']);
    await listener.close();
  });

  test('that cannot be opened again is tried for ever, ever less often', async () => {
    const [first, last] = [new FakeConnection(), new FakeConnection()];
    const refusals = Array.from({ length: 9 }, () => new Error('refused'));
    const { listener, subscriber, heard, elapse, waits } = setUp([first, ...refusals, last]);
    await listener.listen('a', subscriber('one'));
    first.emit('end');
    const delays: number[] = [];
    for (const _ of refusals) {
      await soon(() => expect(waits()).toBe(1));
      delays.push(...elapse());
    }
    expect(delays).toEqual([100, 200, 400, 800, 1600, 3200, 6400, 10_000, 10_000]);
    await soon(() => expect(heard).toEqual(['one gap']));
    await listener.close();
  });

  test('a listener that comes while it is away hears as soon as it is back', async () => {
    const [first, second] = [new FakeConnection(), new FakeConnection()];
    const { listener, subscriber, heard, elapse, waits } = setUp([first, new Error('refused'), second]);
    await listener.listen('a', subscriber('one'));
    first.emit('error', new Error('reset'));
    await soon(() => expect(waits()).toBe(1));
    const late = listener.listen('b', subscriber('late'));
    elapse();
    await late;
    second.notify('b', 'x');
    expect(heard).toContain('late x');
    await listener.close();
  });

  test('closed while it is away, it stays closed and lets nobody wait', async () => {
    const first = new FakeConnection();
    const { listener, subscriber, elapse, waits } = setUp([first, new Error('refused')]);
    await listener.listen('a', subscriber('one'));
    first.emit('end');
    await soon(() => expect(waits()).toBe(1));
    const late = listener.listen('b', subscriber('late'));
    await listener.close();
    await expect(late).rejects.toMatchObject({ code: 'unavailable' });
    await expect(listener.listen('c', subscriber('later'))).rejects.toMatchObject({ code: 'unavailable' });
    expect(elapse()).toEqual([]);
  });
});
