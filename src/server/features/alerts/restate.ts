// Puts alerts that stand, and cancels that must still be seen, to the feed again, to be signed anew: as they were released.
import type { AlertId } from '../../../contract/ids.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import { instantOf, type Runtime } from '../../runtime.ts';
import type { FeedService } from '../feed/service.ts';
import type { Restate } from '../signing/service.ts';
import { toItem } from './item.ts';
import { findRevisions, readAlert } from './store.ts';

export function restateAlerts({ runtime, feed }: { runtime: Runtime; feed: Pick<FeedService, 'append'> }): Restate {
  return async (trx, unsound) => {
    const at = instantOf(runtime.clock());
    for (const { id: itemId, regions } of unsound) {
      const id = itemId as AlertId;
      // Without its lock: who holds that may be waiting for the keys, and comes after this with a newer revision.
      const alert = await readAlert(trx, id);
      if (!alert) continue;
      const released = (await findRevisions(trx, [id])).filter(({ state }) => state === 'released');
      const row = released.at(-1);
      if (!row?.released_at || !row.valid_to || row.valid_to <= at) continue;
      const shown = new Set<RegionCode>(released.flatMap(({ content }) => content.regions));
      const again = regions.filter((region) => shown.has(region));
      if (again.length === 0) continue;
      const { revision, act, content, reason, valid_to: validTo } = row;
      const release = { ...alert, revision, cancel: act === 'cancel', content, reason, validTo };
      const item = { ...toItem(release, Date.parse(row.released_at)), validTo };
      await feed.append(trx, { regions: again, action: 'put', itemId, revision, item, at });
    }
  };
}
