// Why a box has not shown an item.
import type { BoxState } from '../../contract/boxes.ts';
import type { ProofGap } from '../../contract/proof.ts';

export interface Whereabouts {
  readonly state: BoxState;
  /** Furthest of what it reported of the item, a refusal aside. */
  readonly came: 'nowhere' | 'received' | 'verified' | 'rendered';
  readonly refused: boolean;
  readonly online: boolean;
  readonly seen: boolean;
}

/** Null: it has shown it. A box that took what it had refused before has not refused it. */
export function gapOf({ state, came, refused, online, seen }: Whereabouts): ProofGap | null {
  if (came === 'rendered') return null;
  if (refused && came !== 'verified') return 'refused';
  if (came !== 'nowhere') return 'not-drawn';
  if (state === 'listed' || state === 'revoked') return 'not-joined';
  if (online) return 'lagging';
  return seen ? 'offline' : 'never-seen';
}
