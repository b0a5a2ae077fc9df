// The whole television app against a whole server in the same process: real store, real stream; what is between them can be bent.
import { vi } from 'vitest';
import { type App, startApp } from '../../src/tv/app.ts';
import type { Frame } from '../../src/tv/navigation/frame.ts';
import type { HttpAnswer, HttpRequest, OpenStream, Shelf } from '../../src/tv/ports.ts';
import type { Caller, TestServer } from '../support/server.ts';
import { openStream } from '../support/stream.ts';
import { fakeDevice, fakeShelf } from './fakes.ts';

/** The network in between: what a box is answered, and what its stream brings. */
export interface Between {
  answer?(request: HttpRequest, answer: HttpAnswer): HttpAnswer;
  event?(type: string, data: string): string;
}

const running: App[] = [];

export function stopTelevisions(): void {
  for (const app of running.splice(0)) app.stop();
}

/** Nothing waits by chance: what is spread over seconds comes at once. */
export function startTelevision(
  server: TestServer,
  url: string,
  box: Caller,
  { shelf = fakeShelf() as Shelf, between = {} as Between, root = null as string | null } = {},
) {
  const frames: Frame[] = [];
  const requests: HttpRequest[] = [];
  let inject: ((type: string, data: unknown) => void) | null = null;
  const wall = () => server.now() + performance.now() - begun;
  const begun = performance.now();

  const http = async (request: HttpRequest): Promise<HttpAnswer> => {
    requests.push(request);
    const response = await server.app.inject({
      method: request.method,
      url: request.path,
      headers: { ...request.headers },
      ...(request.body !== undefined && { payload: request.body }),
    });
    const etag = response.headers.etag;
    const answer = { status: response.statusCode, body: response.body, etag: typeof etag === 'string' ? etag : null };
    return between.answer?.(request, answer) ?? answer;
  };

  const eventSource: OpenStream = (path) => {
    const listeners: [string, (event: { readonly data?: unknown }) => void][] = [];
    let closed = false;
    let close = () => {
      closed = true;
    };
    const tell = (type: string, data: string) => {
      const given = between.event?.(type, data) ?? data;
      if (!closed) for (const [name, listener] of listeners) if (name === type) listener({ data: given });
    };
    inject = (type, data) => tell(type, JSON.stringify(data));
    const follow = async () => {
      const stream = await openStream(`${url}${path}`);
      close = () => {
        closed = true;
        stream.close();
      };
      if (closed) return stream.close();
      void stream.closed().then(() => tell('error', ''));
      for (;;) {
        const { event, data } = await stream.next();
        tell(event, JSON.stringify(data));
      }
    };
    follow().catch(() => tell('error', ''));
    return { addEventListener: (type, listener) => void listeners.push([type, listener]), close: () => close() };
  };

  const page = Object.assign(new EventTarget(), { defaultView: new EventTarget() });
  const app = startApp({
    settings: { remote: 'auto', elder: true, motion: true, standby: 0 },
    root,
    loudspeaker: { tone: () => {}, say: () => {}, hush: () => {} },
    http,
    eventSource,
    shelf,
    timers: {
      wall,
      steady: () => performance.now(),
      after(ms, run) {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
    },
    random: () => 0,
    location: {
      origin: url,
      search: '',
      hash: `#box=${box.headers.authorization?.slice('Bearer '.length)}`,
      dropHash: vi.fn(),
    },
    document: page as unknown as Document,
    device: fakeDevice().device,
    onFrame(frame, drawn) {
      frames.push(frame);
      drawn();
    },
  });
  running.push(app);
  return {
    app,
    shelf,
    requests,
    /** Digits of the remote; one that follows itself at once is dropped, as a repeat. */
    press(...digits: readonly string[]) {
      for (const digit of digits)
        page.dispatchEvent(Object.assign(new Event('keydown'), { keyCode: digit.charCodeAt(0) }));
    },
    /** As if the server's stream had brought it. */
    inject: (type: string, data: unknown) => inject?.(type, data),
    /** Is it on the screen now? */
    shows: (words: string) => JSON.stringify(frames.at(-1)).includes(words),
    /** Was it ever? */
    showed: (words: string) => JSON.stringify(frames).includes(words),
  };
}
