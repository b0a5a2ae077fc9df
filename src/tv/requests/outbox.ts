// Requests on their way to the server: on the shelf before they are sent, so that a power cut loses none; again until heard.
import type { SentRequest } from '../../contract/box-requests.ts';
import type { RequestInput } from '../../contract/requests.ts';
import { type Ask, JSON_BODY } from '../box/ask.ts';
import { isBoolean, isDate, isText, orNull, shaped } from '../catalogue/shapes.ts';
import { backoff } from '../feed/backoff.ts';
import { PATHS } from '../feed/paths.ts';
import { isObject, parse, recordOn, type ShelfRecord } from '../feed/record.ts';
import type { Outcome, SentReport } from '../navigation/requests.ts';
import type { Cancel, HttpAnswer, Random, Shelf, Timers } from '../ports.ts';

export interface Sending extends Pick<SentReport, 'category' | 'privacy'> {
  readonly input: RequestInput;
}

export interface Waiting extends Sending {
  readonly id: string;
}

export interface Outbox {
  /** `id` null: it is a new one. */
  send(id: string | null, sending: Sending): void;
  /** One that is nowhere but in memory. */
  again(id: string): void;
  drop(id: string): void;
  /** The line is up again. */
  hurry(): void;
  stop(): void;
}

export interface OutboxParts {
  readonly ask: Ask;
  readonly timers: Timers;
  readonly random: Random;
  readonly kept: ShelfRecord<readonly Waiting[]>;
  readonly newId: () => string;
  /** `waiting`: how many are on the shelf; a report null: nothing but that is told. */
  readonly emit: (report: SentReport | null, waiting: number) => void;
}

const RETRY_MS = { first: 10_000, most: 15 * 60_000 };
/** A household that reports more than this without a network has something else to do. */
const MOST = 20;

export const outboxOn = (shelf: Shelf): ShelfRecord<readonly Waiting[]> =>
  recordOn(shelf, 'linli.outbox', 1, (value) => (Array.isArray(value) ? value.filter(isWaiting) : null));

export function createOutbox({ ask, timers, random, kept, newId, emit }: OutboxParts): Outbox {
  let waiting = kept.read() ?? [];
  /** What must not lie on the shelf, because nobody may find it there, or because there is no room. */
  const loose: Record<string, Waiting> = {};
  let failures = 0;
  let isSending = false;
  let stopped = false;
  let cancel: Cancel | null = null;

  function tell({ id, category, privacy }: Waiting, outcome: Outcome): void {
    if (!stopped) emit({ key: id, category, privacy, outcome }, waiting.length);
  }

  /** Null: nobody has answered. */
  async function deliver({ id, input }: Waiting): Promise<Outcome | null> {
    const path = PATHS.request.replace(':id', id);
    return outcomeOf(await ask({ method: 'PUT', path, headers: JSON_BODY, body: JSON.stringify(input) }));
  }

  async function deliverKept(): Promise<void> {
    const [first] = waiting;
    if (!first || isSending || cancel || stopped) return;
    isSending = true;
    const outcome = await deliver(first);
    isSending = false;
    if (stopped) return;
    const others = waiting.filter((entry) => entry !== first);
    // One that fails lets the others go before it.
    waiting = outcome ? others : [...others, first];
    kept.write(waiting);
    if (outcome) {
      failures = 0;
      tell(first, outcome);
      return deliverKept();
    }
    for (const entry of waiting) tell(entry, { kind: 'kept' });
    cancel = timers.after(backoff(random, failures, RETRY_MS.first, RETRY_MS.most), () => {
      cancel = null;
      void deliverKept();
    });
    failures += 1;
  }

  async function deliverLoose(entry: Waiting): Promise<void> {
    const outcome = await deliver(entry);
    if (outcome) delete loose[entry.id];
    tell(entry, outcome ?? { kind: 'unkept' });
  }

  function retry(): void {
    cancel?.();
    cancel = null;
    void deliverKept();
  }

  if (waiting.length > 0) emit(null, waiting.length);
  void deliverKept();
  return {
    send(id, sending) {
      const entry = { id: id ?? newId(), ...sending };
      const isKept = sending.privacy === 'open' && waiting.length < MOST && kept.write([...waiting, entry]);
      if (isKept) waiting = [...waiting, entry];
      else loose[entry.id] = entry;
      tell(entry, { kind: 'sending' });
      if (isKept) retry();
      else void deliverLoose(entry);
    },
    again(id) {
      const entry = loose[id];
      if (entry) void deliverLoose(entry);
    },
    drop(id) {
      delete loose[id];
    },
    hurry() {
      failures = 0;
      retry();
    },
    stop() {
      stopped = true;
      cancel?.();
    },
  };
}

/** What the server will never take is told, and not sent again; a credential that is void has an end of its own. */
function outcomeOf({ status, body }: HttpAnswer): Outcome | null {
  const answer = parse(body);
  if (status >= 200 && status < 300) return isSent(answer) ? { kind: 'sent', sent: answer as SentRequest } : null;
  if (status < 400 || status >= 500 || status === 401 || status === 408 || status === 429) return null;
  return { kind: 'refused', reason: isObject(answer) && typeof answer.detail === 'string' ? answer.detail : '' };
}

const isSent = shaped<Omit<SentRequest, 'id'>>({
  number: isText,
  dueAt: isDate,
  queryCode: orNull(isText),
  followed: isBoolean,
});

const isWaiting = (value: unknown): value is Waiting =>
  isObject(value) && [value.id, value.category, value.privacy].every(isText) && isObject(value.input);
