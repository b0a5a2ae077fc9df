// The engine's own parts: a shelf that may be forbidden, requests that may go unanswered, clocks of old engines.
import { afterEach, describe, expect, it, vi } from 'vitest';
import { browserParts } from '../../src/tv/browser.ts';

class FakeRequest {
  static last: FakeRequest;
  status = 0;
  responseText = '';
  timeout = 0;
  readonly sent: unknown[] = [];
  readonly headers: Record<string, string> = {};
  onload?: () => void;
  onerror?: () => void;
  ontimeout?: () => void;
  onabort?: () => void;
  constructor() {
    FakeRequest.last = this;
  }
  open(...how: unknown[]) {
    this.sent.push(...how);
  }
  setRequestHeader(name: string, value: string) {
    this.headers[name] = value;
  }
  getResponseHeader(name: string) {
    return name === 'ETag' ? '"a"' : null;
  }
  send(body: unknown) {
    this.sent.push(body);
  }
}

const windowWith = (more: object) =>
  ({
    location: { origin: 'http://tv.example', pathname: '/tv/', search: '?a=1', hash: '#box=x' },
    history: { replaceState: vi.fn() },
    document: {},
    innerWidth: 1280,
    innerHeight: 720,
    navigator: { userAgent: 'Mozilla/5.0 AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.0 Safari/605.1.15' },
    ...more,
  }) as unknown as Window;
const REQUEST = { method: 'POST', path: '/api/receipts', headers: { A: 'b' }, body: '{}', timeoutMs: 9 } as const;

afterEach(() => vi.unstubAllGlobals());

describe('the shelf of a browser', () => {
  it('is its local storage', () => {
    const kept = new Map<string, string>();
    const localStorage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    };
    const { shelf } = browserParts(windowWith({ localStorage }), '0.1.0');
    expect([shelf.write('a', 'b'), shelf.read('a')]).toEqual([true, 'b']);
    shelf.remove('a');
    expect(shelf.read('a')).toBeNull();
  });

  it('survives one that is forbidden or full', () => {
    const forbidden = Object.defineProperty({}, 'localStorage', {
      get: () => {
        throw new DOMException('denied', 'SecurityError');
      },
    });
    const { shelf } = browserParts(Object.setPrototypeOf(windowWith({}), forbidden) as Window, '0.1.0');
    shelf.remove('a');
    expect([shelf.read('a'), shelf.write('a', 'b')]).toEqual([null, false]);
  });
});

describe('a request of a browser', () => {
  const ask = () => {
    vi.stubGlobal('XMLHttpRequest', FakeRequest);
    return browserParts(windowWith({}), '0.1.0').http(REQUEST);
  };

  it('goes out as it was asked for and comes back with its tag', async () => {
    const answer = ask();
    const request = FakeRequest.last;
    expect([request.sent, request.headers, request.timeout]).toEqual([['POST', '/api/receipts', '{}'], { A: 'b' }, 9]);
    Object.assign(request, { status: 200, responseText: 'ok' }).onload?.();
    expect(await answer).toEqual({ status: 200, body: 'ok', etag: '"a"' });
  });

  it.each(['onerror', 'ontimeout', 'onabort'] as const)('is unanswered after %s', async (event) => {
    const answer = ask();
    FakeRequest.last[event]?.();
    expect(await answer).toEqual({ status: 0, body: '', etag: null });
  });
});

describe('the box a browser runs on', () => {
  it('is told by its user agent, its viewport and what its maker put into the page', () => {
    const { device } = browserParts(
      windowWith({ devicePixelRatio: 1.5, CA: { card: { serialNumber: '8531002026000017' } } }),
      '0.1.0',
    );
    expect(device).toMatchObject({
      app: '0.1.0',
      engine: 'WebKit 605.1.15',
      model: null,
      smartCard: '8531002026000017',
      screen: '1920x1080',
    });
    expect(device.memoryMb()).toBeNull();
  });

  it('tells errors that nobody caught, until nobody listens', () => {
    const page = windowWith(new EventTarget());
    const target = new EventTarget();
    Object.assign(page, {
      addEventListener: target.addEventListener.bind(target),
      removeEventListener: target.removeEventListener.bind(target),
    });
    const listener = vi.fn();
    const deaf = browserParts(page, '0.1.0').device.onFault(listener);
    target.dispatchEvent(Object.assign(new Event('error'), { message: 'x is not defined' }));
    target.dispatchEvent(Object.assign(new Event('unhandledrejection'), { reason: new Error('no') }));
    deaf();
    target.dispatchEvent(Object.assign(new Event('error'), { message: 'late' }));
    expect(listener.mock.calls).toEqual([['x is not defined'], ['Error: no']]);
  });
});

describe('the time of a browser', () => {
  it('is steady where the engine can, else the clock of the box', () => {
    expect(browserParts(windowWith({ performance: { now: () => 42 } }), '0.1.0').timers.steady()).toBe(42);
    expect(browserParts(windowWith({}), '0.1.0').timers.steady).toBe(Date.now);
  });
});

describe('the address of a browser', () => {
  it('loses its fragment and keeps the rest', () => {
    const window = windowWith({});
    browserParts(window, '0.1.0').location.dropHash();
    expect(window.history.replaceState).toHaveBeenCalledWith(null, '', '/tv/?a=1');
  });
});
