// Puts notices that are out to the feed again, to be signed anew: as they were approved, from their own table.
import type { RegionCode } from '../../../contract/regions.ts';
import { ALWAYS } from '../../../domain/schedule/airing.ts';
import { instantOf, type Runtime } from '../../runtime.ts';
import type { FeedService } from '../feed/service.ts';
import type { Restate } from '../signing/service.ts';
import { hashOf, toFeedItem } from './item.ts';
import { findApprovals, findPublished, findTargets } from './store.ts';

/** A notice that is not any more what was signed off is passed over. */
export function restateNotices({ runtime, feed }: { runtime: Runtime; feed: Pick<FeedService, 'append'> }): Restate {
  return async (trx, unsound) => {
    const at = instantOf(runtime.clock());
    const rows = await findPublished(
      trx,
      unsound.map(({ id }) => id),
      at,
    );
    const ids = rows.map(({ id }) => id);
    const [targets, approvals] = [await findTargets(trx, ids), await findApprovals(trx, ids)];
    for (const row of rows) {
      const regions = targets.filter(({ notice_id }) => notice_id === row.id).map(({ code }) => code);
      const signedOff = approvals.findLast(({ notice_id, step }) => notice_id === row.id && step === 'sign-off');
      if (signedOff && signedOff.hash !== hashOf(row, regions)) continue;
      const wanted = new Set<RegionCode>(unsound.find(({ id }) => id === row.id)?.regions);
      const again = regions.filter((code) => wanted.has(code));
      if (again.length === 0) continue;
      const item = toFeedItem(row, row.airing ?? ALWAYS, row.published_at ?? at);
      await feed.append(trx, { action: 'put', regions: again, itemId: row.id, revision: row.revision, item, at });
    }
  };
}
