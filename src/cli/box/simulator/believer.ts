// What simulated boxes believe: as a television does, but each text is proved once for all boxes of this process.
import type { Refusal } from '../../../contract/signing.ts';
import { checkEntry } from '../../../domain/signing/check-entry.ts';
import { checkTrust, type KeyOf, keysIn } from '../../../domain/signing/trust.ts';
import { verifyNatively } from '../../../server/ed25519.ts';

export interface Believer {
  /** Of the list of keys; 0: none yet. */
  version(): number;
  /** Takes a list that the root signed; the first root is believed. */
  trust(list: unknown): void;
  /** Why an entry is refused, as it came and as text; null: its signature is good. */
  refusal(entry: unknown, text: string): Refusal | null;
}

/** The same entry comes to thousands of boxes within a second, and not again. */
const MOST_KEPT = 2_000;

export function createBeliever(): Believer {
  let known = { root: null as string | null, version: 0 };
  let keyOf: KeyOf = () => undefined;
  const proved = new Map<string, Refusal | null>();
  return {
    version: () => known.version,
    trust(value) {
      const checked = checkTrust(value, known, verifyNatively);
      if ('fault' in checked) return;
      known = { root: checked.list.root, version: checked.list.version };
      keyOf = keysIn(checked.list);
      proved.clear();
    },
    refusal(entry, text) {
      const held = proved.get(text);
      if (held !== undefined) return held;
      const checked = checkEntry(entry, keyOf, verifyNatively);
      const reason = 'reason' in checked ? checked.reason : null;
      if (proved.size >= MOST_KEPT) proved.clear();
      proved.set(text, reason);
      return reason;
    },
  };
}
