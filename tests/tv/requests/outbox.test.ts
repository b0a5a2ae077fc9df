// The outbox: on the shelf before it is sent, received once, told honestly; and nothing that is not open lies in the box.
import { describe, expect, it } from 'vitest';
import { type SentRequest, sendRequest } from '../../../src/contract/box-requests.ts';
import { RequestInput } from '../../../src/contract/requests.ts';
import type { SentReport } from '../../../src/tv/navigation/requests.ts';
import { newId } from '../../../src/tv/requests/id.ts';
import { createOutbox, outboxOn, type Sending } from '../../../src/tv/requests/outbox.ts';
import { fakeHttp, fakeShelf, fakeTimers, settled } from '../fakes.ts';

const UUID_7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const INPUT = RequestInput.parse(sendRequest.example.body);
const LAMP: Sending = { category: '路灯', privacy: 'open', input: INPUT };
const QUARREL: Sending = { category: '邻里调解', privacy: 'discreet', input: INPUT };
const DISH: Sending = { category: '小耳朵举报', privacy: 'anonymous', input: INPUT };
const REPLY = sendRequest.example.reply;
let made = 0;
const newOne = () => {
  made += 1;
  return `019ab000-0000-7000-8000-${String(made).padStart(12, '0')}`;
};

function start({ shelf = fakeShelf(), status = 200 } = {}) {
  const received: string[] = [];
  const line = { status };
  const net = fakeHttp({});
  const timers = fakeTimers();
  const reports: SentReport[] = [];
  const waiting: number[] = [];
  const outbox = createOutbox({
    ask: async (request) => {
      await net.http({ timeoutMs: 1, ...request });
      if (line.status === 200) received.push(request.path);
      return { status: line.status, body: line.status === 200 ? JSON.stringify(REPLY) : '{}', etag: null };
    },
    ...{ timers, random: () => 0.5, kept: outboxOn(shelf), newId: newOne },
    emit(report, count) {
      if (report) reports.push(report);
      waiting.push(count);
    },
  });
  const kinds = () => reports.map(({ outcome }) => outcome.kind);
  return { shelf, line, net, timers, outbox, reports, waiting, received, kinds };
}

describe('the outbox', () => {
  it('sends at once, and keeps nothing that was received', async () => {
    const { outbox, kinds, shelf, received, reports } = start();
    outbox.send(null, LAMP);
    expect(shelf.read('linli.outbox')).toContain('street-lamp');
    await settled();
    expect([kinds(), received.length]).toEqual([['sending', 'sent'], 1]);
    expect(reports[1]?.outcome).toMatchObject({ sent: { number: (REPLY as SentRequest).number } });
    expect(shelf.read('linli.outbox')).not.toContain('street-lamp');
  });

  it('keeps it while there is no network, and sends it once when there is one again, under the same id', async () => {
    const { outbox, kinds, line, received, net, timers } = start({ status: 0 });
    outbox.send(null, LAMP);
    await settled();
    expect(kinds()).toEqual(['sending', 'kept']);
    line.status = 200;
    outbox.hurry();
    outbox.hurry();
    await settled();
    timers.pass(3_600_000);
    await settled();
    expect(kinds()).toEqual(['sending', 'kept', 'sent']);
    expect(received).toHaveLength(1);
    expect(new Set(net.requests.map(({ path }) => path)).size).toBe(1);
  });

  it('tries again by itself', async () => {
    const { outbox, line, received, timers } = start({ status: 503 });
    outbox.send(null, LAMP);
    await settled();
    line.status = 200;
    timers.pass(60_000);
    await settled();
    expect(received).toHaveLength(1);
  });

  it('outlives a power cut, and says at the start what waits', async () => {
    const before = start({ status: 0 });
    before.outbox.send(null, LAMP);
    await settled();
    before.outbox.stop();
    const after = start({ shelf: before.shelf });
    expect(after.waiting[0]).toBe(1);
    await settled();
    expect(after.received).toEqual([before.net.requests[0]?.path]);
  });

  it('lets one that fails stand aside for the others', async () => {
    const { outbox, line, received } = start({ status: 0 });
    outbox.send(null, LAMP);
    outbox.send(null, { ...LAMP, category: '电梯' });
    await settled();
    line.status = 200;
    outbox.hurry();
    await settled();
    expect(new Set(received).size).toBe(2);
  });

  it.each([DISH, QUARREL])('puts nothing $privacy on the shelf, and says that it went nowhere', async (sending) => {
    const { outbox, kinds, shelf, line, reports } = start({ status: 0 });
    outbox.send(null, sending);
    await settled();
    expect([kinds(), shelf.kept.size]).toEqual([['sending', 'unkept'], 0]);
    line.status = 200;
    outbox.again(reports[0]?.key ?? '');
    await settled();
    expect(kinds()).toEqual(['sending', 'unkept', 'sent']);
  });

  it('forgets what was dropped', async () => {
    const { outbox, reports, line, received } = start({ status: 0 });
    outbox.send(null, DISH);
    await settled();
    line.status = 200;
    outbox.drop(reports[0]?.key ?? '');
    outbox.again(reports[0]?.key ?? '');
    await settled();
    expect(received).toEqual([]);
  });

  it('says so where the shelf is full', async () => {
    const { outbox, kinds } = start({ shelf: fakeShelf(0), status: 0 });
    outbox.send(null, LAMP);
    await settled();
    expect(kinds()).toEqual(['sending', 'unkept']);
  });

  it('sends nothing again that the server will never take', async () => {
    const { outbox, kinds, net, timers, shelf } = start({ status: 422 });
    outbox.send(null, LAMP);
    await settled();
    timers.pass(3_600_000);
    await settled();
    expect([kinds(), net.requests.length]).toEqual([['sending', 'refused'], 1]);
    expect(shelf.read('linli.outbox')).not.toContain('street-lamp');
  });
});

it('sends what a phone has too under the id it has there', async () => {
  const { outbox, received } = start();
  outbox.send('019ab000-0000-7000-8000-00000000b501', LAMP);
  await settled();
  expect(received[0]).toContain('019ab000-0000-7000-8000-00000000b501');
});

describe('an id', () => {
  it('is a UUID of version 7 that begins with its time', () => {
    const now = Date.parse('2026-11-26T02:00:00.000Z');
    expect(newId(Math.random, now)).toMatch(UUID_7);
    expect(
      newId(() => 0, now)
        .slice(0, 13)
        .replace('-', ''),
    ).toBe(now.toString(16).padStart(12, '0'));
    expect(newId(() => 0.999, 0)).toMatch(UUID_7);
    expect(newId(Math.random, now)).not.toBe(newId(Math.random, now));
  });
});
