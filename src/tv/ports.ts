// What the television app asks of the engine it runs in; everything else is pure, so it runs in Node and on a box of 2016.

/** `path` is absolute on the app's own origin. A request that takes longer than `timeoutMs` counts as unanswered. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly timeoutMs: number;
}

/** `status` 0: nobody answered. `etag` is the header as it came. */
export interface HttpAnswer {
  readonly status: number;
  readonly body: string;
  readonly etag: string | null;
}

/** Never rejects: an unanswered request is an answer with status 0. */
export type Http = (request: HttpRequest) => Promise<HttpAnswer>;

/** The part of EventSource the app uses. */
export interface Stream {
  addEventListener(type: string, listener: (event: { readonly data?: unknown }) => void): void;
  close(): void;
}
export type OpenStream = (url: string) => Stream;

/** A store of strings that may be full or forbidden: writing tells whether it worked, nothing throws. */
export interface Shelf {
  read(key: string): string | null;
  write(key: string, value: string): boolean;
  remove(key: string): void;
}

export type Cancel = () => void;

export interface Timers {
  /** The box's own clock, ms since 1970; may be wrong by years. */
  wall(): number;
  /** Milliseconds that only ever grow; only differences mean anything. */
  steady(): number;
  after(ms: number, run: () => void): Cancel;
}

/** From 0 (included) to 1 (excluded). */
export type Random = () => number;

/** The page's address; `dropHash` takes the fragment, which carries the box's token, out of sight. */
export interface Place {
  readonly origin: string;
  readonly search: string;
  readonly hash: string;
  dropHash(): void;
}

/** Nothing here throws or tells whether it worked: what cannot be heard is seen. */
export interface Loudspeaker {
  /** A few seconds that make people look up. */
  tone(): void;
  /** In Chinese, piece by piece. */
  say(words: readonly string[]): void;
  hush(): void;
}

/** What the app can learn of the box it runs on, and the one thing it can do to it. */
export interface Device {
  /** Version of the app. */
  readonly app: string;
  /** WebKit 605.1.15; at most 120 characters. */
  readonly engine: string;
  /** As the box's own interface tells it; null: it tells nothing. */
  readonly model: string | null;
  readonly smartCard: string | null;
  /** 1920x1080 */
  readonly screen: string;
  /** Of the page; null: the engine does not tell. */
  memoryMb(): number | null;
  /** Loads the app anew. */
  restart(): void;
  /** Errors that nobody caught. */
  onFault(listener: (text: string) => void): Cancel;
}
