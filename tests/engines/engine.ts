// The port to a set-top box's browser: what a test may do with it, the same for the three engines.
import type { RemoteKey } from '../../src/tv/remote/keys.ts';

export const ENGINE_NAMES = ['chromium', 'wpe', 'qtwebkit'] as const;
export type EngineName = (typeof ENGINE_NAMES)[number];

/** A running browser. Every tab is a box of its own: it shares no storage with other tabs. */
export interface Engine {
  readonly name: EngineName;
  /** Of the page, in CSS pixels; a screenshot has the same size. */
  readonly size: { readonly width: number; readonly height: number };
  /** Opens a page and waits until its `load` event. */
  open(url: string): Promise<Tab>;
  /** Ends the browser with all its tabs and processes. */
  close(): Promise<void>;
}

export interface Tab {
  /**
   * One key of the remote, down and up, as the page's `keydown` with that `keyCode`: trusted where the engine can
   * send the code (Chromium: any code; WPE and QtWebKit: what a keyboard has), else a dispatched event.
   * The same key follows itself no faster than a thumb does, since the app drops faster repeats.
   */
  press(key: RemoteKey | number): Promise<void>;
  /** The value of an ES5 expression in the page; it must survive JSON. Throws what the expression throws. */
  evaluate<T>(expression: string): Promise<T>;
  /**
   * Waits until an ES5 expression is truthy and gives its value.
   * @throws Error naming `what`, with the last value and the end of the page's console, after `timeoutMs` (10 s).
   */
  waitFor<T>(expression: string, options: { readonly what: string; readonly timeoutMs?: number }): Promise<T>;
  /** A PNG of the page. */
  screenshot(): Promise<Buffer>;
  /** What the page wrote to its console and its uncaught errors, oldest first; WPE begins to listen at `load`. */
  console(): Promise<readonly string[]>;
  /** Loads the page again; its storage stays. */
  reload(): Promise<void>;
  close(): Promise<void>;
}
