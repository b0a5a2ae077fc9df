import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createOutagePoller, EVERY_MS } from '../../../../src/server/features/outages/poller.ts';
import type { GuardedProvider } from '../../../../src/server/providers/guarded.ts';
import { ProviderError } from '../../../../src/server/providers/port.ts';
import type { Store } from '../../../../src/server/store/store.ts';
import type { Timers } from '../../../../src/server/timers.ts';
import { storeEngines } from '../../../support/engines.ts';
import { NOW } from '../../providers/world.ts';

const provider = (utility: GuardedProvider['utility'], offers = true): GuardedProvider => ({
  utility,
  name: { name: '某公司', phone: null },
  kind: 'json',
  bills: null,
  outages: offers ? async () => [] : null,
  testAccount: null,
  atOnce: 1,
  states: () => [],
  reset: () => {},
});

describe.each(await storeEngines())('asking providers for their outages, on $kind', ({ open }) => {
  let store: Store;
  let now = NOW;
  beforeAll(async () => {
    store = await open();
  });
  afterAll(() => store.close());
  beforeEach(async () => {
    await store.db.deleteFrom('outage_poll').execute();
  });

  /** A process of its own on the same store. */
  function openPoller(...providers: GuardedProvider[]) {
    const asked: string[] = [];
    const errors: string[] = [];
    let fail: Error | undefined;
    let tick = () => {};
    const timers: Timers = {
      after: () => () => {},
      every: (_ms, run) => {
        tick = run;
        return () => {};
      },
    };
    const poller = createOutagePoller({
      store,
      runtime: { clock: () => now, uuids: () => '', random: Buffer.alloc },
      outages: {
        take: async ({ utility }) => {
          asked.push(utility);
          if (fail) throw fail;
        },
      },
      providers,
      timers,
      log: { error: (_given, text) => errors.push(text) },
    });
    return {
      ...poller,
      asked,
      errors,
      tick: () => tick(),
      failWith: (error: Error) => {
        fail = error;
      },
    };
  }

  it('is done at the start and every five minutes, of those that tell any', async () => {
    const poller = openPoller(provider('water'), provider('power'), provider('gas', false));
    poller.start();
    await poller.stop();
    expect(poller.asked).toEqual(['water', 'power']);
    now += EVERY_MS - 1;
    await poller.poll();
    expect(poller.asked).toHaveLength(2);
    now += 1;
    await poller.poll();
    expect(poller.asked).toEqual(['water', 'power', 'water', 'power']);
  });

  it('is done by one process of several', async () => {
    const several = [openPoller(provider('water')), openPoller(provider('water')), openPoller(provider('water'))];
    await Promise.all(several.map((each) => each.poll()));
    expect(several.flatMap(({ asked }) => asked)).toEqual(['water']);
  });

  it('goes on with the others where one fails, and is on the log only where the fault is ours', async () => {
    const poller = openPoller(provider('water'), provider('power'));
    poller.failWith(new ProviderError('unreachable', 'time'));
    await poller.poll();
    expect(poller.asked).toEqual(['water', 'power']);
    expect(poller.errors).toEqual([]);
    now += EVERY_MS;
    poller.failWith(new TypeError('a fault'));
    await poller.poll();
    expect(poller.errors).toHaveLength(2);
  });
});
