// Refused tries on record: the first of each kind in an hour, each hour anew, and none lost because the store failed once.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRefusals, type Refusal } from '../../../src/server/features/audit/refusals.ts';
import type { Store } from '../../../src/server/store/store.ts';
import { storeEngines } from '../../support/engines.ts';

const HOUR_MS = 3_600_000;
const BOUND = 10_000;
const START = Date.parse('2026-11-23T04:00:00.000Z');
const denied = (subject: string, reason = 'scope'): Refusal => ({
  ...{ actor: null, action: 'request.denied', subject, region: null, detail: { reason } },
});

describe.each(await storeEngines())('refused tries, on $kind', ({ open }) => {
  let store: Store;
  let now = START;
  const runtime = { clock: () => now };
  /** Subject, and hours since the start. */
  const noted = async (prefix: string) => {
    const rows = await store.db
      .selectFrom('audit')
      .select(['subject', 'at'])
      .where('subject', 'like', `${prefix}%`)
      .orderBy('id')
      .execute();
    return rows.map(({ subject, at }) => [subject, (Date.parse(at) - START) / HOUR_MS]);
  };

  beforeAll(async () => {
    store = await open();
  });
  afterAll(() => store?.close());

  it('are noted once an hour of each kind, and again when the hour is over', async () => {
    const refusals = createRefusals({ store, runtime });
    for (const passed of [0, 1, HOUR_MS - 1, HOUR_MS, HOUR_MS + 1, 2 * HOUR_MS]) {
      now = START + passed;
      await refusals.note(denied('hour'));
    }
    expect(await noted('hour')).toEqual([
      ['hour', 0],
      ['hour', 1],
      ['hour', 2],
    ]);
  });

  it('of another subject or for another reason are another kind', async () => {
    const refusals = createRefusals({ store, runtime });
    for (const each of [denied('kind-a'), denied('kind-b'), denied('kind-a', 'size'), denied('kind-a')])
      await refusals.note(each);
    expect((await noted('kind')).map(([subject]) => subject)).toEqual(['kind-a', 'kind-b', 'kind-a']);
  });

  it('are noted at the next try when the store failed at the first', async () => {
    let isFull = true;
    const flaky: Store = {
      ...store,
      transaction: (work) => (isFull ? Promise.reject(new Error('full')) : store.transaction(work)),
    };
    const refusals = createRefusals({ store: flaky, runtime });
    await expect(refusals.note(denied('full'))).rejects.toThrow('full');
    isFull = false;
    await refusals.note(denied('full'));
    expect(await noted('full')).toHaveLength(1);
  });
});

it('at most ten thousand kinds are remembered, so that tries with ever new names fill no memory', async () => {
  const noted: number[] = [];
  const counting = { transaction: async () => noted.push(1) } as unknown as Store;
  const refusals = createRefusals({ store: counting, runtime: { clock: () => START } });
  for (let n = 0; n <= BOUND; n += 1) await refusals.note(denied(`${n}`));
  await refusals.note(denied(`${BOUND}`));
  expect(noted).toHaveLength(BOUND + 1);
  await refusals.note(denied('0'));
  expect(noted).toHaveLength(BOUND + 2);
});
