// Following a phone: each change is told once, a lost line is said and mended, and nothing is asked once nobody looks.
import { describe, expect, it } from 'vitest';
import { followHandover, openHandover } from '../../../src/contract/box-requests.ts';
import { RequestInput } from '../../../src/contract/requests.ts';
import type { Handover } from '../../../src/tv/navigation/requests.ts';
import { followHandovers } from '../../../src/tv/requests/follow.ts';
import { fakeHttp, fakeTimers, settled } from '../fakes.ts';

const ID = '019ab000-0000-7000-8000-00000000b501';
const OPEN = `PUT /api/box/handovers/${ID}`;
const FOLLOW = `GET /api/box/handovers/${ID}`;
const INPUT = RequestInput.parse(openHandover.example.body);
const DRAFT = followHandover.reply.parse(followHandover.example.reply);

function start(opened: { status?: number; json?: unknown } = { json: openHandover.example.reply }) {
  const timers = fakeTimers();
  const net = fakeHttp({ [OPEN]: opened, [FOLLOW]: { status: 0 } });
  const told: Handover[] = [];
  const follower = followHandovers({
    ask: (request) => net.http({ timeoutMs: 15_000, ...request }),
    ...{ timers, newId: () => ID, emit: (handover: Handover) => told.push(handover) },
  });
  const say = async (answer: { status?: number; json?: unknown }) => {
    net.routes[FOLLOW] = answer;
    timers.pass(6_000);
    await settled();
  };
  return { timers, net, told, follower, say };
}

describe('a handed-over draft', () => {
  it('is followed from the revision that was seen last, with time for a late answer, until it is sent', async () => {
    const { net, told, follower, say } = start();
    follower.open(INPUT);
    await settled();
    expect(told[0]).toMatchObject({ url: expect.stringContaining('/m/r/'), draft: { state: 'waiting' } });
    const [asked] = net.asked(FOLLOW);
    expect([asked?.path.split('?')[1], (asked?.timeoutMs ?? 0) > 20_000]).toEqual(['after=1', true]);
    await say({ json: { ...DRAFT, state: 'sent', number: '26112600017', revision: 3 } });
    expect(told[told.length - 1]).toMatchObject({ draft: { number: '26112600017' }, trouble: false });
    const before = net.requests.length;
    await say({ json: DRAFT });
    expect(net.requests.length).toBe(before);
  });

  it('tells that the line is lost, keeps what it knew, and goes on when it is back', async () => {
    const { told, follower, say } = start();
    follower.open(INPUT);
    await settled();
    expect(told[told.length - 1]).toMatchObject({ draft: { revision: 1 }, trouble: true });
    await say({ json: { ...DRAFT, state: 'over', revision: 2 } });
    expect(told[told.length - 1]).toMatchObject({ draft: { state: 'over' }, trouble: false });
  });

  it('that cannot be opened says so', async () => {
    const { told, follower } = start({ status: 503 });
    follower.open(INPUT);
    await settled();
    expect(told).toEqual([{ url: null, id: null, draft: null, trouble: true }]);
  });

  it('asks for nothing once it is closed', async () => {
    const { net, told, follower, say } = start();
    follower.open(INPUT);
    follower.close();
    await settled();
    await say({ json: DRAFT });
    expect([told, net.asked(FOLLOW)]).toEqual([[], []]);
  });
});
