// Activates many simulated boxes as installers would: each asks, somebody approves its code, it fetches its credential.
import { approveActivation } from '../../../contract/activation.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import type { Client } from '../../ask.ts';
import type { SimulatedBox } from './box.ts';

/** Codes that are typed at the same time; more than ten from one place would be taken for guessing. */
const DESKS = 8;

export interface Arrival {
  readonly box: SimulatedBox;
  /** Null: where the operator's list has its smart card. */
  readonly household: RegionCode | null;
}

/** `tell` hears after each box how many have joined. @throws Error of the first box that is refused */
export async function activateAll(
  arrivals: readonly Arrival[],
  { ask }: Pick<Client, 'ask'>,
  tell: (joined: number) => void,
): Promise<void> {
  const queue = arrivals.values();
  let joined = 0;
  async function desk(): Promise<void> {
    for (const { box, household } of queue) {
      const userCode = await box.ask();
      await ask(approveActivation, { params: { userCode }, body: { household, smartCard: null } });
      await box.join();
      tell(++joined);
    }
  }
  await Promise.all(Array.from({ length: DESKS }, desk));
}
