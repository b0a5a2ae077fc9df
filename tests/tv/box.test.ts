// The box as itself, in the whole app: how it gets and loses its credential, what it reports, what it is told to do.
import { afterEach, describe, expect, it } from 'vitest';
import { openPrivate, readHousehold } from '../../src/contract/households.ts';
import { EXAMPLE_ARRIVAL_ENTRY, EXAMPLE_CURSOR, EXAMPLE_NOW } from '../../src/tv/mocks/examples.ts';
import { HOME } from './examples.ts';
import { fakeShelf } from './fakes.ts';
import { BACK, BLUE, digits, GREEN, network, OK, RIGHT, SETTINGS, start, stopAll } from './running.ts';
import { SIGNER } from './signer.ts';

afterEach(stopAll);

const REFUSED = { status: 401, json: { code: 'not-signed-in' } };
const TOKEN = { json: { access_token: 'box-token-9', token_type: 'Bearer', scope: 'box' } };
const command = (order: object, id = '019ab000-0000-7000-8000-0000000000c1') => ({ id, order });
const BEAT = { serverTime: EXAMPLE_NOW, everyMs: 900_000 };
const PIN = digits('604182');
const SHEET = digits('09999');

async function athome(net = network(), shelf = fakeShelf()) {
  const running = start({ net, shelf });
  await running.pass(0);
  running.streams.last()?.send('beat', BEAT);
  return running;
}

describe('a box without a credential', () => {
  it('shows a code, and goes on to its home without a restart once somebody has typed it', async () => {
    const { net, now, pass, frames, shelf } = start({ hash: '' });
    expect(frames[0]?.screen.name).toBe('activate');
    await pass(0);
    expect(now().screen).toMatchObject({ name: 'activate', userCode: '7K3M-9XPA' });
    expect(net.asked('GET /api/feed')).toEqual([]);
    net.routes['POST /api/oauth/token'] = TOKEN;
    await pass(5_000);
    expect(now().screen.name).toBe('home');
    expect(net.asked('GET /api/feed')[0]?.headers.Authorization).toBe('Bearer box-token-9');
    expect(start({ hash: '', shelf }).frames.map(({ screen }) => screen.name)).not.toContain('activate');
  });

  it('tells who it is while it asks', async () => {
    const { net } = start({ hash: '' });
    const body = new URLSearchParams(net.asked('POST /api/oauth/device_authorization')[0]?.body);
    expect(Object.fromEntries(body)).toMatchObject({
      model: 'HC3100',
      app: '0.1.0',
      smart_card: '8531002026000017',
    });
  });

  it('asks again when somebody presses OK after a refusal', async () => {
    const { net, now, pass, press } = start({ hash: '' });
    await pass(0);
    net.routes['POST /api/oauth/token'] = { status: 400, json: { error: 'access_denied' } };
    await pass(5_000);
    expect(now().screen).toMatchObject({ name: 'activate', userCode: null });
    net.routes['POST /api/oauth/token'] = TOKEN;
    press(OK);
    await pass(0);
    await pass(5_000);
    expect(now().screen.name).toBe('home');
  });

  it('does not ask in the preview of the console', async () => {
    const { net, pass } = start({ hash: '', search: '?preview=1' });
    await pass(60_000);
    expect(net.requests).toEqual([]);
  });
});

describe('a box that the server does not know any more', () => {
  it('forgets its home and its credential, on the screen and on its shelf, and asks for a code', async () => {
    const { net, now, pass, streams, shelf, dropHash, press } = await athome();
    press(GREEN);
    await pass(5_000);
    net.routes['GET /api/feed'] = REFUSED;
    streams.last()?.send('error');
    await pass(10_000);
    expect(now().screen).toMatchObject({ name: 'activate', userCode: '7K3M-9XPA' });
    expect(now().chrome.community).toBe('');
    expect([...shelf.kept.keys()].sort()).toEqual(['linli.choice', 'linli.clock', 'linli.trust']);
    expect(dropHash).toHaveBeenCalled();
    expect(now().elder).toBe(false);
  });

  it('shows nothing of it when it starts again', async () => {
    const first = await athome();
    await first.pass(5_000);
    first.app.stop();
    const net = network();
    net.routes['GET /api/feed'] = REFUSED;
    const second = start({ hash: '', net, shelf: first.shelf });
    await second.pass(0);
    expect(second.now().screen.name).toBe('activate');
    second.app.stop();
    expect(start({ hash: '', net, shelf: first.shelf }).frames[0]?.screen.name).toBe('activate');
  });
});

