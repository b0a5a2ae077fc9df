// A box asks for its credential: RFC 8628, step by step, on fake time.
import { describe, expect, it } from 'vitest';
import { startActivation } from '../../../src/tv/activation/activation.ts';
import { type Activation, groupsOf } from '../../../src/tv/activation/state.ts';
import { createLog } from '../../../src/tv/log.ts';
import { EXAMPLE_AUTHORIZATION } from '../../../src/tv/mocks/examples.ts';
import { fakeHttp, fakeTimers, settled } from '../fakes.ts';

const ASK = 'POST /api/oauth/device_authorization';
const POLL = 'POST /api/oauth/token';
const error = (code: string) => ({ status: 400, json: { error: code } });
const PENDING = error('authorization_pending');

async function start(random = 0.5) {
  const timers = fakeTimers();
  const net = fakeHttp({ [ASK]: { json: EXAMPLE_AUTHORIZATION }, [POLL]: PENDING });
  const told: Activation[] = [];
  const tokens: string[] = [];
  const live = startActivation({
    http: net.http,
    timers,
    random: () => random,
    log: createLog(() => timers.wall()),
    facts: { model: 'HC3100', engine: 'WebKit 605.1.15', app: '0.1.0' },
    emit: (activation) => told.push(activation),
    onToken: (token) => tokens.push(token),
  });
  await settled();
  const pass = async (seconds: number) => {
    for (let second = 0; second < seconds; second += 1) {
      timers.pass(1_000);
      await settled();
    }
  };
  const now = () => told[told.length - 1];
  return { timers, net, told, tokens, live, pass, now };
}

describe('the first question', () => {
  it('is form-encoded, and tells what the box knows of itself', async () => {
    const { net } = await start();
    const [request] = net.asked(ASK);
    expect(request?.headers).toEqual({ 'Content-Type': 'application/x-www-form-urlencoded' });
    expect(Object.fromEntries(new URLSearchParams(request?.body))).toEqual({
      client_id: 'linli-tv',
      scope: 'box',
      model: 'HC3100',
      engine: 'WebKit 605.1.15',
      app: '0.1.0',
    });
  });

  it('brings a code, a link, and how long they are good', async () => {
    const { told } = await start();
    expect(told).toEqual([
      { step: 'asking', offline: false },
      {
        step: 'code',
        userCode: '7K3M-9XPA',
        link: 'https://linli.example/console/activate?code=7K3M-9XPA',
        minutes: 15,
        offline: false,
      },
    ]);
  });

  it.each([
    ['nobody answers', { status: 0 }],
    ['the server has too much to do', { status: 503, json: { error: 'temporarily_unavailable' } }],
    ['somebody in between answers', { body: '<h1>Sign in to this network</h1>' }],
    ['the answer is no code', { json: { ...EXAMPLE_AUTHORIZATION, user_code: 7 } }],
  ])('is asked again, more and more seldom, while %s', async (_, reply) => {
    const { net, pass, told, now } = await start(0.999);
    net.routes[ASK] = reply;
    net.routes[POLL] = error('expired_token');
    await pass(5);
    expect(now()).toEqual({ step: 'asking', offline: true });
    const before = net.asked(ASK).length;
    await pass(4 + 8 + 16);
    expect(net.asked(ASK).length - before).toBe(3);
    net.routes[ASK] = { json: EXAMPLE_AUTHORIZATION };
    net.routes[POLL] = PENDING;
    await pass(32);
    expect(now()).toMatchObject({ step: 'code', offline: false });
    expect(told.filter(({ step }) => step === 'expired')).toEqual([]);
  });
});

