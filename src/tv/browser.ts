// The engine's own parts in the shape the app asks for; the oldest engines have neither fetch nor a shelf that holds.
import { loudspeakerOf } from './alerts/loudspeaker.ts';
import type { AppParts } from './app.ts';
import { engineOf, factsFromGlobals } from './box/globals.ts';
import type { Device, Http, Shelf, Timers } from './ports.ts';

/** Everything `startApp` needs of a browser's window, but for settings, root and the picture. `app` is the app's version. */
export function browserParts(window: Window, app: string): Omit<AppParts, 'settings' | 'root' | 'onFrame'> {
  return {
    http,
    eventSource: (url) => new EventSource(url),
    shelf: shelfOf(window),
    timers: timersOf(window),
    random: Math.random,
    location: {
      origin: window.location.origin,
      search: window.location.search,
      hash: window.location.hash,
      dropHash: () => window.history.replaceState(null, '', window.location.pathname + window.location.search),
    },
    document: window.document,
    device: deviceOf(window, app),
    loudspeaker: loudspeakerOf(window),
  };
}

const http: Http = ({ method, path, headers, body, timeoutMs }) =>
  new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const unanswered = () => resolve({ status: 0, body: '', etag: null });
    request.open(method, path);
    request.timeout = timeoutMs;
    for (const name of Object.keys(headers)) request.setRequestHeader(name, headers[name] ?? '');
    request.onload = () =>
      resolve({ status: request.status, body: request.responseText, etag: request.getResponseHeader('ETag') });
    request.onerror = unanswered;
    request.ontimeout = unanswered;
    request.onabort = unanswered;
    request.send(body ?? null);
  });

/** Even to look at `localStorage` throws where it is forbidden. */
function shelfOf(window: Window): Shelf {
  return {
    read: (key) => attempt(() => window.localStorage.getItem(key), null),
    write: (key, value) =>
      attempt(() => {
        window.localStorage.setItem(key, value);
        return true;
      }, false),
    remove: (key) => attempt(() => window.localStorage.removeItem(key), undefined),
  };
}

function attempt<T>(run: () => T, otherwise: T): T {
  try {
    return run();
  } catch {
    return otherwise;
  }
}

function timersOf(window: Window): Timers {
  const performance: Performance | undefined = window.performance;
  return {
    wall: Date.now,
    steady: performance?.now ? () => performance.now() : Date.now,
    after(ms, run) {
      const id = window.setTimeout(run, ms);
      return () => window.clearTimeout(id);
    },
  };
}

/** What Chromium alone tells. */
interface Memory {
  readonly memory?: { readonly usedJSHeapSize?: number };
}

function deviceOf(window: Window, app: string): Device {
  const ratio = window.devicePixelRatio || 1;
  const pixels = (length: number | undefined) => Math.round((length ?? 0) * ratio);
  return {
    app,
    engine: engineOf(window.navigator?.userAgent ?? ''),
    ...factsFromGlobals(window),
    screen: `${pixels(window.innerWidth)}x${pixels(window.innerHeight)}`,
    memoryMb() {
      const used = (window.performance as Memory | undefined)?.memory?.usedJSHeapSize;
      return used === undefined ? null : Math.round(used / 1e6);
    },
    restart: () => window.location.reload(),
    onFault(listener) {
      const onError = ({ message }: ErrorEvent) => listener(message);
      const onRejection = ({ reason }: PromiseRejectionEvent) => listener(String(reason));
      window.addEventListener('error', onError);
      window.addEventListener('unhandledrejection', onRejection);
      return () => {
        window.removeEventListener('error', onError);
        window.removeEventListener('unhandledrejection', onRejection);
      };
    },
  };
}
