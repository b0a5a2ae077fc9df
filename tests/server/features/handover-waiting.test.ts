// Whoever waits for a draft: woken by what happens to it, by a gap in what is heard, or by their time.
import { expect, it } from 'vitest';
import type { RequestId } from '../../../src/contract/ids.ts';
import { createWaiting } from '../../../src/server/features/handovers/waiting.ts';

const [ONE, OTHER] = ['one', 'other'] as RequestId[] as [RequestId, RequestId];
const told = (handover: RequestId) => ({ kind: 'told', word: { to: { handover }, what: 'changed' } }) as const;

function waitingRoom() {
  const due: (() => void)[] = [];
  const after = (_ms: number, run: () => void) => {
    due.push(run);
    return () => due.splice(due.indexOf(run), 1);
  };
  return { ...createWaiting({ after, every: after }), due };
}

it('is woken by a change of its own draft alone', async () => {
  const { watch, hear } = waitingRoom();
  const [mine, theirs] = [watch(ONE, 1000), watch(OTHER, 1000)];
  hear(told(ONE));
  expect(await mine.changed()).toBe(true);
  const isStill = await Promise.race([theirs.changed(), Promise.resolve('still waiting')]);
  expect(isStill).toBe('still waiting');
});

it('misses nothing that happens between two looks', async () => {
  const { watch, hear } = waitingRoom();
  const mine = watch(ONE, 1000);
  hear(told(ONE));
  expect(await mine.changed()).toBe(true);
  hear(told(ONE));
  expect(await mine.changed()).toBe(true);
});

it('looks again when something may have been missed', async () => {
  const { watch, hear } = waitingRoom();
  const mine = watch(ONE, 1000);
  const changed = mine.changed();
  hear({ kind: 'gap' });
  expect(await changed).toBe(true);
});

it('ends with its time, and leaves nothing behind', async () => {
  const { watch, due } = waitingRoom();
  const mine = watch(ONE, 1000);
  const changed = mine.changed();
  due[0]?.();
  expect(await changed).toBe(false);
  mine.stop();
  expect(due).toEqual([]);
});
