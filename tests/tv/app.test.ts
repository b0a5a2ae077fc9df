// The whole television app but for the picture: keys in, frames out, receipts sent.
import { afterEach, describe, expect, it } from 'vitest';
import { EXAMPLE_ARRIVAL_ENTRY, EXAMPLE_NOW } from '../../src/tv/mocks/examples.ts';
import { ITEMS, itemAbout, NOW } from './examples.ts';
import { BACK, digits, GREEN, LEFT, network, OK, RED, RIGHT, SETTINGS, start, stopAll, UP } from './running.ts';
import { SIGNER } from './signer.ts';

afterEach(stopAll);

describe('the television app', () => {
  it('goes from its first sentence to the home screen of its community', async () => {
    const { frames, now, pass, dropHash } = start();
    expect(frames.map(({ screen }) => screen.name)).toEqual(['boot']);
    await pass(0);
    expect(now().screen.name).toBe('home');
    expect(now().chrome).toMatchObject({ community: '车站社区', clock: '20:00', status: null });
    expect(dropHash).toHaveBeenCalledOnce();
  });

  it('shows what it kept with the very first frame', async () => {
    const first = start();
    await first.pass(5_000);
    first.app.stop();
    const net = network();
    net.routes['GET /api/feed'] = { status: 0 };
    const second = start({ hash: '', net, shelf: first.shelf });
    expect(second.frames[0]?.screen.name).toBe('home');
    expect(second.frames[0]?.chrome.status?.kind).toBe('stale');
    await second.pass(0);
    expect(second.now().chrome.status?.text).toContain('20:00');
  });

  it('reports what was received, shown and read', async () => {
    const { press, pass, receipts } = start();
    await pass(0);
    press(OK, RIGHT, RIGHT, RIGHT);
    await pass(5_000);
    const water = itemAbout('停水').id;
    const steps = (step: string) => receipts().filter((receipt) => receipt.step === step);
    expect(
      steps('received')
        .map(({ item }) => item)
        .sort(),
    ).toEqual(ITEMS.map(({ id }) => id).sort());
    expect([steps('rendered').map(({ item }) => item), steps('read').map(({ item }) => item)]).toEqual([
      [water],
      [water],
    ]);
    expect(steps('rendered')[0]?.at).toBe('2026-11-23T12:00:00.100Z');
  });

  it('shows a notice the moment it is pushed', async () => {
    const { streams, pass, now } = start();
    await pass(0);
    streams.last()?.send('entry', SIGNER.sign(EXAMPLE_ARRIVAL_ENTRY));
    const { screen } = now();
    expect(screen.name === 'home' && screen.latest[0]?.title).toContain('电动车');
  });

  it('keeps what was read and chosen over a restart', async () => {
    const first = start();
    await first.pass(0);
    first.press(OK, GREEN);
    await first.pass(5_000);
    first.app.stop();
    const second = start({ hash: '', shelf: first.shelf });
    expect(second.now().elder).toBe(false);
    expect(second.now().screen).toMatchObject({ hero: { unread: false } });
  });

  it('forgets the other home when it is given to one, but not the size of type', async () => {
    const first = start();
    await first.pass(0);
    first.press(GREEN);
    await first.pass(5_000);
    first.app.stop();
    const second = start({ hash: '#box=box-token-2', shelf: first.shelf });
    expect([second.now().screen.name, second.now().chrome.community, second.now().elder]).toEqual(['boot', '', false]);
  });

  it('tries again when the resident asks', async () => {
    const net = network();
    const feed = net.routes['GET /api/feed'];
    net.routes['GET /api/feed'] = { status: 0 };
    const { now, press, pass } = start({ net });
    await pass(0);
    expect(now().screen.name).toBe('message');
    net.routes['GET /api/feed'] = feed ?? {};
    press(OK);
    await pass(0);
    expect(now().screen.name).toBe('home');
  });

  it('moves its clock on with the minute, and makes no frame between', async () => {
    const { frames, now, pass, streams } = start();
    await pass(0);
    streams.last()?.send('beat', { serverTime: EXAMPLE_NOW, everyMs: 90_000 });
    const before = frames.length;
    await pass(59_000);
    expect(frames).toHaveLength(before);
    await pass(1_000);
    expect([frames.length, now().chrome.clock]).toEqual([before + 1, '20:01']);
  });

  it('shows a notice at the very moment it is valid from, and takes it off when it expires', async () => {
    const { streams, pass, now } = start();
    await pass(0);
    const at = (ms: number) => new Date(NOW + ms).toISOString();
    const item = { ...EXAMPLE_ARRIVAL_ENTRY.item, validFrom: at(1_250), validTo: at(3_500) };
    streams.last()?.send('entry', SIGNER.sign({ ...EXAMPLE_ARRIVAL_ENTRY, item }));
    const shown = () => JSON.stringify(now().screen).includes('电动车');
    expect(shown()).toBe(false);
    await pass(1_250);
    expect(shown()).toBe(true);
    await pass(2_250);
    expect(shown()).toBe(false);
  });

  it('turns the pages of the channel by itself, and sleeps between them', async () => {
    const { press, pass, now, frames, streams } = start();
    await pass(0);
    streams.last()?.send('beat', { serverTime: EXAMPLE_NOW, everyMs: 600_000 });
    press(...digits('9'));
    const before = frames.length;
    const pages: string[] = [];
    for (let second = 0; second < 180; second += 1) {
      const { screen } = now();
      const page = screen.name === 'channel' ? `${screen.id} ${screen.page}` : screen.name;
      if (pages[pages.length - 1] !== page) pages.push(page);
      await pass(1_000);
    }
    expect(pages.length).toBeGreaterThan(3);
    // A frame for each page, and for each of the three minutes of the clock.
    expect(frames.length - before).toBeLessThanOrEqual(pages.length + 3);
  });

  it('begins the loop of a lobby after minutes without a key, and not where nobody asked for it', async () => {
    const lobby = start({ settings: { ...SETTINGS, standby: 2 } });
    const home = start();
    await lobby.pass(0);
    await home.pass(0);
    await lobby.pass(100_000);
    lobby.press(RIGHT);
    await lobby.pass(110_000);
    expect(lobby.now().screen.name).toBe('home');
    await lobby.pass(20_000);
    expect(lobby.now().screen.name).toBe('channel');
    lobby.press(OK);
    expect(lobby.now().screen.name).toBe('home');
    await lobby.pass(130_000);
    expect(lobby.now().screen.name).toBe('channel');
    await home.pass(3_600_000);
    expect(home.now().screen.name).toBe('home');
  });

  it('makes no frame for a key that does nothing', async () => {
    const { frames, press, pass } = start();
    await pass(0);
    const before = frames.length;
    press(175, LEFT, UP, RED);
    expect(frames).toHaveLength(before);
  });

  it('drops a key that repeats faster than it can be seen', async () => {
    const { page, timers, pass, now } = start();
    await pass(0);
    for (let repeat = 0; repeat < 4; repeat += 1) {
      page.dispatchEvent(Object.assign(new Event('keydown'), { keyCode: 40 }));
      timers.pass(20);
    }
    const { screen } = now();
    expect(screen.name === 'home' && screen.focus).toEqual({ area: 'tiles', index: 0 });
  });

  it('takes native codes from a bridge', async () => {
    const { app, pass, now } = start({ settings: { ...SETTINGS, remote: 'android' } });
    await pass(0);
    app.key(8);
    expect(now().screen.name).toBe('list');
  });

  it('is silent once it is stopped', async () => {
    const { app, frames, timers, pass, press } = start();
    await pass(0);
    app.stop();
    const before = frames.length;
    press(OK, BACK);
    await pass(600_000);
    expect([frames.length, timers.pending()]).toEqual([before, 0]);
  });
});
