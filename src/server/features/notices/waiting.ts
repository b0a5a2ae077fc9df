// What waits for review: whose turn it is, and what is late.
import type { NoticeId, StaffId } from '../../../contract/ids.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import type { Actor } from '../../../domain/access/can.ts';
import { placesFor, type ReviewContext, stepOfState } from '../../../domain/review/steps.ts';
import { findApprovals, findTargets, findWaiting, findWriters, type Sight } from './store.ts';

type Db = Parameters<typeof findWaiting>[0];

/** A district does not let more wait; what is due later than these is not counted. */
const LIMIT = 1_000;

/** `due`: ms since 1970. */
export interface Waiting {
  readonly id: NoticeId;
  readonly due: number;
  readonly isMine: boolean;
}

export async function waitingFor(db: Db, sight: Sight, actor: Actor, context: ReviewContext): Promise<Waiting[]> {
  const rows = await findWaiting(db, sight, LIMIT);
  const ids = rows.map(({ id }) => id);
  const [targets, writers, approvals] = await Promise.all([
    findTargets(db, ids),
    findWriters(db, ids),
    findApprovals(db, ids),
  ]);
  const regionsOf = new Map<NoticeId, RegionCode[]>(ids.map((id) => [id, []]));
  for (const { notice_id, code } of targets) regionsOf.get(notice_id)?.push(code);
  const involved = new Map<NoticeId, Set<StaffId>>(ids.map((id) => [id, new Set()]));
  for (const { notice_id, staff_id } of writers) involved.get(notice_id)?.add(staff_id);
  for (const { notice_id, by_id, for_id } of approvals)
    involved
      .get(notice_id)
      ?.add(by_id)
      .add(for_id ?? by_id);
  return rows.map(({ id, state, category, due_at }) => {
    const step = stepOfState(state);
    const facts = { category, regions: regionsOf.get(id) ?? [] };
    const before = involved.get(id) ?? new Set();
    const places = step && !before.has(actor.id) ? placesFor(step, facts, actor, context) : [];
    return {
      id,
      due: due_at ? Date.parse(due_at) : Number.POSITIVE_INFINITY,
      isMine: places.some((place) => !before.has(place.id)),
    };
  });
}
