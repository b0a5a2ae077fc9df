// Rows of alerts as the rules and the callers of the API see them.
import type { Alert, AlertRevision, AlertState, AlertSummary } from '../../../contract/alerts.ts';
import type { StaffId } from '../../../contract/ids.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import type { Instant } from '../../../contract/time.ts';
import { type AlertFacts, shownOf, unreviewedOf, waitingOf } from '../../../domain/alerts/steps.ts';
import { instantOf } from '../../runtime.ts';
import type { AlertRow, RevisionRow } from './store.ts';

/** The law of this office: whoever releases alerts is looked at within a day. */
const REVIEW_MS = 24 * 3_600_000;

export function factsOf(row: Pick<AlertRow, 'authority' | 'valid_to'>, revisions: readonly RevisionRow[]): AlertFacts {
  return {
    authority: row.authority,
    validTo: row.valid_to,
    revisions: revisions.map((each) => ({
      revision: each.revision,
      act: each.act,
      state: each.state,
      preparedBy: each.prepared_by,
      releasedBy: each.released_by,
      reviewed: each.reviewed_at !== null,
    })),
  };
}

/** The revision an alert is known by: the one on the screens, else the newest. @throws where there is none: a broken row */
export function faceOf(row: AlertRow, revisions: readonly RevisionRow[]): RevisionRow {
  const shown = shownOf(factsOf(row, revisions))?.revision;
  const face = revisions.find(({ revision }) => revision === shown) ?? revisions.at(-1);
  if (!face) throw new Error(`an alert without a revision: ${row.id}`);
  return face;
}

export function summaryOf(
  row: AlertRow,
  revisions: readonly RevisionRow[],
  names: ReadonlyMap<RegionCode, string>,
  now: Instant,
): AlertSummary {
  const facts = factsOf(row, revisions);
  const face = faceOf(row, revisions);
  const { severity, event, title, regions } = face.content;
  const placeOf = (code: RegionCode) => ({ code, name: names.get(code) ?? code });
  const unreviewed = unreviewedOf(facts).map(({ revision }) => revisions.find((each) => each.revision === revision));
  const first = unreviewed[0]?.released_at;
  return {
    id: row.id,
    origin: row.origin,
    rehearsal: row.rehearsal,
    authority: placeOf(row.authority),
    state: stateOf(row, now),
    revision: face.revision,
    severity,
    event,
    title,
    regions: regions.map(placeOf),
    pending: waitingOf(facts)?.act ?? null,
    preparedBy: personOf(face.prepared_by, face.preparer_name),
    preparedAt: face.prepared_at,
    releasedBy: personOf(face.released_by, face.releaser_name),
    releasedAt: revisions.find(({ released_at }) => released_at !== null)?.released_at ?? null,
    validTo: row.valid_to,
    reviewDueAt: first ? instantOf(Date.parse(first) + REVIEW_MS) : null,
  };
}

function stateOf({ state, valid_to }: AlertRow, now: Instant): AlertState {
  if (state !== 'released') return state;
  return (valid_to ?? '') > now ? 'standing' : 'expired';
}

export const templateOf = (row: AlertRow): Alert['template'] =>
  row.template_id && { id: row.template_id, version: row.template_version ?? 1, name: row.template_name ?? '' };

export function revisionOf(row: RevisionRow): AlertRevision {
  const by = personOf(row.reviewed_by, row.reviewer_name);
  return {
    revision: row.revision,
    act: row.act,
    state: row.state,
    content: row.content,
    reason: row.reason,
    preparedBy: personOf(row.prepared_by, row.preparer_name),
    preparedAt: row.prepared_at,
    releasedBy: personOf(row.released_by, row.releaser_name),
    releasedAt: row.released_at,
    validTo: row.valid_to,
    cap: row.cap,
    review:
      by && row.reviewed_at && row.verdict
        ? { by, at: row.reviewed_at, verdict: row.verdict, note: row.review_note ?? '' }
        : null,
  };
}

const personOf = (id: StaffId | null, name: string | null) => id && { id, name: name ?? '' };
