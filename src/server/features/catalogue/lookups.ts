// What residents look up, counted by day and never by box; and the part that tells boxes what is looked up most.
import type { Transaction } from 'kysely';
import type { Lookups } from '../../../contract/catalogue.ts';
import { DISTRICT } from '../../../domain/regions/code.ts';
import { dayOf } from '../../../domain/time/almanac.ts';
import { addDays } from '../../../domain/time/days.ts';
import type { Runtime } from '../../runtime.ts';
import type { Database } from '../../store/schema.ts';
import type { Store } from '../../store/store.ts';
import type { CatalogueService } from './service.ts';
import { countMissed, countOpened, findPopular, forgetLookups } from './store.ts';

/** One box's report counts for no more, so that none of them makes the figures alone. */
const MOST_TIMES = 20;
const MOST_MISSED_A_DAY = 1_000;
const KEPT_DAYS = 400;
/** Two pages of nine. */
const POPULAR_MOST = 18;
const POPULAR_DAYS = 30;

export function createLookups(deps: {
  store: Store;
  runtime: Runtime;
  catalogue: Pick<CatalogueService, 'put' | 'hold'>;
}) {
  const { store, runtime, catalogue } = deps;
  const today = () => dayOf(runtime.clock());

  /** Puts the part `popular` as the counts have it now, and forgets the oldest of them. */
  async function restate(trx: Transaction<Database>): Promise<void> {
    await catalogue.hold(trx);
    const body = await findPopular(trx, addDays(today(), 1 - POPULAR_DAYS), POPULAR_MOST);
    await catalogue.put(trx, { region: DISTRICT, name: 'popular', body });
    await forgetLookups(trx, addDays(today(), -KEPT_DAYS));
  }

  return {
    restate,

    async record({ opened, missed }: Lookups): Promise<void> {
      const capped = <T extends { times: number }>(each: T) => ({ ...each, times: Math.min(each.times, MOST_TIMES) });
      if (opened.length > 0) await countOpened(store.db, today(), opened.map(capped));
      const searched = missed.filter(({ digits }) => !isTelephone(digits));
      if (searched.length > 0) await countMissed(store.db, today(), searched.map(capped), MOST_MISSED_A_DAY);
    },
  };
}

/**
 * No letter is on 0 and 1 and no guide's number is as long: whoever begins so takes the search for a telephone, and what
 * they dialled is theirs.
 */
const isTelephone = (digits: string): boolean => /^[01]\d{4}/.test(digits);

export type LookupService = ReturnType<typeof createLookups>;
