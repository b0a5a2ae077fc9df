// Orders from the server to this box: each is carried out once, and the server is told when it is done.
import type { BoxOrder } from '../../contract/boxes.ts';
import { backoff } from '../feed/backoff.ts';
import { PATHS } from '../feed/paths.ts';
import { isObject, type ShelfRecord } from '../feed/record.ts';
import { isLogLevel, type Log } from '../log.ts';
import type { Cancel, Random, Timers } from '../ports.ts';
import type { Ask } from './ask.ts';

export interface CommandParts {
  readonly ask: Ask;
  readonly timers: Timers;
  readonly random: Random;
  readonly log: Log;
  /** Ids of what was carried out, over restarts: a restart that is ordered once more must not go on for ever. */
  readonly done: ShelfRecord<readonly string[]>;
  readonly identify: () => void;
  /** True once everything was pulled anew. */
  readonly resync: () => Promise<boolean>;
  readonly restart: () => void;
}

export interface Commands {
  /** What the stream brought as `command`. */
  take(command: unknown): void;
  stop(): void;
}

interface Command {
  readonly id: string;
  readonly order: BoxOrder;
}

const MOST_IDS = 20;
const TRIES = 4;
const RETRY_MS = { first: 2_000, most: 30_000 };

export function takeCommands(parts: CommandParts): Commands {
  const { ask, timers, random, log, done } = parts;
  let seen = done.read() ?? [];
  let stopped = false;
  let cancels: readonly Cancel[] = [];

  /** True when it is certain that this id is known at the next start, too. */
  function remember(id: string): boolean {
    seen = [...seen, id].slice(-MOST_IDS);
    return done.write(seen);
  }

  const pause = (ms: number) =>
    new Promise<void>((resolve) => {
      cancels = [...cancels, timers.after(ms, resolve)];
    });

  async function acknowledge(id: string): Promise<boolean> {
    for (let tries = 0; tries < TRIES && !stopped; tries += 1) {
      if (tries > 0) await pause(backoff(random, tries, RETRY_MS.first, RETRY_MS.most));
      const path = PATHS.commandDone.replace(':id', encodeURIComponent(id));
      const { status } = await ask({ method: 'POST', path, headers: {} });
      if (status >= 200 && status < 300) return true;
      // The order is not this box's, or gone: asking again changes nothing.
      if (status >= 400 && status < 500 && status !== 429) return false;
    }
    return false;
  }

  async function carryOut({ id, order }: Command): Promise<void> {
    const kept = remember(id);
    log.info(`command: ${order.kind}`);
    switch (order.kind) {
      case 'identify':
        parts.identify();
        break;
      case 'log-level':
        log.setLevel(order.level);
        break;
      case 'resync':
        if (!(await parts.resync())) {
          log.warn('command: nothing was pulled');
          return;
        }
        break;
      case 'restart': {
        const heard = await acknowledge(id);
        // Neither told nor kept: it would come again after the restart, and again.
        if (!stopped && (heard || kept)) parts.restart();
        return;
      }
    }
    await acknowledge(id);
  }

  return {
    take(value) {
      const command = readCommand(value);
      if (!command) return log.warn('command: not understood');
      if (seen.indexOf(command.id) >= 0) void acknowledge(command.id);
      else void carryOut(command);
    },
    stop() {
      stopped = true;
      for (const cancel of cancels) cancel();
    },
  };
}

function readCommand(value: unknown): Command | null {
  if (!isObject(value) || typeof value.id !== 'string' || value.id === '') return null;
  const order = readOrder(value.order);
  return order && { id: value.id, order };
}

function readOrder(value: unknown): BoxOrder | null {
  if (!isObject(value)) return null;
  switch (value.kind) {
    case 'identify':
    case 'resync':
    case 'restart':
      return { kind: value.kind };
    case 'log-level':
      return isLogLevel(value.level) ? { kind: 'log-level', level: value.level } : null;
    default:
      return null;
  }
}
