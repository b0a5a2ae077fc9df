// Warnings that are fetched: each source in its own rhythm, an ATOM feed with the documents it leads to or one document.
import { isFeed, linksOf } from '../../../domain/cap/atom.ts';
import { Refusal } from '../../../domain/cap/refusal.ts';
import { DOCUMENT_LIMIT } from '../../../domain/cap/xml-read.ts';
import { instantOf, type Runtime } from '../../runtime.ts';
import type { Store } from '../../store/store.ts';
import { CAP_TEXTS } from '../../texts/cap.zh-CN.ts';
import type { Timers } from '../../timers.ts';
import type { Intake } from './intake.ts';
import { open } from './read-document.ts';
import { claimDue, type SenderRow, updateSender } from './store.ts';

/** How often it is asked whose time has come. */
const TICK_MS = 10_000;
const TIME_LIMIT_MS = 15_000;
/** Of one feed at a time; the rest comes with the next poll. */
const MOST_LINKS = 50;
/** Entries that are remembered, so that they are not fetched again. */
const MOST_SEEN = 5_000;
const ACCEPT = 'application/cap+xml, application/atom+xml, application/xml;q=0.9, text/xml;q=0.9';

export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** What is wrong with a source, in a sentence. */
class PollError extends Error {
  override readonly name = 'PollError';
}

export function createPoller(deps: {
  store: Store;
  runtime: Runtime;
  intake: Pick<Intake, 'receive'>;
  fetch: Fetch;
  timers: Timers;
  log: { error(given: object, text: string): void };
}) {
  const { store, runtime, intake } = deps;
  /** Address and when its entry was changed; a restart fetches once more, which changes nothing. */
  const seen = new Set<string>();
  const stopping = new AbortController();
  let round: Promise<void> = Promise.resolve();
  let stop = () => {};

  /** Everyone whose time has come, side by side; one that fails holds nobody up. */
  async function poll(): Promise<void> {
    const due = await claimDue(store.db, instantOf(runtime.clock()));
    const ends = await Promise.allSettled(due.map(pollOne));
    for (const end of ends)
      if (end.status === 'rejected') deps.log.error({ err: end.reason }, 'a source of warnings was not polled');
  }

  async function pollOne(sender: SenderRow): Promise<void> {
    try {
      const etag = await take(sender, sender.poll_url ?? '');
      await updateSender(store.db, sender.id, { poll_failure: null, ...(etag !== undefined && { poll_etag: etag }) });
    } catch (error) {
      if (!(error instanceof PollError)) throw error;
      await updateSender(store.db, sender.id, { poll_failure: error.message });
    }
  }

  /** The source's new etag; undefined where nothing is new. */
  async function take(sender: SenderRow, url: string): Promise<string | null | undefined> {
    const answer = await get(url, sender.poll_etag);
    if (!answer) return undefined;
    const links = linksIn(answer.bytes, url);
    if (!links) {
      await intake.receive(sender, answer.bytes, null);
      return answer.etag;
    }
    const fresh = links.filter((link) => !seen.has(keyOf(sender, link)));
    for (const link of fresh.slice(0, MOST_LINKS)) {
      const document = await get(link.url, null);
      if (document) await intake.receive(sender, document.bytes, 'cap');
      remember(keyOf(sender, link));
    }
    // Some are left for the next time: then the feed has to be read again though it did not change.
    return fresh.length > MOST_LINKS ? null : answer.etag;
  }

  /** Null: unchanged. @throws PollError */
  async function get(url: string, etag: string | null): Promise<{ bytes: Uint8Array; etag: string | null } | null> {
    const signal = AbortSignal.any([stopping.signal, AbortSignal.timeout(TIME_LIMIT_MS)]);
    const headers = { accept: ACCEPT, ...(etag && { 'if-none-match': etag }) };
    try {
      // A redirect would lead to a host that nobody entered.
      const response = await deps.fetch(url, { headers, signal, redirect: 'manual' });
      if (response.status === 304) return null;
      if (response.status !== 200) throw new PollError(CAP_TEXTS.pollFailed.status(response.status));
      return { bytes: await bytesOf(response), etag: response.headers.get('etag') };
    } catch (error) {
      if (error instanceof PollError) throw error;
      throw new PollError(CAP_TEXTS.pollFailed.unreachable, { cause: error });
    }
  }

  function remember(key: string): void {
    seen.add(key);
    const [oldest] = seen;
    if (seen.size > MOST_SEEN && oldest !== undefined) seen.delete(oldest);
  }

  return {
    poll,

    start(): void {
      stop = deps.timers.every(TICK_MS, () => {
        round = round.then(poll).catch((error: unknown) => deps.log.error({ err: error }, 'polling for warnings'));
      });
    },

    async stop(): Promise<void> {
      stop();
      stopping.abort();
      await round;
    },
  };
}

const keyOf = (sender: SenderRow, link: { url: string; updated: string }): string =>
  `${sender.id} ${link.updated} ${link.url}`;

/** Undefined: a document and no feed. @throws PollError where it is neither */
function linksIn(bytes: Uint8Array, url: string) {
  try {
    const { root, format } = open(bytes);
    if (isFeed(root)) return linksOf(root, url);
    if (format === 'ebm' || root.name === 'alert') return undefined;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
  throw new PollError(CAP_TEXTS.pollFailed.unreadable);
}

/** Read piece by piece: what is too large is not taken into memory first. */
async function bytesOf(response: Response): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of response.body ?? []) {
    length += piece.length;
    if (length > DOCUMENT_LIMIT) throw new PollError(CAP_TEXTS.pollFailed['too-large']);
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
