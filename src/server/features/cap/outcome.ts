// What came of a document, in words and as it is listed.
import { ALERT_LIMITS, type AlertCap } from '../../../contract/alerts.ts';
import type { EbmReceipt } from '../../../contract/cap.ts';
import type { CapMessage } from '../../../contract/cap-calls.ts';
import { CAP_LEVELS, codeOfEvent } from '../../../domain/cap/codes.ts';
import { shortened } from '../../../domain/cap/fit.ts';
import { Refusal } from '../../../domain/cap/refusal.ts';
import type { Warning } from '../../../domain/cap/warning.ts';
import type { ProblemError } from '../../problem.ts';
import { CAP_REASON_TEXTS, CAP_TEXTS } from '../../texts/cap.zh-CN.ts';
import type { MessageRow } from './store.ts';

export type Outcome = Pick<CapMessage, 'state' | 'reason' | 'detail' | 'alert'>;

export function refused(error: Refusal | ProblemError): Outcome {
  const [reason, detail] =
    error instanceof Refusal
      ? ([error.reason, CAP_TEXTS.at(CAP_REASON_TEXTS[error.reason], error.place)] as const)
      : (['alert-refused', error.message] as const);
  return { state: 'refused', reason, detail, alert: null };
}

/** Not for screens: a test of the way there, a receipt from below, or a draft and the like. */
export function stored(what: 'test' | EbmReceipt['EBMStateResponse'] | null): Outcome {
  const detail =
    what === null
      ? CAP_TEXTS.stored
      : what === 'test'
        ? CAP_TEXTS.test
        : CAP_TEXTS.receipt(what.BrdStateDesc, what.Coverage.CoveragePercent);
  return { state: 'stored', reason: null, detail, alert: null };
}

export const toMessage = ({ alert_id, sender, ...row }: MessageRow): CapMessage => ({
  id: row.id,
  at: row.at,
  sender: sender ?? CAP_TEXTS.anonymous,
  format: row.format,
  identifier: row.identifier,
  title: row.title,
  state: row.state,
  reason: row.reason,
  detail: row.detail,
  alert: alert_id,
});

/** What is kept with the alert of how the warning was known outside. */
export function wireOf({ identifier, sender, sentAt, references, content }: Warning): AlertCap {
  const { urgency, certainty } = content ? CAP_LEVELS[content.severity] : UNKNOWN;
  return {
    identifier,
    sender,
    sent: sentAt,
    category: content ? codeOfEvent(content.event).category : 'Other',
    urgency,
    certainty,
    references: references
      .slice(-MOST_REFERENCES)
      .map((each) => `${each.sender},${each.identifier},${each.sentAt ?? ''}`),
  };
}

const UNKNOWN = { urgency: 'Unknown', certainty: 'Unknown' } as const;
const MOST_REFERENCES = 50;

/** Why it is updated or cancelled, in the sender's first words. */
export function reasonOf({ act, content }: Warning): string | null {
  const said = content?.text[0];
  return act === 'issue' || said === undefined ? null : shortened(said, ALERT_LIMITS.reason);
}
