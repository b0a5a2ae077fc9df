import { describe, expect, it } from 'vitest';
import type { Statement } from '../../../src/contract/bills.ts';
import { FAILURES_TO_OPEN, FIRST_PAUSE_MS, LONGEST_PAUSE_MS } from '../../../src/server/providers/breaker.ts';
import { guarded } from '../../../src/server/providers/guarded.ts';
import { type Fault, ProviderError } from '../../../src/server/providers/port.ts';
import { instantOf } from '../../../src/server/runtime.ts';
import { NOW } from './world.ts';

const GOOD: Statement = { asOf: instantOf(NOW), balance: null, bills: [] };
const unreachable = (fault: Fault = 'time') => new ProviderError('unreachable', fault);

/** A provider that does what it is told, counts who asks, and a clock. */
function open(atOnce = 2) {
  let now = NOW;
  let asked = 0;
  const said: { answer: () => Promise<Statement> } = { answer: async () => GOOD };
  const provider = guarded(
    {
      utility: 'water',
      name: { name: '周村自来水公司', phone: null },
      kind: 'json',
      bills: () => {
        asked += 1;
        return said.answer();
      },
      outages: null,
      testAccount: null,
      atOnce,
    },
    { clock: () => now, log: { warn: () => {} } },
  );
  const ask = () => provider.bills?.('1') ?? Promise.reject(new Error('no bills'));
  const fail = async (times: number, error: Error = unreachable()) => {
    said.answer = () => Promise.reject(error);
    for (let time = 0; time < times; time += 1) await expect(ask()).rejects.toBeInstanceOf(ProviderError);
  };
  return {
    provider,
    said,
    ask,
    fail,
    asked: () => asked,
    state: () => provider.states()[0],
    pass: (ms: number) => {
      now += ms;
    },
  };
}

/** An answer that comes when it is let go. */
function hold() {
  let resolve: (statement: Statement) => void = () => {};
  const promise = new Promise<Statement>((done) => {
    resolve = done;
  });
  return { promise, resolve: (statement: Statement) => resolve(statement) };
}

describe('a provider that fails again and again', () => {
  it('is left in peace, and asked again after a while by one alone', async () => {
    const world = open();
    await world.fail(FAILURES_TO_OPEN);
    expect(world.state()).toMatchObject({ failures: FAILURES_TO_OPEN, pausedUntil: instantOf(NOW + FIRST_PAUSE_MS) });
    await expect(world.ask()).rejects.toMatchObject({ trouble: 'unreachable', fault: 'paused' });
    expect(world.asked()).toBe(FAILURES_TO_OPEN);

    world.pass(FIRST_PAUSE_MS);
    const held = hold();
    world.said.answer = () => held.promise;
    const first = world.ask();
    await expect(world.ask()).rejects.toMatchObject({ fault: 'paused' });
    held.resolve(GOOD);
    expect(await first).toBe(GOOD);
    expect(await world.ask()).toBe(GOOD);
    expect(world.state()).toMatchObject({ failures: 0, pausedUntil: null, trouble: 'unreachable' });
  });

  it('is left in peace for longer each time, up to a limit', async () => {
    const world = open();
    await world.fail(FAILURES_TO_OPEN);
    const pauses: number[] = [];
    for (let time = 0; time < 8; time += 1) {
      const until = Date.parse(String(world.state()?.pausedUntil));
      let waited = 0;
      while (world.state()?.pausedUntil !== null) {
        world.pass(1_000);
        waited += 1_000;
      }
      expect(Number.isNaN(until)).toBe(false);
      pauses.push(waited);
      await world.fail(1);
    }
    expect(pauses.slice(0, 3)).toEqual([FIRST_PAUSE_MS, FIRST_PAUSE_MS * 2, FIRST_PAUSE_MS * 4]);
    expect(pauses.at(-1)).toBe(LONGEST_PAUSE_MS);
  });

  it('is asked at once when the operator says so', async () => {
    const world = open();
    await world.fail(FAILURES_TO_OPEN);
    world.provider.reset();
    world.said.answer = async () => GOOD;
    expect(await world.ask()).toBe(GOOD);
  });

  it('is not left in peace for what it answers, be it unreadable or that it knows no such account', async () => {
    const world = open();
    await world.fail(FAILURES_TO_OPEN - 1);
    await world.fail(1, new ProviderError('unreadable', 'amount', 1));
    await world.fail(FAILURES_TO_OPEN - 1);
    expect(world.state()?.pausedUntil).toBeNull();
    await world.fail(1, new ProviderError('no-account', 'account'));
    expect(world.state()).toMatchObject({ failures: 0, pausedUntil: null });
  });

  it('shows a fault of ours as an answer that cannot be read, and no word of it', async () => {
    const world = open();
    await world.fail(1, new TypeError('account 2010335678'));
    expect(world.state()).toMatchObject({ trouble: 'unreadable', detail: '处理回答时出错，详情见服务器日志' });
  });
});

describe('a provider that many ask at once', () => {
  it('is asked by so many, the same number waits, and all others are told that it is busy', async () => {
    const world = open(2);
    const held = hold();
    world.said.answer = () => held.promise;
    const answers = Array.from({ length: 6 }, () => world.ask().catch((error: ProviderError) => error.trouble));
    await expect(Promise.race(answers)).resolves.toBe('busy');
    expect(world.asked()).toBe(2);
    held.resolve(GOOD);
    expect(await Promise.all(answers)).toEqual([GOOD, GOOD, GOOD, GOOD, 'busy', 'busy']);
    expect(world.asked()).toBe(4);
    expect(await world.ask()).toBe(GOOD);
    expect(world.state()).toMatchObject({ failures: 0, failedAt: null });
  });
});
