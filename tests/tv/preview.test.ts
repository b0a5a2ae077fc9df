// The console's editor shows its notice in this app: items come by message, and nothing goes out.
import { afterEach, describe, expect, it } from 'vitest';
import { EXAMPLE_GUIDES } from '../../src/tv/mocks/guides.ts';
import { ITEMS } from './examples.ts';
import { BACK, GREEN, ORIGIN, RIGHT, start, stopAll } from './running.ts';

afterEach(stopAll);

describe('the preview in the console', () => {
  const preview = (more: object = {}) => ({ type: 'linli.preview', item: ITEMS[0], elder: true, ...more });
  const message = (data: unknown, origin = ORIGIN) => Object.assign(new Event('message'), { data, origin });
  const shown = () => start({ search: '?preview=1', hash: '#box=box-token-1' });

  it('shows the item that the page around it sends, and tells that page when it listens', () => {
    const { page, now } = shown();
    expect(page.parent.postMessage).toHaveBeenCalledWith({ type: 'linli.preview-ready' }, ORIGIN);
    page.defaultView.dispatchEvent(message(preview()));
    expect(now()).toMatchObject({ screen: { name: 'reader', title: ITEMS[0]?.title, preview: true }, elder: true });
    page.defaultView.dispatchEvent(message(preview({ elder: false })));
    expect(now().elder).toBe(false);
  });

  it('shows the home screen as it is at any moment, and stays at it', async () => {
    const { page, now, pass } = shown();
    const [first, second] = ITEMS;
    const banner = { ...first, placements: ['banner'], airing: { days: null, dayparts: [{ from: 480, to: 600 }] } };
    const at = (clock: string) => Date.parse(`2026-11-24T${clock}:00+08:00`);
    const send = (clock: string) =>
      page.defaultView.dispatchEvent(
        message({ type: 'linli.preview', items: [banner, second], at: at(clock), elder: true }),
      );
    send('09:00');
    expect(now()).toMatchObject({ screen: { name: 'home', banner: { id: first?.id } }, chrome: { clock: '09:00' } });
    await pass(7_200_000);
    expect(now().chrome.clock).toBe('09:00');
    send('11:00');
    expect(now()).toMatchObject({ screen: { name: 'home', banner: null }, chrome: { clock: '11:00' } });
  });

  it('shows a guide, and stays at the tab that is read while it is written', () => {
    const { page, now, press } = shown();
    const send = (guide: object, elder = true) =>
      page.defaultView.dispatchEvent(message({ type: 'linli.preview', guide, elder }));
    const guide = { ...EXAMPLE_GUIDES[0], name: '补办身份证' };
    send(guide);
    expect(now()).toMatchObject({ screen: { name: 'guide', title: '补办身份证', tab: 0 }, elder: true });
    press(RIGHT);
    send({ ...guide, name: '换身份证' }, false);
    expect(now()).toMatchObject({ screen: { name: 'guide', title: '换身份证', tab: 1 }, elder: false });
    send({ ...guide, name: '不成样子', steps: null });
    expect(now().screen).toMatchObject({ title: '换身份证' });
  });

  it('hears its own origin only, and only what is an item', () => {
    const { page, now } = shown();
    for (const event of [
      message(preview(), 'http://evil.example'),
      message(preview({ type: 'other' })),
      message(preview({ item: { title: 1 } })),
      message('hello'),
      message(null),
    ]) {
      page.defaultView.dispatchEvent(event);
    }
    expect(now().screen.name).toBe('boot');
  });

  it('asks no server, keeps nothing, reports nothing', async () => {
    const { page, net, shelf, press, pass } = shown();
    page.defaultView.dispatchEvent(message(preview()));
    press(RIGHT, RIGHT, GREEN, BACK);
    await pass(600_000);
    expect([net.requests, [...shelf.kept]]).toEqual([[], []]);
  });
});
