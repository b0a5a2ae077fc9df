// The console's editor shows its notice in this app: items come by message, and nothing goes out.
import { afterEach, describe, expect, it } from 'vitest';
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
