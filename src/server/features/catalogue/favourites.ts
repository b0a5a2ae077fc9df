// Guides a household keeps at hand: the same on all its boxes.
import type { Transaction } from 'kysely';
import { FAVOURITES_MOST } from '../../../contract/catalogue.ts';
import type { GuideNumber } from '../../../contract/guides.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import type { Bus } from '../../bus/port.ts';
import type { BoxCaller } from '../../http/route.ts';
import { ProblemError } from '../../problem.ts';
import { instantOf, type Runtime } from '../../runtime.ts';
import type { Database } from '../../store/schema.ts';
import type { Store } from '../../store/store.ts';
import { deleteFavourite, findFavourites, findOthers, insertFavourite, isCarried, trimFavourites } from './store.ts';

export function createFavourites({ store, runtime, bus }: { store: Store; runtime: Runtime; bus: Bus }) {
  async function tellOthers(trx: Transaction<Database>, { household, id }: BoxCaller): Promise<void> {
    for (const box of await findOthers(trx, household, id)) await bus.tell(trx, { to: { box }, what: 'refresh' });
  }

  return {
    /** For other services. */
    of: (household: RegionCode): Promise<GuideNumber[]> => findFavourites(store.db, household),

    /** The oldest one goes where there are too many; one that is there already stays where it is. */
    async save(caller: BoxCaller, number: GuideNumber): Promise<void> {
      const at = instantOf(runtime.clock());
      await store.transaction(async (trx) => {
        if (!(await isCarried(trx, number))) throw new ProblemError('not-found');
        if ((await insertFavourite(trx, { household: caller.household, number, at })) === 0) return;
        await trimFavourites(trx, caller.household, FAVOURITES_MOST);
        await tellOthers(trx, caller);
      });
    },

    async drop(caller: BoxCaller, number: GuideNumber): Promise<void> {
      await store.transaction(async (trx) => {
        if ((await deleteFavourite(trx, caller.household, number)) > 0) await tellOthers(trx, caller);
      });
    },
  };
}

export type Favourites = ReturnType<typeof createFavourites>;
