// Hands a draft over to a phone and follows what it writes, until it is sent, its time runs out, or nobody looks any more.
import type { RequestInput } from '../../contract/requests.ts';
import { type Ask, JSON_BODY } from '../box/ask.ts';
import { PATHS } from '../feed/paths.ts';
import { isObject, parse } from '../feed/record.ts';
import type { Handover } from '../navigation/requests.ts';
import type { Cancel, Timers } from '../ports.ts';
import { readDraft } from './read.ts';

export interface Follower {
  open(input: RequestInput): void;
  close(): void;
}

export interface FollowerParts {
  readonly ask: Ask;
  readonly timers: Timers;
  readonly newId: () => string;
  readonly emit: (handover: Handover) => void;
}

/** The server answers within 20 s. */
const POLL_MS = 30_000;
const RETRY_MS = 5_000;

export function followHandovers({ ask, timers, newId, emit }: FollowerParts): Follower {
  /** An answer that comes after it was closed, or opened anew, is nobody's. */
  let turn = 0;
  let cancel: Cancel | null = null;

  async function follow(path: string, shown: Handover, mine: number): Promise<void> {
    const { draft } = shown;
    if (draft?.state === 'sent' || draft?.state === 'over') return;
    const query = `?after=${draft?.revision ?? 0}`;
    const { status, body } = await ask({ method: 'GET', path: path + query, headers: {}, timeoutMs: POLL_MS });
    if (mine !== turn) return;
    const next = status === 200 ? readDraft(parse(body)) : null;
    const changed = next !== null && next.revision !== draft?.revision;
    const now = { ...shown, draft: next ?? draft, trouble: next === null };
    if (changed || now.trouble !== shown.trouble) emit(now);
    // An answer that is nothing new came of a server that does not wait, or of its 20 s.
    if (changed) return follow(path, now, mine);
    cancel = timers.after(next ? RETRY_MS / 5 : RETRY_MS, () => void follow(path, now, mine));
  }

  function close(): void {
    turn += 1;
    cancel?.();
    cancel = null;
  }

  return {
    async open(input) {
      close();
      const mine = turn;
      const id = newId();
      const path = PATHS.handover.replace(':id', id);
      const answer = await ask({ method: 'PUT', path, headers: JSON_BODY, body: JSON.stringify(input) });
      if (mine !== turn) return;
      const opened = parse(answer.body);
      const draft = isObject(opened) ? readDraft(opened.draft) : null;
      if (answer.status !== 200 || !draft || !isObject(opened) || typeof opened.url !== 'string')
        return emit({ url: null, id: null, draft: null, trouble: true });
      const shown = { url: opened.url, id, draft, trouble: false };
      emit(shown);
      await follow(path, shown, mine);
    },
    close,
  };
}
