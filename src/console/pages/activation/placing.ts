// Where a box is to stand: the ways to say it, and what is sent for each.
import { type Activation, SmartCard } from '../../../contract/activation.ts';
import type { RegionCode } from '../../../contract/regions.ts';

/** `listed`: where the operator's list has it. `card`: the same, found by the number on the card. `household`: chosen. */
export type Way = 'listed' | 'card' | 'household';

/** The likeliest first. */
export function waysFor({ listed }: Pick<Activation, 'listed'>): readonly [Way, ...Way[]] {
  return listed ? ['listed', 'household'] : ['card', 'household'];
}

/** With a card that the list does not know a household must be chosen; without one the card is asked for. */
export function firstWay(activation: Pick<Activation, 'listed' | 'facts'>): Way {
  if (!activation.listed && activation.facts.smart_card !== undefined) return 'household';
  return waysFor(activation)[0];
}

export interface Placing {
  readonly way: Way;
  readonly card: string;
  readonly household: RegionCode | null;
}

/** The body of the approval; null while something is missing. */
export function decisionOf({ way, card, household }: Placing): {
  household: RegionCode | null;
  smartCard: SmartCard | null;
} | null {
  if (way === 'listed') return { household: null, smartCard: null };
  if (way === 'household') return household === null ? null : { household, smartCard: null };
  const smartCard = SmartCard.safeParse(card.replace(/\s/g, ''));
  return smartCard.success ? { household: null, smartCard: smartCard.data } : null;
}
