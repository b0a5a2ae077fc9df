// What every bus does, whichever adapter is below: run on each by bus.test.ts.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { BoxId, CommandId, RequestId } from '../../../src/contract/ids.ts';
import type { RegionCode } from '../../../src/contract/regions.ts';
import type { Bus, BusEvent } from '../../../src/server/bus/port.ts';
import { notify, type Store } from '../../../src/server/store/store.ts';
import { soon } from '../../support/soon.ts';

/** One process: its own store handle and its own bus. Two of them on one database where the adapter allows that. */
export interface Process {
  readonly store: Store;
  readonly bus: Bus;
}

const region = (code: string) => code as RegionCode;
const HERE = region('370306001001');
const THERE = region('370306001');

export function busContract(
  startProcesses: () => Promise<{ one: Process; other: Process; stop: () => Promise<void> }>,
): void {
  let one: Process;
  let other: Process;
  let stop: () => Promise<void>;
  beforeAll(async () => {
    ({ one, other, stop } = await startProcesses());
  });
  afterAll(() => stop());

  async function subscribed(bus: Bus) {
    const events: BusEvent[] = [];
    return { events, end: await bus.subscribe((event) => events.push(event)) };
  }
  const announced = (at: RegionCode, seq: number) => ({ kind: 'announced', region: at, seq });
  const announce = (from: Process, at: RegionCode, seq: number) =>
    from.store.transaction((trx) => from.bus.announce(trx, [{ region: at, seq }]));

  test('an announcement reaches every process, the one that made it included', async () => {
    const [mine, theirs] = [await subscribed(one.bus), await subscribed(other.bus)];
    await announce(one, HERE, 7);
    await soon(() => {
      expect(mine.events).toEqual([announced(HERE, 7)]);
      expect(theirs.events).toEqual([announced(HERE, 7)]);
    });
    await mine.end();
    await theirs.end();
  });

  test('announcements of one transaction arrive together with its commit, in order', async () => {
    const theirs = await subscribed(other.bus);
    await one.store.transaction(async (trx) => {
      await one.bus.announce(trx, [{ region: HERE, seq: 8 }]);
      await one.bus.announce(trx, [{ region: THERE, seq: 1 }]);
      await one.bus.announce(trx, [{ region: HERE, seq: 9 }]);
      expect(theirs.events).toEqual([]);
    });
    await soon(() => expect(theirs.events).toEqual([announced(HERE, 8), announced(THERE, 1), announced(HERE, 9)]));
    await theirs.end();
  });

  test('a word to a box or a region reaches every process as it was said, in order with announcements', async () => {
    const theirs = await subscribed(other.bus);
    const box = '019ab000-0000-7000-8000-0000000000b1' as BoxId;
    const handover = '019ab000-0000-7000-8000-0000000000a1' as RequestId;
    const command = { id: '019ab000-0000-7000-8000-0000000000c1' as CommandId, order: { kind: 'identify' } } as const;
    await one.store.transaction(async (trx) => {
      await one.bus.tell(trx, { to: { box }, what: command });
      await one.bus.announce(trx, [{ region: HERE, seq: 10 }]);
      await one.bus.tell(trx, { to: { box }, what: 'disconnect' });
      await one.bus.tell(trx, { to: { region: THERE }, what: 'refresh' });
      await one.bus.tell(trx, { to: { handover }, what: 'changed' });
    });
    await soon(() =>
      expect(theirs.events).toEqual([
        { kind: 'told', word: { to: { box }, what: command } },
        announced(HERE, 10),
        { kind: 'told', word: { to: { box }, what: 'disconnect' } },
        { kind: 'told', word: { to: { region: THERE }, what: 'refresh' } },
        { kind: 'told', word: { to: { handover }, what: 'changed' } },
      ]),
    );
    await theirs.end();
  });

  test('nothing is announced that was rolled back', async () => {
    const theirs = await subscribed(other.bus);
    const failed = one.store.transaction(async (trx) => {
      await one.bus.announce(trx, [{ region: HERE, seq: 10 }]);
      throw new Error('no');
    });
    await expect(failed).rejects.toThrow('no');
    await announce(one, HERE, 11);
    await soon(() => expect(theirs.events).toEqual([announced(HERE, 11)]));
    await theirs.end();
  });

  test('a handler hears nothing after it unsubscribed, the others do', async () => {
    const [gone, stays] = [await subscribed(other.bus), await subscribed(other.bus)];
    await gone.end();
    await gone.end();
    await announce(one, HERE, 12);
    await soon(() => expect(stays.events).toEqual([announced(HERE, 12)]));
    expect(gone.events).toEqual([]);
    await stays.end();
  });

  test('a handler that throws does not keep the others from hearing', async () => {
    const end = await other.bus.subscribe(() => {
      throw new Error('a bug of a handler');
    });
    const stays = await subscribed(other.bus);
    await announce(one, HERE, 13);
    await soon(() => expect(stays.events).toEqual([announced(HERE, 13)]));
    await end();
    await stays.end();
  });

  test('what someone else writes into the channel is not mistaken for an announcement', async () => {
    const theirs = await subscribed(other.bus);
    await one.store.transaction(async (trx) => {
      for (const payload of ['', 'hello', '370306', '370306 -1', '370306 1.5', '370306 1 1', 'x 1']) {
        await notify(trx, 'linli', [payload]);
      }
      await one.bus.announce(trx, [{ region: HERE, seq: 14 }]);
    });
    await soon(() => expect(theirs.events).toEqual([announced(HERE, 14)]));
    await theirs.end();
  });

  test('a closed bus is silent, and its store still works', async () => {
    const theirs = await subscribed(other.bus);
    await other.bus.close();
    const witness = await subscribed(one.bus);
    await announce(one, HERE, 15);
    await soon(() => expect(witness.events).toHaveLength(1));
    expect(theirs.events).toEqual([]);
    await expect(other.store.ping()).resolves.toBeUndefined();
    await witness.end();
  });
}
