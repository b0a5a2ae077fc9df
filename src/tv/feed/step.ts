// One step of the feed, from what came over the network to what may be believed of it.
import type { FeedItem } from '../../contract/feed.ts';
import { checkEntry, type Refused, type Vouched } from '../../domain/signing/check-entry.ts';
import { type KeyOf, verifyInScript } from '../../domain/signing/trust.ts';
import type { RawStep } from './read.ts';
import { readItem } from './read.ts';

interface Place {
  readonly region: string;
  readonly seq: number;
}

/** What is refused or not understood still counts: its sequence number is not a hole. */
export type FeedStep = Place &
  (
    | { readonly action: 'put'; readonly vouched: Extract<Vouched, { action: 'put' }>; readonly item: FeedItem }
    | { readonly action: 'drop'; readonly vouched: Extract<Vouched, { action: 'drop' }> }
    | { readonly action: 'refuse'; readonly refused: Refused }
    /** Signed as it should be, of a kind that this version of the app does not know. */
    | { readonly action: 'skip' }
  );

/** The signature is tried on what came; only then is it looked at more closely. */
export function proveStep({ region, seq, raw }: RawStep, keyOf: KeyOf): FeedStep {
  const checked = checkEntry(raw, keyOf, verifyInScript);
  if ('reason' in checked) return { region, seq, action: 'refuse', refused: checked };
  if (checked.action === 'drop') return { region, seq, action: 'drop', vouched: checked };
  const item = readItem(checked.item);
  return item ? { region, seq, action: 'put', vouched: checked, item } : { region, seq, action: 'skip' };
}
