// Receipts reach the server: in batches, over failures and restarts, and what it refuses is not sent for ever.
import { describe, expect, it } from 'vitest';
import { type Receipt, sendReceipts } from '../../../src/contract/feed.ts';
import { askWith } from '../../../src/tv/box/ask.ts';
import { cacheOn } from '../../../src/tv/feed/cache.ts';
import { startReceipts } from '../../../src/tv/feed/receipts.ts';
import { fakeHttp, fakeShelf, fakeTimers, settled } from '../fakes.ts';

const id = (number: number) => `019ab000-0000-7000-8000-${`${number}`.padStart(12, '0')}`;
const receipt = (number: number, step: Receipt['step'] = 'received') =>
  ({ item: id(number), revision: 1, step, at: '2026-11-23T12:00:01.000Z' }) as Receipt;
const problem = (status: number, code: string, paths: readonly string[]) => ({
  status,
  json: { code, status, errors: paths.map((path) => ({ path, message: '' })) },
});

function start(shelf = fakeShelf()) {
  const timers = fakeTimers();
  const net = fakeHttp({ 'POST /api/receipts': { status: 204 } });
  const receipts = startReceipts({
    ask: askWith(net.http, () => 'box-token'),
    timers,
    random: () => 0.5,
    kept: cacheOn(shelf).receipts,
  });
  const pass = async (ms: number) => {
    timers.pass(ms);
    await settled();
  };
  const batches = () => net.requests.map(({ body }) => sendReceipts.body.parse(JSON.parse(body ?? '')).receipts);
  const answer = (reply: object) => {
    net.routes['POST /api/receipts'] = reply;
  };
  return { timers, net, receipts, pass, batches, answer, shelf };
}

describe('receipts', () => {
  it('go together a moment after the first', async () => {
    const { receipts, pass, batches } = start();
    receipts.add([receipt(1)]);
    receipts.add([receipt(1, 'rendered')]);
    await pass(1_000);
    expect(batches()).toEqual([]);
    await pass(1_000);
    expect(batches()).toEqual([[receipt(1), receipt(1, 'rendered')]]);
    await pass(600_000);
    expect(batches()).toHaveLength(1);
  });

  it('are not doubled while they wait', async () => {
    const { receipts, pass, batches } = start();
    receipts.add([receipt(1)]);
    receipts.add([{ ...receipt(1), at: '2026-11-23T12:00:02.000Z' as Receipt['at'] }]);
    await pass(3_000);
    expect(batches()).toEqual([[receipt(1)]]);
  });

  it('go by at most a hundred', async () => {
    const { receipts, pass, batches } = start();
    for (let number = 0; number < 250; number += 1) receipts.add([receipt(number)]);
    for (let turn = 0; turn < 5; turn += 1) await pass(3_000);
    expect(batches().map((batch) => batch.length)).toEqual([100, 100, 50]);
  });

  it('are sent again until somebody hears them, with growing pauses', async () => {
    const { receipts, pass, batches, answer } = start();
    answer({ status: 0 });
    receipts.add([receipt(1)]);
    await pass(3_000);
    expect(batches()).toHaveLength(1);
    await pass(2_499);
    expect(batches()).toHaveLength(1);
    await pass(1);
    expect(batches()).toHaveLength(2);
    await pass(4_999);
    expect(batches()).toHaveLength(2);
    answer({ status: 204 });
    await pass(1);
    expect(batches()).toHaveLength(3);
    await pass(600_000);
    expect(batches()).toHaveLength(3);
  });

  it('do not wait out a long pause when the line is up again', async () => {
    const { receipts, pass, batches, answer } = start();
    answer({ status: 503 });
    receipts.add([receipt(1)]);
    for (let turn = 0; turn < 8; turn += 1) await pass(200_000);
    const before = batches().length;
    answer({ status: 204 });
    receipts.hurry();
    await pass(3_000);
    expect(batches()).toHaveLength(before + 1);
  });

  it('wait out a restart', async () => {
    const { receipts, shelf } = start();
    receipts.add([receipt(1)]);
    receipts.stop();
    const next = start(shelf);
    await next.pass(3_000);
    expect(next.batches()).toEqual([[receipt(1)]]);
  });

  it('that were not for this box are dropped, the rest is sent', async () => {
    const { receipts, pass, batches, answer } = start();
    answer(problem(403, 'receipt-not-addressed', ['receipts.0', 'receipts.2']));
    for (const number of [0, 1, 2, 3]) receipts.add([receipt(number)]);
    await pass(3_000);
    answer({ status: 204 });
    await pass(3_000);
    expect(batches()[1]).toEqual([receipt(1), receipt(3)]);
    await pass(600_000);
    expect(batches()).toHaveLength(2);
  });

  it('that the server finds malformed do not block the others', async () => {
    const { receipts, pass, batches, answer } = start();
    answer(problem(400, 'bad-input', ['body.receipts.1.at']));
    for (const number of [0, 1]) receipts.add([receipt(number)]);
    await pass(3_000);
    answer({ status: 204 });
    await pass(3_000);
    expect(batches()[1]).toEqual([receipt(0)]);
  });

  it('that are refused without a reason are not sent for ever', async () => {
    const { receipts, pass, batches, answer } = start();
    answer(problem(403, 'receipt-not-addressed', []));
    receipts.add([receipt(1)]);
    await pass(600_000);
    expect(batches()).toHaveLength(1);
  });

  it('wait when it is the box that is refused', async () => {
    const { receipts, pass, batches, answer } = start();
    answer({ status: 401, json: { code: 'not-signed-in' } });
    receipts.add([receipt(1)]);
    await pass(3_000);
    answer({ status: 204 });
    await pass(60_000);
    expect(batches()).toHaveLength(2);
  });

  it('do not pile up without end, and the newest stay', async () => {
    const { receipts, shelf } = start();
    receipts.add(Array.from({ length: 1_000 }, (_, number) => receipt(number)));
    const kept = cacheOn(shelf).receipts.read() ?? [];
    expect([kept.length, kept[kept.length - 1]]).toEqual([400, receipt(999)]);
  });
});
