// What went to the screens, for the systems outside that speak CAP or EBM. Checks no access of its own.
import type { AlertItem } from '../../../contract/alerts.ts';
import type { AlertId } from '../../../contract/ids.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import { instantOf, type Runtime } from '../../runtime.ts';
import type { Store } from '../../store/store.ts';
import type { RegionService } from '../regions/service.ts';
import { measure } from './delivery-store.ts';
import { toItem } from './item.ts';
import { findReleased, findStanding, type ReleasedRow } from './released-store.ts';

/** One revision as it was released. */
export interface ReleasedAlert {
  readonly item: AlertItem;
  readonly regions: readonly { readonly code: RegionCode; readonly name: string }[];
}

export function createReleasedAlerts(deps: {
  store: Store;
  runtime: Pick<Runtime, 'clock'>;
  regions: Pick<RegionService, 'names'>;
}) {
  const { store } = deps;

  async function told(rows: readonly ReleasedRow[]): Promise<ReleasedAlert[]> {
    const names = await deps.regions.names([...new Set(rows.flatMap(({ content }) => content.regions))]);
    return rows.map((row) => ({
      item: itemOf(row),
      regions: row.content.regions.map((code) => ({ code, name: names.get(code) ?? code })),
    }));
  }

  return {
    /** All released revisions, oldest first; empty where none was. */
    revisions: async (id: AlertId) => told(await findReleased(store.db, id)),

    /** The present revision of each alert that stands now. */
    standing: async () => told(await findStanding(store.db, instantOf(deps.runtime.clock()))),

    /** Boxes that the newest revision was addressed to, and those that showed it. */
    async reach(id: AlertId): Promise<{ addressed: number; rendered: number }> {
      const row = (await findReleased(store.db, id)).at(-1);
      if (!row) return { addressed: 0, rendered: 0 };
      const shown = { id, revision: row.revision, releasedAt: releasedAtOf(row) };
      const { addressed, rendered } = await measure(store.db, shown, row.content.regions);
      return { addressed, rendered };
    },
  };
}

export type ReleasedAlerts = ReturnType<typeof createReleasedAlerts>;

function itemOf(row: ReleasedRow): AlertItem {
  const { act, valid_to: validTo, ...rest } = row;
  return toItem({ ...rest, cancel: act === 'cancel', validTo }, Date.parse(releasedAtOf(row)));
}

/** The state says that it was released, and the two are set together. */
function releasedAtOf({ id, released_at }: ReleasedRow) {
  if (released_at === null) throw new Error(`released and nobody knows when: ${id}`);
  return released_at;
}