describe('polling', () => {
  it('waits out the interval, and names device, grant and client', async () => {
    const { net, pass } = await start();
    await pass(4);
    expect(net.asked(POLL)).toHaveLength(0);
    await pass(11);
    expect(net.asked(POLL)).toHaveLength(3);
    expect(Object.fromEntries(new URLSearchParams(net.asked(POLL)[0]?.body))).toEqual({
      grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
      device_code: EXAMPLE_AUTHORIZATION.device_code,
      client_id: 'linli-tv',
    });
  });

  it('waits five seconds when the server names no interval', async () => {
    const { net, pass, live } = await start();
    const { interval, ...rest } = EXAMPLE_AUTHORIZATION;
    expect(interval).toBe(5);
    net.routes[ASK] = { json: rest };
    live.again();
    await settled();
    await pass(10);
    expect(net.asked(POLL)).toHaveLength(2);
  });

  it('slows down by five seconds for good when it is told to', async () => {
    const { net, pass } = await start();
    net.routes[POLL] = error('slow_down');
    await pass(5);
    net.routes[POLL] = PENDING;
    await pass(9);
    expect(net.asked(POLL)).toHaveLength(1);
    await pass(1);
    expect(net.asked(POLL)).toHaveLength(2);
    await pass(10);
    expect(net.asked(POLL)).toHaveLength(3);
  });

  it('tells how long the code is still good, minute by minute', async () => {
    const { pass, told } = await start();
    await pass(125);
    expect(told.flatMap((one) => (one.step === 'code' ? [one.minutes] : []))).toEqual([15, 14, 13]);
  });

  it('goes on over a line that breaks, never faster than the interval, and says so', async () => {
    const { net, pass, now } = await start(0);
    net.routes[POLL] = { status: 0 };
    await pass(20);
    expect(net.asked(POLL)).toHaveLength(4);
    expect(now()).toMatchObject({ step: 'code', offline: true });
    net.routes[POLL] = PENDING;
    await pass(5);
    expect(now()).toMatchObject({ step: 'code', offline: false });
  });

  it('backs off while the line is dead', async () => {
    const { net, pass } = await start(0.999);
    net.routes[POLL] = { status: 502, body: 'Bad Gateway' };
    await pass(5 + 9 + 13 + 21);
    expect(net.asked(POLL)).toHaveLength(4);
  });
});

describe('the end of a code', () => {
  it('is a token: handed over once, and silence', async () => {
    const { net, timers, pass, tokens, told } = await start();
    net.routes[POLL] = { json: { access_token: 'box-token-9', token_type: 'Bearer', scope: 'box' } };
    await pass(5);
    const heard = told.length;
    await pass(3_600);
    expect([tokens, told.length, net.asked(POLL).length, timers.pending()]).toEqual([['box-token-9'], heard, 1, 0]);
  });

  it('is a refusal: the box asks no more until somebody presses OK', async () => {
    const { net, timers, pass, now, live } = await start();
    net.routes[POLL] = error('access_denied');
    await pass(5);
    expect([now(), timers.pending()]).toEqual([{ step: 'denied' }, 0]);
    net.routes[POLL] = PENDING;
    live.again();
    await settled();
    expect(now()).toMatchObject({ step: 'code' });
  });

  it.each(['expired_token', 'invalid_grant'])('is a new code by itself after %s', async (code) => {
    const { net, pass, now } = await start();
    net.routes[POLL] = error(code);
    net.routes[ASK] = { json: { ...EXAMPLE_AUTHORIZATION, user_code: 'AAAA-KKKK' } };
    await pass(5);
    expect([net.asked(ASK).length, now()]).toMatchObject([2, { step: 'code', userCode: 'AAAA-KKKK' }]);
  });

  it('is a new code by itself when its time is up and nobody could say so', async () => {
    const { net, pass } = await start(0);
    net.routes[POLL] = { status: 0 };
    await pass(906);
    expect(net.asked(ASK)).toHaveLength(2);
  });

  it('is rest after two hours without anybody, until somebody presses OK', async () => {
    const { net, pass, now, live, timers } = await start();
    net.routes[POLL] = error('expired_token');
    await pass(60);
    expect([now(), net.asked(ASK).length, timers.pending()]).toEqual([{ step: 'expired' }, 9, 0]);
    net.routes[POLL] = PENDING;
    live.again();
    await settled();
    expect(now()).toMatchObject({ step: 'code' });
  });

  it('is nothing at all once it was stopped', async () => {
    const { net, timers, live, told } = await start();
    live.again();
    live.stop();
    const heard = told.length;
    await settled();
    expect([told.length, timers.pending(), net.asked(POLL)]).toEqual([heard, 0, []]);
  });
});

it('a code is read out in two groups, however the server spells it', () => {
  expect(groupsOf('7K3M-9XPA')).toEqual(['7K3M', '9XPA']);
  expect(groupsOf('7k3m9xpa')).toEqual(['7K3M', '9XPA']);
});
