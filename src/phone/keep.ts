// What is kept in the phone until it has reached the server, and of the end what a reload should show again.
import type { SentRequest } from '../contract/box-requests.ts';
import type { Words } from './words.ts';

interface Kept {
  /** When it is of no use any more, ms since 1970. */
  readonly until: number;
  /** What the server had. */
  readonly base: Words;
  readonly words: Words;
  /** Photos that wait, as data addresses. */
  readonly photos: readonly string[];
}

export interface Keep {
  read(): Kept | null;
  write(kept: Kept): void;
  readSent(): SentRequest | null;
  writeSent(sent: SentRequest): void;
  forget(): void;
}

type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

const PREFIX = 'linli-draft:';
const SENT = 'linli-sent:';

/** Asked for each time: a browser may refuse even to name them. */
export interface Stores {
  /** Outlives the page. */
  readonly lasting: () => Storage;
  /** Gone with it. */
  readonly passing: () => Storage;
}

/** What another draft left past its time is removed. */
export function createKeep(token: string, { lasting, passing }: Stores, now: () => number): Keep {
  const name = PREFIX + token.slice(-24);
  const sentName = SENT + token.slice(-24);

  function removeOld(): void {
    const storage = lasting();
    const names = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
    for (const each of names.filter((one) => one.slice(0, PREFIX.length) === PREFIX)) {
      const kept = parse<Kept>(storage.getItem(each));
      if (!kept || !(kept.until > now())) storage.removeItem(each);
    }
  }
  safely(removeOld);

  return {
    read: () => safely(() => parse<Kept>(lasting().getItem(name))) ?? null,
    write(kept) {
      // A phone without room for photos has it for words.
      if (safely(() => put(lasting(), name, kept))) return;
      safely(() => put(lasting(), name, { ...kept, photos: [] }));
    },
    readSent: () => safely(() => parse<SentRequest>(passing().getItem(sentName))) ?? null,
    writeSent(sent) {
      safely(() => put(passing(), sentName, sent));
    },
    forget() {
      safely(() => lasting().removeItem(name));
    },
  };
}

function put(storage: Storage, name: string, value: unknown): true {
  storage.setItem(name, JSON.stringify(value));
  return true;
}

const parse = <T>(text: string | null): T | null => (text === null ? null : (JSON.parse(text) as T));

/** Undefined where the phone forbids it, or has no room. */
function safely<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
