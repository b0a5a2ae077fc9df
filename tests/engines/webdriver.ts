// The few W3C WebDriver commands a tab needs, over fetch.

/** One session of a WebDriver: one browser with one window. */
export interface WebDriverSession {
  goto(url: string): Promise<void>;
  refresh(): Promise<void>;
  /** Runs a function body and gives what it returns. */
  execute<T>(body: string): Promise<T>;
  /** Runs a function body whose last argument is the function that ends it. */
  executeAsync(body: string): Promise<void>;
  /** Key down and up; `value` is a character or one of the standard's private code points. */
  key(value: string): Promise<void>;
  screenshot(): Promise<Buffer>;
}

/** @throws Error with the driver's own words when the browser does not start */
export async function createSession(driver: string, alwaysMatch: object): Promise<WebDriverSession> {
  const { sessionId } = await command<{ sessionId: string }>(driver, 'POST', '/session', {
    capabilities: { alwaysMatch },
  });
  const session = `${driver}/session/${sessionId}`;
  return {
    goto: (url) => command(session, 'POST', '/url', { url }),
    refresh: () => command(session, 'POST', '/refresh', {}),
    execute: (script) => command(session, 'POST', '/execute/sync', { script, args: [] }),
    executeAsync: (script) => command(session, 'POST', '/execute/async', { script, args: [] }),
    async key(value) {
      const actions = [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ];
      await command(session, 'POST', '/actions', { actions: [{ type: 'key', id: 'remote', actions }] });
    },
    async screenshot() {
      return Buffer.from(await command<string>(session, 'GET', '/screenshot'), 'base64');
    },
  };
}

/** True as soon as the driver listens. */
export async function isReady(driver: string): Promise<boolean> {
  const status = await command<{ ready: boolean }>(driver, 'GET', '/status').catch(() => undefined);
  return status?.ready === true;
}

/** A browser that cannot draw crashes over and over, and its driver waits for ever. */
const ANSWER_MS = 25_000;

async function command<T>(base: string, method: 'GET' | 'POST', path: string, body?: object): Promise<T> {
  const signal = AbortSignal.timeout(ANSWER_MS);
  const response = await fetch(base + path, { method, signal, ...(body ? { body: JSON.stringify(body) } : {}) });
  const { value } = (await response.json()) as { value: T & { error?: string; message?: string } };
  if (!response.ok) throw new Error(`WebDriver ${method} ${path}: ${value.error} ${value.message}`);
  return value;
}
