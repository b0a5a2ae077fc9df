// Service guides in the whole app: looked up with the remote, remembered on the box, told to the server.
import { afterEach, describe, expect, it } from 'vitest';
import { fakeShelf, settled } from '../fakes.ts';
import { BACK, digits, LEFT, network, OK, RIGHT, start, stopAll, UP } from '../running.ts';

afterEach(stopAll);
const screen = (app: ReturnType<typeof start>) => app.now().screen;

async function running(given: Parameters<typeof start>[0] = {}) {
  const app = start(given);
  for (let turn = 0; turn < 20; turn += 1) await app.pass(20);
  return app;
}

/** No answer to anything. */
function deaf() {
  const net = network();
  for (const name of Object.keys(net.routes)) net.routes[name] = { status: 0 };
  return net;
}

describe('the app', () => {
  it('shows the guides behind the second tile, and reads one', async () => {
    const app = await running();
    app.press(...digits('2'));
    expect(screen(app)).toMatchObject({ name: 'guides', focus: 2 });
    app.press(...digits('22'));
    expect(screen(app)).toMatchObject({ name: 'guide', number: '0203', title: '补办身份证' });
    app.press(BACK, BACK, BACK);
    expect(screen(app).name).toBe('home');
  });

  it('has them without a network after a restart, with their age, and what was kept and opened', async () => {
    const shelf = fakeShelf();
    const net = network();
    net.routes['PUT /api/box/favourites/0203'] = { status: 204 };
    const first = await running({ shelf, net });
    first.press(...digits('2'), ...digits('226'));
    await settled();
    first.app.stop();
    const again = await running({ shelf, net: deaf(), hash: '' });
    again.press(...digits('2'));
    expect(screen(again).name).toBe('guides');
    expect(again.now().chrome.status).toMatchObject({ kind: 'offline', text: expect.stringContaining('20:00') });
    again.press(UP, RIGHT, OK);
    expect(screen(again)).toMatchObject({
      name: 'guide-list',
      cards: [
        { id: '0203', favourite: true },
        { id: '0802', favourite: true },
      ],
    });
  });

  it('tells the server of a favourite at once, and once more when nobody heard', async () => {
    const net = network();
    net.routes['PUT /api/box/favourites/0203'] = { status: 0 };
    const app = await running({ net });
    app.press(...digits('2'), ...digits('226'));
    await settled();
    expect(net.asked('PUT /api/box/favourites/0203')).toHaveLength(1);
    net.routes['PUT /api/box/favourites/0203'] = { status: 204 };
    await app.pass(10_000);
    expect(net.asked('PUT /api/box/favourites/0203')).toHaveLength(2);
    await app.pass(600_000);
    expect(net.asked('PUT /api/box/favourites/0203')).toHaveLength(2);
  });

  it('keeps a favourite that the server has not heard of while the server says otherwise', async () => {
    const net = network();
    net.routes['PUT /api/box/favourites/0203'] = { status: 0 };
    const app = await running({ net });
    app.press(...digits('2'), ...digits('226'));
    await settled();
    app.streams.last()?.send('refresh');
    await app.pass(10_000);
    expect(net.asked('GET /api/box').length).toBeGreaterThan(1);
    expect(screen(app)).toMatchObject({ name: 'guide', favourite: true });
  });

  it('tells what was opened and what was not found, in one report, and nothing of who or when', async () => {
    const net = network();
    const app = await running({ net });
    app.press(
      ...digits('2'),
      ...digits('22'),
      BACK,
      ...digits('2'),
      BACK,
      BACK,
      UP,
      LEFT,
      OK,
      ...digits('88888'),
      BACK,
    );
    await settled();
    expect(net.asked('POST /api/box/lookups')).toEqual([]);
    await app.pass(15 * 60_000);
    const bodies = net.asked('POST /api/box/lookups').map(({ body }) => JSON.parse(body ?? ''));
    expect(bodies).toEqual([{ opened: [{ number: '0203', times: 2 }], missed: [{ digits: '88888', times: 1 }] }]);
  });

  it('takes a newer catalogue when the server says that there is one', async () => {
    const app = await running();
    app.press(...digits('2'));
    const asked = app.net.asked('GET /api/box/catalogue').length;
    expect(asked).toBe(1);
    app.streams.last()?.send('refresh');
    await app.pass(10_000);
    expect(app.net.asked('GET /api/box/catalogue')).toHaveLength(1);
  });
});
