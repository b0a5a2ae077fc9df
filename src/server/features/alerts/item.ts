// A revision as it goes to the screens.
import { type AlertContent, type AlertItem, MOST_MINUTES } from '../../../contract/alerts.ts';
import type { AlertId } from '../../../contract/ids.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import type { Instant } from '../../../contract/time.ts';
import { instantOf } from '../../runtime.ts';

const MINUTE_MS = 60_000;
/** A cancel shortly before the end is still there to be seen. */
const LEAST_CANCEL_MS = 30 * MINUTE_MS;

export interface Release {
  readonly id: AlertId;
  readonly revision: number;
  readonly cancel: boolean;
  readonly rehearsal: boolean;
  readonly authority: RegionCode;
  readonly content: AlertContent;
  readonly reason: string | null;
  /** Of the revision before; null: there is none. */
  readonly validTo: Instant | null;
}

/** As released at `at` (ms). A cancel stays for as long as what it cancels would have been shown. */
export function toItem(release: Release, at: number): AlertItem {
  const { id, revision, cancel, rehearsal, authority, content, reason } = release;
  const { severity, event, title, source, text, instructions, sound, carriers = [] } = content;
  const from = Math.max(at, content.validFrom === null ? at : Date.parse(content.validFrom));
  const until = cancel
    ? Math.max(Date.parse(release.validTo ?? ''), at + LEAST_CANCEL_MS)
    : Math.min(endOf(content, from), from + MOST_MINUTES[severity] * MINUTE_MS);
  return {
    kind: 'alert',
    id,
    revision,
    severity,
    rehearsal,
    standing: !cancel,
    event,
    title,
    source,
    authority,
    text: cancel && reason ? [reason] : text,
    instructions: cancel ? [] : instructions,
    sound: sound && !cancel,
    sentAt: instantOf(at),
    validFrom: instantOf(cancel ? at : from),
    validTo: instantOf(until),
    ...(!cancel && carriers.length > 0 && { carriers }),
  };
}

const endOf = ({ validity }: AlertContent, from: number): number =>
  'until' in validity ? Date.parse(validity.until) : from + validity.minutes * MINUTE_MS;
