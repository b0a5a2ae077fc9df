// Presence: who came and went is told in batches, once, and nothing is lost when the store fails.
import { describe, expect, it } from 'vitest';
import type { BoxId } from '../../../src/contract/ids.ts';
import { createPresence } from '../../../src/server/push/presence.ts';
import { boxId } from './support/hub.ts';
import { manualTimers } from './support/manual-timers.ts';

const DAY = 86_400_000;

function presence() {
  const manual = manualTimers();
  let now = Date.parse('2026-11-23T12:00:00.000Z');
  let broken = false;
  const told: string[] = [];
  const errors: unknown[] = [];
  const tell = async (text: string) => {
    if (broken) throw new Error('the store is away');
    told.push(text);
  };
  const short = (boxes: readonly BoxId[]) => boxes.map((box) => Number(box.slice(-12))).join(',');
  const one = createPresence({
    store: {
      renew: async () => {},
      changed: (came, went) => tell(`+${short(came)} -${short(went)}`),
      seen: (boxes, day) => tell(`${day} ${short(boxes)}`),
      end: () => tell('end'),
    },
    clock: () => now,
    dayOf: (ms) => new Date(ms).toISOString().slice(0, 10),
    timers: manual.timers,
    onError: (error) => errors.push(error),
  });
  return {
    one,
    told,
    errors,
    /** What was told by the next flush. */
    async flushed() {
      told.length = 0;
      manual.fire(1_000);
      await new Promise(setImmediate);
      return [...told];
    },
    pass: (ms: number) => {
      now += ms;
    },
    breakStore: (is: boolean) => {
      broken = is;
    },
  };
}

describe('presence', () => {
  it('tells who came and who went together, and each day once who was seen', async () => {
    const { one, flushed } = presence();
    await one.start();
    one.came(boxId(1));
    one.came(boxId(2));
    one.went(boxId(2));
    expect(await flushed()).toEqual(['+1 -2', '2026-11-23 1,2']);
    one.spoke(boxId(1));
    expect(await flushed()).toEqual([]);
  });

  it('sees who stays on over midnight on the new day too', async () => {
    const { one, flushed, pass } = presence();
    await one.start();
    one.came(boxId(1));
    one.came(boxId(2));
    one.went(boxId(2));
    await flushed();
    pass(DAY);
    expect(await flushed()).toEqual(['2026-11-24 1']);
  });

  it('sees a box anew that comes back on the same day: it may stand in another home', async () => {
    const { one, flushed } = presence();
    await one.start();
    one.came(boxId(1));
    await flushed();
    one.went(boxId(1));
    one.came(boxId(1));
    expect(await flushed()).toEqual(['+1 -', '2026-11-23 1']);
  });

  it('loses nothing while the store is away', async () => {
    const { one, flushed, errors, breakStore } = presence();
    await one.start();
    one.came(boxId(1));
    breakStore(true);
    expect(await flushed()).toEqual([]);
    one.came(boxId(2));
    breakStore(false);
    expect(await flushed()).toEqual(['+1,2 -', '2026-11-23 1,2']);
    expect(errors).toHaveLength(1);
  });

  it('writes what is left when it stops, then that nothing is online here', async () => {
    const { one, told } = presence();
    await one.start();
    one.came(boxId(1));
    await one.stop();
    expect(told).toEqual(['+1 -', '2026-11-23 1', 'end']);
  });
});
