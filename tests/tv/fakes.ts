// Stand-ins for what a box gives the app: time that moves when told, a shelf, a network that answers by script.
import type { Device, Http, HttpAnswer, HttpRequest, OpenStream, Shelf, Timers } from '../../src/tv/ports.ts';

export interface FakeTimers extends Timers {
  /** Lets time pass, running what falls due in order; what runs may set new timers. */
  pass(ms: number): void;
  /** Somebody sets the box's own clock. */
  setWall(ms: number): void;
  pending(): number;
}

export function fakeTimers(wallAtStart = Date.parse('2026-11-23T12:00:00.000Z')): FakeTimers {
  let steady = 0;
  let wallOffset = wallAtStart;
  let waiting: { readonly at: number; readonly run: () => void }[] = [];
  return {
    wall: () => wallOffset + steady,
    steady: () => steady,
    after(ms, run) {
      const timer = { at: steady + ms, run };
      waiting.push(timer);
      return () => {
        waiting = waiting.filter((other) => other !== timer);
      };
    },
    pass(ms) {
      const end = steady + ms;
      for (;;) {
        const due = waiting.filter(({ at }) => at <= end).sort((one, other) => one.at - other.at)[0];
        if (!due) break;
        waiting = waiting.filter((other) => other !== due);
        steady = Math.max(steady, due.at);
        due.run();
      }
      steady = end;
    },
    setWall(ms) {
      wallOffset = ms - steady;
    },
    pending: () => waiting.length,
  };
}

export interface FakeShelf extends Shelf {
  readonly kept: Map<string, string>;
}

/** `room`: characters the shelf holds in all; 0 is a forbidden shelf. */
export function fakeShelf(room = Number.POSITIVE_INFINITY): FakeShelf {
  const kept = new Map<string, string>();
  return {
    kept,
    read: (key) => kept.get(key) ?? null,
    write(key, value) {
      const others = [...kept].reduce((sum, [name, text]) => sum + (name === key ? 0 : text.length), 0);
      if (others + value.length > room) return false;
      kept.set(key, value);
      return true;
    },
    remove: (key) => void kept.delete(key),
  };
}

type Reply = Partial<HttpAnswer> & { readonly json?: unknown };

/** Answers by `METHOD /path` without the query; a route may be a function of the request. What is missing is 404. */
export function fakeHttp(routes: Record<string, Reply | ((request: HttpRequest) => Reply)>) {
  const requests: HttpRequest[] = [];
  const http: Http = async (request) => {
    requests.push(request);
    const route = routes[`${request.method} ${request.path.split('?')[0]}`];
    const reply = (typeof route === 'function' ? route(request) : route) ?? { status: 404 };
    return {
      status: reply.status ?? 200,
      body: reply.body ?? (reply.json === undefined ? '' : JSON.stringify(reply.json)),
      etag: reply.etag ?? null,
    };
  };
  /** Requests so far, by the same names. */
  const asked = (name: string) => requests.filter(({ method, path }) => `${method} ${path.split('?')[0]}` === name);
  return { http, requests, asked, routes };
}

interface FakeStream {
  readonly url: string;
  readonly closed: boolean;
  /** As the server sends it: an object becomes JSON. */
  send(type: string, data?: unknown): void;
}

export function fakeStreams() {
  const opened: FakeStream[] = [];
  const open: OpenStream = (url) => {
    const listeners: { readonly type: string; readonly take: (event: { readonly data?: unknown }) => void }[] = [];
    const stream = {
      url,
      closed: false,
      send(type: string, data?: unknown) {
        const text = typeof data === 'object' ? JSON.stringify(data) : data;
        for (const listener of listeners) if (listener.type === type) listener.take({ data: text });
      },
    };
    opened.push(stream);
    return {
      addEventListener: (type, take) => void listeners.push({ type, take }),
      close() {
        stream.closed = true;
      },
    };
  };
  return { open, opened, last: () => opened[opened.length - 1] };
}

/** Lets promises that are ready settle, however long their chain. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 400; turn += 1) await Promise.resolve();
}

/** A box of a known make; `fault` is an error that nobody caught. */
export function fakeDevice(given: Partial<Device> = {}) {
  const listeners: ((text: string) => void)[] = [];
  const restarts: number[] = [];
  const device: Device = {
    app: '0.1.0',
    engine: 'WebKit 605.1.15',
    model: 'HC3100',
    smartCard: '8531002026000017',
    screen: '1920x1080',
    memoryMb: () => 84,
    restart: () => void restarts.push(restarts.length + 1),
    onFault(listener) {
      listeners.push(listener);
      return () => void listeners.splice(listeners.indexOf(listener), 1);
    },
    ...given,
  };
  const fault = (text: string) => {
    for (const listener of listeners) listener(text);
  };
  return { device, restarts, fault };
}
