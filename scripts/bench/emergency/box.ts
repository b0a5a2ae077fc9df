// One box of the emergency benchmark: it believes and shows what a television would, and shares nothing with another.
import type { AlertItem } from '../../../src/contract/alerts.ts';
import type { RegionCode } from '../../../src/contract/regions.ts';
import type { Refusal } from '../../../src/contract/signing.ts';
import { isInForce } from '../../../src/domain/alerts/in-force.ts';
import { presentationOf } from '../../../src/domain/alerts/presentation.ts';
import { checkEntry, checkPlace, type Last } from '../../../src/domain/signing/check-entry.ts';
import { checkTrust, keysIn } from '../../../src/domain/signing/trust.ts';
import { verifyNatively } from '../../../src/server/ed25519.ts';
import { readAlert } from '../../../src/tv/feed/read-alert.ts';

/** `hidden`: believed, and nothing that takes the whole screen. */
type Outcome = { readonly shown: AlertItem } | { readonly reason: Refusal | 'hidden' };

export interface Box {
  /** An entry as the stream brought it. */
  hear(text: string): Outcome;
}

/**
 * `list`: the keys as they came over the network. The television's checks in the television's order; the signature by
 * OpenSSL, since its plain script would take these boxes' few processors a minute.
 * @throws Error where the list is not to be believed
 */
export function createBox(chain: readonly RegionCode[], list: unknown): Box {
  const trusted = checkTrust(list, { root: null, version: 0 }, verifyNatively);
  if ('fault' in trusted) throw new Error(`the list of keys: ${trusted.fault}`);
  const keyOf = keysIn(trusted.list);
  const held = new Map<string, Last>();
  return {
    hear(text) {
      const entry = checkEntry(JSON.parse(text), keyOf, verifyNatively);
      if ('reason' in entry) return entry;
      const now = Date.now();
      const reason = checkPlace(entry, { chain, held: held.get(entry.id), gone: undefined, now });
      if (reason !== null) return { reason };
      held.set(entry.id, { revision: entry.revision, seq: entry.seq });
      const alert = entry.action === 'put' ? readAlert(entry.item) : null;
      const full = alert && isInForce(alert, { now, sure: true }) && presentationOf(alert, false) === 'full';
      return full ? { shown: alert } : { reason: 'hidden' };
    },
  };
}