describe('what a box reports', () => {
  it('is how far it is: received, verified, and drawn', async () => {
    const { reports, pass, streams } = await athome();
    expect(reports()).toHaveLength(1);
    expect(reports()[0]).toMatchObject({ app: '0.1.0', model: 'HC3100', screen: '1920x1080' });
    await pass(40_000);
    expect(reports().at(-1)).toMatchObject({
      received: EXAMPLE_CURSOR,
      verified: EXAMPLE_CURSOR,
      rendered: EXAMPLE_CURSOR,
    });
    streams.last()?.send('entry', SIGNER.sign(EXAMPLE_ARRIVAL_ENTRY));
    await pass(40_000);
    const { region, seq } = EXAMPLE_ARRIVAL_ENTRY;
    const { received, verified, rendered } = reports().at(-1) ?? {};
    expect([received, verified]).toEqual([rendered, rendered]);
    expect(rendered).toContain(`${region}:${seq}`);
  });

  it('is not that a frame was drawn before it was', async () => {
    const net = network();
    const running = start({ net });
    const before = running.reports().length;
    await running.pass(0);
    expect(running.reports()[before]).toMatchObject({ received: '', rendered: expect.stringContaining('370306') });
  });

  it('counts errors that nobody caught, and brings their lines without tickets', async () => {
    const { fault, pass, reports } = await athome();
    fault('http://tv.example/api/feed/stream?ticket=secret failed');
    await pass(600_000);
    expect(reports().at(-1)?.errors).toBe(1);
    expect(reports().flatMap(({ log }) => log.map(({ text }) => text))).toEqual([
      'http://tv.example/api/feed/stream failed',
    ]);
  });
});

describe('what a box is told', () => {
  it('to identify itself: a sign for half a minute, or until a key', async () => {
    const { streams, now, pass, press } = await athome();
    streams.last()?.send('command', command({ kind: 'identify' }));
    expect(now().overlay).toMatchObject({ name: 'identify', sign: '00B1' });
    await pass(29_999);
    expect(now().overlay?.name).toBe('identify');
    await pass(1);
    expect(now().overlay).toBeNull();
    streams.last()?.send('command', command({ kind: 'identify' }, '019ab000-0000-7000-8000-0000000000c2'));
    press(OK);
    expect([now().overlay, now().screen.name]).toEqual([null, 'home']);
  });

  it('to start anew: told to the server first', async () => {
    const { streams, pass, restarts, net } = await athome();
    net.routes[`POST /api/box/commands/${command({}).id}/done`] = { status: 204 };
    streams.last()?.send('command', command({ kind: 'restart' }));
    expect(restarts).toEqual([]);
    await pass(0);
    expect([restarts, net.requests.at(-1)?.path]).toEqual([[1], `/api/box/commands/${command({}).id}/done`]);
  });

  it('to pull everything', async () => {
    const { streams, pass, net } = await athome();
    const before = net.asked('GET /api/feed').length;
    streams.last()?.send('command', command({ kind: 'resync' }));
    await pass(0);
    expect(
      net
        .asked('GET /api/feed')
        .slice(before)
        .map(({ path }) => path),
    ).toEqual(['/api/feed']);
  });

  it('to change its credential, which it keeps and uses from then on', async () => {
    const net = network();
    net.routes['GET /api/box'] = { json: { ...HOME, rotate: true } };
    net.routes['POST /api/box/credential'] = { status: 201, json: { token: 'new-token-123456' } };
    const { pass, shelf, streams } = await athome(net);
    expect(shelf.kept.get('linli.session')).toContain('new-token-123456');
    streams.last()?.send('error');
    await pass(10_000);
    expect(net.asked('GET /api/feed').at(-1)?.headers.Authorization).toBe('Bearer new-token-123456');
  });
});

describe('settings at a distance', () => {
  const withSettings = (settings: object) => {
    const net = network();
    net.routes['GET /api/box'] = { json: { ...HOME, settings } };
    return net;
  };

  it('are in force as soon as they are read, and at the next start with the first frame', async () => {
    const { now, shelf, app } = await athome(withSettings({ elder: false, motion: false }));
    expect([now().elder, now().motion]).toEqual([false, false]);
    app.stop();
    const second = start({ hash: '', shelf });
    expect(second.frames[0]).toMatchObject({ elder: false, motion: false });
  });

  it("give way to the resident's own choice, and to that only", async () => {
    const shelf = fakeShelf();
    const first = await athome(network(), shelf);
    first.press(GREEN, GREEN);
    first.app.stop();
    expect(JSON.parse(shelf.kept.get('linli.choice') ?? '').data).toEqual({ elder: true });
    const { now } = await athome(withSettings({ elder: false, motion: false }), shelf);
    expect([now().elder, now().motion]).toEqual([true, false]);
  });

  it('change the remote without a restart, and back', async () => {
    const { now, pass, press, net, streams } = await athome();
    net.routes['GET /api/box'] = { json: { ...HOME, settings: { remote: 'ipanel' } } };
    streams.last()?.send('refresh');
    await pass(10_000);
    press(OK);
    expect(now().screen.name).toBe('reader');
    press(BACK);
    expect(now().screen.name).toBe('reader');
    press(340);
    expect(now().screen.name).toBe('home');
    net.routes['GET /api/box'] = { json: HOME };
    streams.last()?.send('refresh');
    await pass(10_000);
    press(OK, BACK);
    expect(now().screen.name).toBe('home');
  });

  it('are passed over where this version does not know them', async () => {
    const { now, press } = await athome(withSettings({ remote: 'universal', elder: 'yes', colour: 'red' }));
    press(OK, BACK);
    expect([now().screen.name, now().elder]).toEqual(['home', SETTINGS.elder]);
  });
});

