// The household's favourites on this box: changed at once, told to the server in order, again until it is heard.
import type { FAVOURITES_MOST } from '../../contract/catalogue.ts';
import type { GuideNumber } from '../../contract/guides.ts';
import type { Ask } from '../box/ask.ts';
import { backoff } from '../feed/backoff.ts';
import { PATHS } from '../feed/paths.ts';
import { isObject, recordOn, type ShelfRecord } from '../feed/record.ts';
import type { Cancel, Random, Shelf, Timers } from '../ports.ts';

/** What the server does not know yet: kept, or kept no longer. */
export interface FavouriteChange {
  readonly number: GuideNumber;
  readonly keep: boolean;
}

type Numbers = readonly GuideNumber[];
const MOST: typeof FAVOURITES_MOST = 18;
const RETRY_MS = { first: 5_000, most: 10 * 60_000 };

export const favouriteChangesOn = (shelf: Shelf): ShelfRecord<readonly FavouriteChange[]> =>
  recordOn(shelf, 'linli.favourites', 1, (value) => (Array.isArray(value) ? value.filter(isChange) : null));

/** The last one added first; where there are too many the oldest goes. */
export function withChange(favourites: Numbers, { number, keep }: FavouriteChange): Numbers {
  const others = favourites.filter((other) => other !== number);
  return keep ? [number, ...others].slice(0, MOST) : others;
}

export const withChanges = (favourites: Numbers, changes: readonly FavouriteChange[]): Numbers =>
  changes.reduce(withChange, favourites);

export interface FavouriteTeller {
  change(change: FavouriteChange): void;
  /** What the server says, with what it does not know yet. */
  over(favourites: Numbers): Numbers;
  /** The line is up again. */
  hurry(): void;
  stop(): void;
}

export interface FavouriteParts {
  readonly ask: Ask;
  readonly timers: Timers;
  readonly random: Random;
  readonly kept: ShelfRecord<readonly FavouriteChange[]>;
  /** The server knows of this one now. */
  readonly told: (change: FavouriteChange) => void;
}

export function tellFavourites({ ask, timers, random, kept, told }: FavouriteParts): FavouriteTeller {
  let waiting = kept.read() ?? [];
  let failures = 0;
  let isSending = false;
  let stopped = false;
  let cancel: Cancel | null = null;

  function keep(changes: readonly FavouriteChange[]): void {
    waiting = changes;
    kept.write(changes);
  }

  async function send(): Promise<void> {
    const [first] = waiting;
    if (!first || isSending || cancel || stopped) return;
    isSending = true;
    const path = PATHS.favourite.replace(':number', first.number);
    const { status } = await ask({ method: first.keep ? 'PUT' : 'DELETE', path, headers: {} });
    isSending = false;
    if (stopped) return;
    // 404: the guide is gone, so that there is nothing to keep.
    if ((status >= 200 && status < 300) || status === 400 || status === 404) {
      failures = 0;
      keep(waiting.filter((change) => change !== first));
      if (status < 300) told(first);
      return send();
    }
    cancel = timers.after(backoff(random, failures, RETRY_MS.first, RETRY_MS.most), () => {
      cancel = null;
      void send();
    });
    failures += 1;
  }

  void send();
  return {
    change(change) {
      // One on its way stays: it may have been heard already.
      const later = waiting.filter(({ number }, index) => number !== change.number || (isSending && index === 0));
      keep([...later, change]);
      void send();
    },
    over: (favourites) => withChanges(favourites, waiting),
    hurry() {
      cancel?.();
      cancel = null;
      failures = 0;
      void send();
    },
    stop() {
      stopped = true;
      cancel?.();
    },
  };
}

const isChange = (value: unknown): value is FavouriteChange =>
  isObject(value) && typeof value.number === 'string' && typeof value.keep === 'boolean';
