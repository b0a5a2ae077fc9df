// From rows to what the rules decide on, and to what the API answers.
import type { Approval } from '../../../contract/approvals.ts';
import type { NoticeSummary } from '../../../contract/notices.ts';
import type { NoticeFacts } from '../../../domain/notices/lifecycle.ts';
import { hashOf } from './item.ts';
import type { findApprovals, findTargets, findWriters, NoticeRow } from './store.ts';

export type Target = Awaited<ReturnType<typeof findTargets>>[number];
type Writer = Awaited<ReturnType<typeof findWriters>>[number];
type GivenApproval = Awaited<ReturnType<typeof findApprovals>>[number];

export function toFacts(
  row: NoticeRow,
  targets: readonly Target[],
  writers: readonly Writer[],
  approvals: readonly GivenApproval[],
): NoticeFacts {
  const regions = targets.map((target) => target.code);
  return {
    state: row.state,
    revision: row.revision,
    category: row.category,
    regions,
    writers: [row.author_id, ...writers.map((each) => each.staff_id)],
    approvals: approvals.map((each) => ({ step: each.step, by: each.by_id, for: each.for_id, hash: each.hash })),
    hash: () => hashOf(row, regions),
  };
}

export const toSummary = (row: NoticeRow, targets: readonly Target[]): NoticeSummary => ({
  id: row.id,
  revision: row.revision,
  title: row.title,
  source: row.source,
  category: row.category,
  state: row.state,
  pinned: row.pinned,
  validFrom: row.valid_from,
  validTo: row.valid_to,
  schedule: row.schedule,
  placements: row.placements,
  weight: row.weight,
  regions: targets.map(({ code, name }) => ({ code, name })),
  author: { id: row.author_id, name: row.author_name },
  dueAt: row.due_at,
  updatedAt: row.updated_at,
  publishedAt: row.published_at,
});

export const toApproval = (given: GivenApproval, hash: string): Approval => ({
  step: given.step,
  by: { id: given.by_id, name: given.by_name },
  for: given.for_id && { id: given.for_id, name: given.for_name ?? '' },
  hash: given.hash,
  at: given.at,
  holds: given.hash === hash,
});