describe('what is private', () => {
  const open = async (net = network()) => {
    net.routes['POST /api/box/private'] = { status: 201, json: openPrivate.example.reply };
    net.routes['GET /api/box/household'] = { json: readHousehold.example.reply };
    const running = await athome(net);
    running.press(BLUE, ...PIN);
    await running.pass(0);
    return running;
  };

  it('is opened by the PIN and read with the pass', async () => {
    const { now, net } = await open();
    expect(now().screen).toMatchObject({ name: 'household', address: expect.stringContaining('1号楼 101') });
    expect(net.asked('GET /api/box/household')[0]?.headers['x-linli-private']).toBe(openPrivate.example.reply.pass);
  });

  it('closes ninety seconds after the last key', async () => {
    const { now, pass, press } = await open();
    await pass(80_000);
    press(RIGHT);
    await pass(89_999);
    expect(now().screen.name).toBe('household');
    await pass(1);
    expect(now().screen.name).toBe('home');
  });

  it('asks for the PIN again after it was left', async () => {
    const { now, press, pass } = await open();
    press(BACK, BLUE);
    await pass(0);
    expect(now().overlay).toMatchObject({ name: 'pin', typed: 0 });
  });

  it('leaves nothing behind: not on the shelf, not in the log, not in a report, not in a frame', async () => {
    const { net, shelf, press, pass, streams, frames } = await open();
    streams.last()?.send('command', command({ kind: 'log-level', level: 'debug' }));
    press(BACK, BLUE, ...digits('123456'));
    await pass(600_000);
    const reported = net.asked('POST /api/box/report').map(({ body }) => body);
    const everywhere = JSON.stringify([
      [...shelf.kept],
      reported,
      frames.filter(({ screen }) => screen.name !== 'household'),
    ]);
    for (const secret of ['604182', '123456', openPrivate.example.reply.pass, '8531****', '1号楼 101']) {
      expect(everywhere).not.toContain(secret);
    }
  });

  it('asks for another PIN when it was wrong', async () => {
    const net = network();
    net.routes['POST /api/box/private'] = { status: 403, json: { code: 'pin-wrong' } };
    const { press, pass, now } = await athome(net);
    press(BLUE, ...PIN);
    await pass(0);
    expect(now().overlay).toMatchObject({ name: 'pin', typed: 0, wrong: true });
  });

  it('stays closed when the PIN is left half typed for ninety seconds', async () => {
    const { press, pass, now } = await athome();
    press(BLUE, ...digits('604'));
    await pass(90_000);
    expect([now().overlay, now().screen.name]).toEqual([null, 'home']);
  });
});

describe("the installer's sheet", () => {
  it('measures while it is open, and not after', async () => {
    const net = network();
    net.routes['GET /healthz'] = { status: 200 };
    const { press, pass, now, frames } = await athome(net);
    press(...SHEET);
    await pass(400);
    await pass(400);
    await pass(400);
    expect(net.asked('GET /healthz')).toHaveLength(3);
    const { overlay } = now();
    expect(overlay?.name === 'installer' && overlay.facts.map(({ value }) => value)).toContain('00B1');
    press(BACK);
    const told = frames.length;
    await pass(19_000);
    expect([now().overlay, net.asked('GET /healthz').length, frames.length - told]).toEqual([null, 3, 0]);
  });

  it('takes the box out of its household by the PIN, and the box asks for a code', async () => {
    const net = network();
    net.routes['POST /api/box/unbind'] = { status: 204 };
    const { press, pass, now, shelf } = await athome(net);
    press(...SHEET, RIGHT, OK, ...PIN);
    await pass(0);
    expect([now().screen, now().overlay]).toMatchObject([{ name: 'activate', userCode: '7K3M-9XPA' }, null]);
    expect([...shelf.kept.keys()]).not.toContain('linli.session');
  });

  it('leaves the box where it is when the PIN was wrong', async () => {
    const net = network();
    net.routes['POST /api/box/unbind'] = { status: 403, json: { code: 'pin-wrong' } };
    const { press, pass, now } = await athome(net);
    press(...SHEET, RIGHT, OK, ...PIN);
    await pass(0);
    expect(now().overlay).toMatchObject({ name: 'pin', wrong: true });
    press(BACK, BACK);
    expect([now().overlay, now().screen.name]).toEqual([null, 'home']);
  });
});
