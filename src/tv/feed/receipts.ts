// Tells the server what was received, shown and read: in batches, again until it is heard, and never twice at once.
import type { Receipt } from '../../contract/feed.ts';
import { type Ask, JSON_BODY } from '../box/ask.ts';
import type { Cancel, HttpAnswer, Random, Timers } from '../ports.ts';
import { backoff } from './backoff.ts';
import { PATHS } from './paths.ts';
import { isObject, parse, type ShelfRecord } from './record.ts';

export interface Receipts {
  /** What waits already is not added again. `urgent`: the server waits for these. */
  add(receipts: readonly Receipt[], urgent?: boolean): void;
  /** The line is up again: do not wait out a pause that was for a dead one. */
  hurry(): void;
  stop(): void;
}

export interface ReceiptParts {
  readonly ask: Ask;
  readonly timers: Timers;
  readonly random: Random;
  readonly kept: ShelfRecord<readonly Receipt[]>;
}

/** The contract's most for one call. */
const BATCH = 100;
/** Older ones go first when a box was away for long; what is on its screen is reported anew by opening it. */
const MOST_WAITING = 400;
/** Who makes things up must not crowd out what was truly shown. */
const MOST_REFUSED = 50;
/** A notice reaches all boxes at once; their thanks come spread over these seconds. */
const GATHER_MS = { least: 300, spread: 2_500 };
/** Of an alert at once, and still not in one heap. */
const URGENT_MS = { least: 100, spread: 1_400 };
const RETRY_MS = { first: 5_000, most: 300_000 };

export function startReceipts({ ask, timers, random, kept }: ReceiptParts): Receipts {
  let waiting: readonly Receipt[] = kept.read() ?? [];
  let failures = 0;
  let sending = false;
  let stopped = false;
  let cancel: Cancel | null = null;

  const keep = (receipts: readonly Receipt[]) => {
    waiting = receipts.slice(-MOST_WAITING);
    kept.write(waiting);
  };
  const schedule = (ms: number) => {
    if (stopped || sending || cancel || waiting.length === 0) return;
    cancel = timers.after(ms, () => {
      cancel = null;
      void send();
    });
  };
  const soon = ({ least, spread } = GATHER_MS) => schedule(least + random() * spread);

  async function send(): Promise<void> {
    const batch = waiting.slice(0, BATCH);
    sending = true;
    const body = JSON.stringify({ receipts: batch });
    const answer = await ask({ method: 'POST', path: PATHS.receipts, headers: JSON_BODY, body });
    sending = false;
    if (stopped) return;
    const settled = settledBy(answer, batch);
    if (settled.length === 0) {
      schedule(backoff(random, failures, RETRY_MS.first, RETRY_MS.most));
      failures += 1;
      return;
    }
    failures = 0;
    keep(waiting.filter((receipt) => !settled.includes(receipt)));
    soon();
  }

  soon();
  return {
    add(receipts, urgent = false) {
      const known = new Set(waiting.map(keyOf));
      const room = MOST_REFUSED - waiting.filter(isRefused).length;
      const fresh = receipts.filter((receipt) => !known.has(keyOf(receipt)) && (room > 0 || !isRefused(receipt)));
      if (fresh.length === 0) return;
      keep([...waiting, ...fresh]);
      if (!urgent || failures > 0) return soon();
      cancel?.();
      cancel = null;
      soon(URGENT_MS);
    },
    hurry() {
      if (failures === 0) return;
      failures = 0;
      cancel?.();
      cancel = null;
      soon();
    },
    stop() {
      stopped = true;
      cancel?.();
    },
  };
}

const isRefused = ({ step }: Receipt): boolean => step === 'refused';
const keyOf = ({ item, revision, step }: Receipt): string => `${item}:${revision}:${step}`;

/**
 * The receipts of a batch that need not be sent again: all that arrived; of a batch refused for its content those the
 * problem names (`receipts.3`), else the whole batch, which would be refused for ever. Empty: try again later.
 */
function settledBy({ status, body }: HttpAnswer, batch: readonly Receipt[]): readonly Receipt[] {
  if (status >= 200 && status < 300) return batch;
  if (status !== 400 && status !== 403 && status !== 422) return [];
  const problem = parse(body);
  if (!isObject(problem) || typeof problem.code !== 'string') return [];
  const named = Array.isArray(problem.errors) ? problem.errors.map(indexIn) : [];
  const dropped = batch.filter((_, index) => named.includes(index));
  return dropped.length > 0 ? dropped : batch;
}

function indexIn(error: unknown): number {
  const path = isObject(error) && typeof error.path === 'string' ? error.path : '';
  const found = /(?:^|\.)receipts\.(\d+)/.exec(path)?.[1];
  return found === undefined ? -1 : Number(found);
}
