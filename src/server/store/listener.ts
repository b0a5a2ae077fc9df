// LISTEN on PostgreSQL: one connection of its own that comes back by itself and says when something may have been missed.

import type { Timers } from '../timers.ts';
import { defer } from './defer.ts';
import { StoreError } from './errors.ts';
import type { StoreLog } from './log.ts';
import type { Unlisten } from './store.ts';

interface Subscriber {
  readonly onPayload: (payload: string) => void;
  readonly onGap: (() => void) | undefined;
}

/** A connection on which nobody else works: pg's Client. */
export interface Connection {
  query(text: string): Promise<unknown>;
  end(): Promise<void>;
  on(event: 'notification', handler: (message: { channel: string; payload?: string | undefined }) => void): unknown;
  on(event: 'error', handler: (error: Error) => void): unknown;
  on(event: 'end', handler: () => void): unknown;
}

export interface Listener {
  /** Resolves once notifications arrive. */
  listen(channel: string, subscriber: Subscriber): Promise<Unlisten>;
  close(): Promise<void>;
}

const FIRST_RETRY_MS = 100;
const LAST_RETRY_MS = 10_000;
/** A connection that a firewall dropped looks alive for minutes: ask, and give up on it when it does not answer. */
const CHECK_MS = 15_000;
const ANSWER_MS = 5_000;

export function createListener(deps: { connect: () => Promise<Connection>; timers: Timers; log: StoreLog }): Listener {
  const { timers, log } = deps;
  const channels = new Map<string, Set<Subscriber>>();
  let client: Connection | undefined;
  let ready = defer<Connection>();
  let started = false;
  let closed = false;
  let stopRetry = () => {};
  const stopChecks = timers.every(CHECK_MS, () => void check());

  function each(channel: string, call: (subscriber: Subscriber) => void): void {
    for (const subscriber of channels.get(channel) ?? []) {
      try {
        call(subscriber);
      } catch (error) {
        log.error({ err: error, channel }, 'a listener of the store failed');
      }
    }
  }

  async function open(retryMs: number, missed: boolean): Promise<void> {
    let opened: Connection | undefined;
    try {
      opened = await deps.connect();
      const current = opened;
      for (const channel of channels.keys()) await current.query(listenTo(channel));
      if (closed) return void current.end();
      current.on('notification', ({ channel, payload = '' }) => {
        if (client === current) each(channel, ({ onPayload }) => onPayload(payload));
      });
      current.on('error', (error) => lose(current, error));
      current.on('end', () => lose(current, new Error('the connection ended')));
      client = current;
      ready.resolve(current);
      if (missed) for (const channel of channels.keys()) each(channel, ({ onGap }) => onGap?.());
    } catch (error) {
      void opened?.end().catch(() => {});
      log.warn({ err: error }, 'the listening database connection cannot be opened, trying again');
      stopRetry = timers.after(retryMs, () => void open(Math.min(retryMs * 2, LAST_RETRY_MS), true));
    }
  }

  function lose(lost: Connection, error: unknown): void {
    if (closed || client !== lost) return;
    log.warn({ err: error }, 'the listening database connection was lost');
    client = undefined;
    ready = defer();
    void lost.end().catch(() => {});
    void open(FIRST_RETRY_MS, true);
  }

  async function check(): Promise<void> {
    const asked = client;
    if (!asked) return;
    const stop = timers.after(ANSWER_MS, () => lose(asked, new Error('the connection does not answer')));
    await asked.query('select 1').catch((error: unknown) => lose(asked, error));
    stop();
  }

  return {
    async listen(channel, subscriber) {
      if (closed) throw new StoreError('unavailable', 'the store is closed');
      const subscribers = channels.get(channel) ?? new Set();
      channels.set(channel, subscribers.add(subscriber));
      if (!started) {
        started = true;
        void open(FIRST_RETRY_MS, false);
      }
      await listening(channel);
      return async () => {
        subscribers.delete(subscriber);
        if (subscribers.size > 0 || channels.get(channel) !== subscribers) return;
        channels.delete(channel);
        await client?.query(`unlisten ${quoted(channel)}`).catch(() => {});
      };
    },
    async close() {
      closed = true;
      stopChecks();
      stopRetry();
      ready.promise.catch(() => {});
      ready.reject(new StoreError('unavailable', 'the store is closed'));
      await client?.end();
    },
  };

  /** A connection opened later listens to every channel there is by then; one that is open must be told. */
  async function listening(channel: string): Promise<void> {
    const current = await ready.promise;
    try {
      await current.query(listenTo(channel));
    } catch (error) {
      if (client === current) throw error;
      await ready.promise;
    }
  }
}

const quoted = (channel: string) => `"${channel.replaceAll('"', '""')}"`;
const listenTo = (channel: string) => `listen ${quoted(channel)}`;
