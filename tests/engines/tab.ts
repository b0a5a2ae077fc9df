// What every engine's tab does alike: JSON across the border, waiting with a useful error, a thumb's pace.
import { setTimeout as pause } from 'node:timers/promises';
import type { RemoteKey } from '../../src/tv/remote/keys.ts';
import type { Tab } from './engine.ts';
import { codeOf } from './keys.ts';

/** What an adapter must know how to do. */
export interface Driver {
  /** Runs an ES5 expression whose value is always a string, and gives that string. */
  run(expression: string): Promise<string>;
  key(code: number): Promise<void>;
  screenshot(): Promise<Buffer>;
  console(): Promise<readonly string[]>;
  reload(): Promise<void>;
  close(): Promise<void>;
}

/** The app drops a key that follows itself faster than 80 ms; a thumb is slower. */
const THUMB_MS = 110;
const POLL_MS = 20;

/** Makes a tab of what an engine can do. */
export function createTab(driver: Driver): Tab {
  let last = { code: Number.NaN, at: 0 };

  async function evaluate<T>(expression: string): Promise<T> {
    const answer = JSON.parse(await driver.run(wrapped(expression))) as { value?: T; error?: string };
    if (answer.error !== undefined) throw new Error(`${answer.error}\nin the page, from: ${expression}`);
    return answer.value as T;
  }

  return {
    evaluate,
    async press(key: RemoteKey | number) {
      const code = codeOf(key);
      if (code === last.code) await pause(Math.max(0, last.at + THUMB_MS - performance.now()));
      await driver.key(code);
      last = { code, at: performance.now() };
    },
    async waitFor<T>(expression: string, { what, timeoutMs = 10_000 }: { what: string; timeoutMs?: number }) {
      const end = performance.now() + timeoutMs;
      for (;;) {
        const value = await evaluate<T>(expression);
        if (value) return value;
        if (performance.now() > end) throw new Error(await whyNot(what, timeoutMs, value));
        await pause(POLL_MS);
      }
    },
    screenshot: driver.screenshot,
    console: driver.console,
    reload: driver.reload,
    close: driver.close,
  };

  async function whyNot(what: string, timeoutMs: number, value: unknown): Promise<string> {
    const root = await evaluate<unknown>(
      '[location.href].concat([].map.call(document.documentElement.attributes, function (a) { return a.name + "=" + a.value }))',
    ).catch(String);
    return [
      `Waited ${timeoutMs} ms in vain for: ${what}; last value ${JSON.stringify(value)}`,
      `The page: ${JSON.stringify(root)}`,
      ...(await driver.console()).slice(-15),
    ].join('\n');
  }
}

/** Undefined becomes null on its way; an exception travels as text. */
const wrapped = (expression: string): string => `(function () {
  try {
    var value = (${expression});
    return JSON.stringify({ value: value === undefined ? null : value });
  } catch (error) {
    return JSON.stringify({ error: String(error) });
  }
})()`;
