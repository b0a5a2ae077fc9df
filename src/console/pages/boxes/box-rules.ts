// What a person may do with a box as it is now.
import type { Box } from '../../../contract/fleet.ts';
import { type Actor, can } from '../../../domain/access/can.ts';

export interface BoxRules {
  readonly authorise: boolean;
  /** Commands are offered at all; whether they can be sent now is told by `reachable`. */
  readonly command: boolean;
  readonly reachable: boolean;
  readonly move: boolean;
  readonly revoke: boolean;
  readonly trust: boolean;
  readonly resetPin: boolean;
  readonly settings: boolean;
  readonly linkAccounts: boolean;
}

type Facts = Pick<Box, 'state' | 'standing' | 'household' | 'suspectSince'>;

/** For showing and hiding: the server decides each call anew. */
export function boxRules(actor: Actor, { state, standing, household, suspectSince }: Facts): BoxRules {
  const manages = can(actor, 'box.manage', household);
  const isIn = state === 'bound' || state === 'authorised';
  return {
    authorise: state === 'bound' && can(actor, 'box.authorise', household),
    command: manages && isIn,
    reachable: standing === 'online' || standing === 'behind',
    move: manages && isIn,
    revoke: manages && isIn,
    trust: manages && isIn && suspectSince !== null,
    resetPin: isIn && can(actor, 'household.pin', household),
    settings: manages,
    linkAccounts: isIn && can(actor, 'bill.link', household),
  };
}
