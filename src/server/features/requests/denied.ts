// What staff try with a case that is not theirs: not there for them, and on record.
import type { RequestId } from '../../../contract/ids.ts';
import type { Actor } from '../../../domain/access/can.ts';
import { ProblemError } from '../../problem.ts';
import type { Store } from '../../store/store.ts';
import type { Refusals } from '../audit/refusals.ts';
import { findRequest } from './store.ts';

/** Throws as `work` does. */
export type Denied = <Answer>(actor: Actor, id: RequestId, work: () => Promise<Answer>) => Promise<Answer>;

export function createDenied({ store, refusals }: { store: Store; refusals: Refusals }): Denied {
  return async (actor, id, work) => {
    try {
      return await work();
    } catch (error) {
      const isHidden = error instanceof ProblemError && error.code === 'not-found';
      const row = isHidden ? await findRequest(store.db, id) : undefined;
      const region = row?.region_code;
      if (region) await refusals.note({ actor, action: 'request.denied', subject: id, region });
      throw error;
    }
  };
}
