// Is an alert to be shown now? (Replays, and what comes from another time, never get so far: domain/signing/check-entry.)
import type { AlertItem } from '../../contract/alerts.ts';

/** `sure` false: the clock is doubtful, and showing what is over does less harm than hiding what is not. */
export function isInForce(
  { sentAt, validFrom, validTo }: Pick<AlertItem, 'sentAt' | 'validFrom' | 'validTo'>,
  { now, sure }: { readonly now: number; readonly sure: boolean },
): boolean {
  if (!sure) return true;
  // What was sent has been sent, though this clock be a little behind the sender's.
  const latest = Math.max(now, Date.parse(sentAt));
  return Date.parse(validFrom) <= latest && now < Date.parse(validTo);
}
