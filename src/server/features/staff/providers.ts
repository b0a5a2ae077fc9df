// Providers as authors: what is drafted of their outages needs an author who is none of those who review it.
import type { Utility } from '../../../contract/bills.ts';
import type { StaffId } from '../../../contract/ids.ts';
import type { Actor } from '../../../domain/access/can.ts';
import { DISTRICT } from '../../../domain/regions/code.ts';
import { instantOf, type Runtime } from '../../runtime.ts';
import type { Store } from '../../store/store.ts';
import { recordAudit } from '../audit/service.ts';
import { NO_PASSWORD } from './passwords.ts';
import { ensureNobodys } from './store.ts';

/**
 * A provider has a row among the staff by which what it says is written down, and no role in the store: it may write
 * notices, and nothing else, while its outages are taken in.
 */
export function createProviderAuthors({ store, runtime }: { store: Store; runtime: Runtime }) {
  return {
    async authorOf(utility: Utility, name: string): Promise<Actor> {
      const account = `#${utility}` as const;
      const id = await store.transaction(async (trx) => {
        const at = instantOf(runtime.clock());
        const made = { id: runtime.uuids() as StaffId, account, name, hash: NO_PASSWORD, at };
        const known = await ensureNobodys(trx, made);
        if (known === made.id)
          await recordAudit(trx, { at, actor: null, action: 'staff.create', subject: account, region: DISTRICT });
        return known;
      });
      // A community's staff write, and review or sign off nothing.
      return { id, name, grants: [{ role: 'community', region: DISTRICT }] };
    },
  };
}

export type ProviderAuthors = ReturnType<typeof createProviderAuthors>;
