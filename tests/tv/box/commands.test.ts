// Orders to a box: carried out once, acknowledged, over repeats and restarts.
import { describe, expect, it, vi } from 'vitest';
import { askWith } from '../../../src/tv/box/ask.ts';
import { takeCommands } from '../../../src/tv/box/commands.ts';
import { cacheOn } from '../../../src/tv/feed/cache.ts';
import { createLog } from '../../../src/tv/log.ts';
import type { HttpRequest } from '../../../src/tv/ports.ts';
import { fakeHttp, fakeShelf, fakeTimers, settled } from '../fakes.ts';

const ID = '019ab000-0000-7000-8000-0000000000c1';
const DONE = `POST /api/box/commands/${ID}/done`;
const order = (kind: string, more: object = {}, id = ID) => ({ id, order: { kind, ...more } });

function start(shelf = fakeShelf()) {
  const timers = fakeTimers();
  const net = fakeHttp({ [DONE]: { status: 204 } });
  const log = createLog(() => timers.wall());
  const calls: string[] = [];
  const note = (request: HttpRequest) => {
    calls.push('acknowledged');
    return net.http(request);
  };
  const resync = vi.fn(async () => true);
  const commands = takeCommands({
    ask: askWith(note, () => 'box-token'),
    timers,
    random: () => 0.5,
    log,
    done: cacheOn(shelf).commands,
    identify: () => calls.push('identified'),
    resync: () => {
      calls.push('resynced');
      return resync();
    },
    restart: () => calls.push('restarted'),
  });
  const take = async (command: unknown) => {
    commands.take(command);
    await settled();
  };
  const pass = async (seconds: number) => {
    for (let second = 0; second < seconds; second += 1) {
      timers.pass(1_000);
      await settled();
    }
  };
  return { net, log, calls, commands, take, pass, shelf, resync, timers };
}

describe('an order', () => {
  it.each([
    ['identify', ['identified', 'acknowledged']],
    ['resync', ['resynced', 'acknowledged']],
    ['restart', ['acknowledged', 'restarted']],
  ])('to %s is carried out and acknowledged', async (kind, wanted) => {
    const { take, calls, net } = start();
    await take(order(kind));
    expect([calls, net.asked(DONE).length]).toEqual([wanted, 1]);
    expect(net.requests[0]?.headers).toEqual({ Authorization: 'Bearer box-token' });
  });

  it('sets from which level on the log is kept', async () => {
    const { take, log, calls } = start();
    await take(order('log-level', { level: 'debug' }));
    expect([log.level(), calls]).toEqual(['debug', ['acknowledged']]);
  });

  it('that comes twice is carried out once, and acknowledged again: the server did not hear it', async () => {
    const { take, calls } = start();
    await take(order('identify'));
    await take(order('identify'));
    expect(calls).toEqual(['identified', 'acknowledged', 'acknowledged']);
  });

  it('to restart is not carried out again after the restart', async () => {
    const first = start();
    await first.take(order('restart'));
    const second = start(first.shelf);
    await second.take(order('restart'));
    expect(second.calls).toEqual(['acknowledged']);
  });

  it('to restart restarts although nobody hears that it does, if the box will remember it', async () => {
    const { take, calls, net, pass } = start();
    net.routes[DONE] = { status: 0 };
    await take(order('restart'));
    expect(calls).toEqual(['acknowledged']);
    await pass(60);
    expect(calls).toEqual(['acknowledged', 'acknowledged', 'acknowledged', 'acknowledged', 'restarted']);
  });

  it('to restart does not start a ring of restarts: neither heard nor remembered, it is left', async () => {
    const { take, calls, net, pass } = start(fakeShelf(0));
    net.routes[DONE] = { status: 0 };
    await take(order('restart'));
    await pass(60);
    expect(calls).not.toContain('restarted');
  });

  it('to pull everything is not acknowledged when nothing was pulled', async () => {
    const { take, calls, resync, log } = start();
    resync.mockResolvedValue(false);
    await take(order('resync'));
    expect(calls).toEqual(['resynced']);
    expect(log.waiting()).toHaveLength(1);
  });

  it.each([null, 'identify', {}, order('dance'), order('log-level', { level: 'loud' }), order('identify', {}, '')])(
    'like %j is left, with a word in the log',
    async (command) => {
      const { take, calls, log } = start();
      await take(command);
      expect([calls, log.waiting().length]).toEqual([[], 1]);
    },
  );

  it('leaves no timer behind when the box stops', async () => {
    const { take, net, commands, timers, calls, pass } = start();
    net.routes[DONE] = { status: 0 };
    await take(order('restart'));
    commands.stop();
    await pass(60);
    expect([timers.pending(), calls]).toEqual([0, ['acknowledged']]);
  });
});
