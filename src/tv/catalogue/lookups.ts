// Counts what is looked up on this box and tells the server now and then: how often, never when or by whom.
import type { Lookups } from '../../contract/catalogue.ts';
import { type Ask, JSON_BODY } from '../box/ask.ts';
import { backoff } from '../feed/backoff.ts';
import { PATHS } from '../feed/paths.ts';
import { isObject, recordOn, type ShelfRecord } from '../feed/record.ts';
import type { Cancel, Random, Shelf, Timers } from '../ports.ts';

type Counts = Readonly<Record<string, number>>;

/** By number of the guide, and by the digits that found nothing. */
export interface Counted {
  readonly opened: Counts;
  readonly missed: Counts;
}

export interface LookupCounter {
  opened(number: string): void;
  missed(digits: string): void;
  /** The line is up again. */
  hurry(): void;
  stop(): void;
}

export interface LookupParts {
  readonly ask: Ask;
  readonly timers: Timers;
  readonly random: Random;
  readonly kept: ShelfRecord<Counted>;
}

/** The contract's most for one call. */
const MOST = { opened: 500, missed: 50, times: 1000 } as const;
const GATHER_MS = { least: 5 * 60_000, spread: 10 * 60_000 };
const RETRY_MS = { first: 60_000, most: 3_600_000 };
const NOTHING: Counted = { opened: {}, missed: {} };

export const lookupsOn = (shelf: Shelf): ShelfRecord<Counted> => recordOn(shelf, 'linli.lookups', 1, checkCounted);

export function countLookups({ ask, timers, random, kept }: LookupParts): LookupCounter {
  let waiting = kept.read() ?? NOTHING;
  let failures = 0;
  let isSending = false;
  let stopped = false;
  let cancel: Cancel | null = null;

  function schedule(ms: number): void {
    if (stopped || cancel || isSending || isEmpty(waiting)) return;
    cancel = timers.after(ms, () => {
      cancel = null;
      void send();
    });
  }
  const gather = () => schedule(GATHER_MS.least + random() * GATHER_MS.spread);

  function add(what: keyof Counted, name: string): void {
    waiting = { ...waiting, [what]: plus(waiting[what], name, MOST[what]) };
    kept.write(waiting);
    gather();
  }

  async function send(): Promise<void> {
    const told = waiting;
    isSending = true;
    const body = JSON.stringify(reportOf(told));
    const { status } = await ask({ method: 'POST', path: PATHS.lookups, headers: JSON_BODY, body });
    isSending = false;
    if (stopped) return;
    // What the server finds malformed it would refuse for ever.
    if ((status >= 200 && status < 300) || status === 400 || status === 422) {
      failures = 0;
      waiting = { opened: less(waiting.opened, told.opened), missed: less(waiting.missed, told.missed) };
      kept.write(waiting);
      return gather();
    }
    schedule(backoff(random, failures, RETRY_MS.first, RETRY_MS.most));
    failures += 1;
  }

  gather();
  return {
    opened: (number) => add('opened', number),
    missed: (digits) => add('missed', digits),
    hurry() {
      if (failures === 0) return;
      failures = 0;
      cancel?.();
      cancel = null;
      gather();
    },
    stop() {
      stopped = true;
      cancel?.();
    },
  };
}

const isEmpty = ({ opened, missed }: Counted): boolean =>
  Object.keys(opened).length === 0 && Object.keys(missed).length === 0;

/** New names find no room where there are `most` already. */
function plus(counts: Counts, name: string, most: number): Counts {
  const before = counts[name];
  if (before === undefined && Object.keys(counts).length >= most) return counts;
  return { ...counts, [name]: Math.min(MOST.times, (before ?? 0) + 1) };
}

/** What came while the rest was on its way. */
function less(counts: Counts, told: Counts): Counts {
  const left: Record<string, number> = {};
  for (const name of Object.keys(counts)) {
    const times = (counts[name] ?? 0) - (told[name] ?? 0);
    if (times > 0) left[name] = times;
  }
  return left;
}

function reportOf({ opened, missed }: Counted): Lookups {
  return {
    opened: Object.keys(opened).map((number) => ({ number, times: opened[number] })),
    missed: Object.keys(missed).map((digits) => ({ digits, times: missed[digits] })),
  } as Lookups;
}

function checkCounted(value: unknown): Counted | null {
  if (!isObject(value) || !isCounts(value.opened) || !isCounts(value.missed)) return null;
  return { opened: value.opened, missed: value.missed };
}

export const isCounts = (value: unknown): value is Counts =>
  isObject(value) && Object.keys(value).every((name) => typeof value[name] === 'number');
