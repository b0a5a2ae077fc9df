// Which keys this box trusts: the list kept on it, and the one the server has; believed from one root only, and never an older one.
import type { TrustList } from '../../contract/signing.ts';
import { checkTrust, type KeyOf, keysIn, verifyInScript } from '../../domain/signing/trust.ts';
import type { Log } from '../log.ts';
import type { Shelf, Timers } from '../ports.ts';
import type { Failure, Pull } from './pull.ts';
import { recordOn, type ShelfRecord } from './record.ts';

export interface TrustKeeper {
  readonly keyOf: KeyOf;
  /** Of the list that is believed; 0: none. */
  version(): number;
  /** Asks the server. What it answers may not be believed: that is no failure, and changes nothing. */
  read(): Promise<Failure | null>;
  /** True when the server may be asked about a key that nobody here knows; then it is not asked again for a while. */
  mayAsk(): boolean;
}

export interface TrustParts {
  readonly pull: Pick<Pull, 'trust'>;
  readonly timers: Timers;
  readonly kept: ShelfRecord<TrustList>;
  /** The operator's, from settings.json; null: the first that answers. */
  readonly root: string | null;
  readonly log: Log;
}

/** Whoever makes up keys must not make ten thousand boxes ask for each. */
const ASK_EVERY_MS = 5 * 60_000;

/** What is on the shelf was checked before it was put there; the operator's own root goes before it. */
export const trustOn = (shelf: Shelf): ShelfRecord<TrustList> =>
  recordOn(shelf, 'linli.trust', 1, (value) => {
    const checked = checkTrust(value, { root: null, version: 0 }, () => true);
    return 'list' in checked ? checked.list : null;
  });

export function keepTrust({ pull, timers, kept, root, log }: TrustParts): TrustKeeper {
  const found = kept.read();
  let list = found && (root === null || found.root === root) ? found : null;
  let keyOf: KeyOf = list ? keysIn(list) : () => undefined;
  let askedAt: number | null = null;

  function believe(value: unknown): void {
    const known = { root: root ?? list?.root ?? null, version: list?.version ?? 0 };
    const checked = checkTrust(value, known, verifyInScript);
    if ('fault' in checked) {
      log.error(`trust: a list of keys is ${checked.fault}`);
      return;
    }
    if (checked.list.version === list?.version) return;
    list = checked.list;
    keyOf = keysIn(list);
    if (!kept.write(list)) log.warn('trust: the shelf refused the list of keys');
  }

  return {
    keyOf: (id) => keyOf(id),
    version: () => list?.version ?? 0,
    async read() {
      const result = await pull.trust();
      if ('failure' in result) return result.failure;
      believe(result.value);
      return null;
    },
    mayAsk() {
      if (askedAt !== null && timers.steady() - askedAt < ASK_EVERY_MS) return false;
      askedAt = timers.steady();
      return true;
    },
  };
}
