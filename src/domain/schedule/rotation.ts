// Whose turn it is where several items share one place: worked out from the time alone, so all who ask see the same.

export interface Turn<Item> {
  readonly item: Item;
  /** When it began and ends, ms. */
  readonly from: number;
  readonly to: number;
}

/**
 * The turn at a moment; null where there are no items. Turns follow each other without end since 1970: in one round each
 * item comes as often as its weight says, spread as evenly as can be (smooth weighted round-robin).
 */
export function turnAt<Item extends { readonly weight: number }>(
  items: readonly Item[],
  turnMs: (item: Item) => number,
  atMs: number,
): Turn<Item> | null {
  const round = roundOf(items);
  const lengths = round.map(turnMs);
  const whole = lengths.reduce((sum, length) => sum + length, 0);
  let from = atMs - (atMs % whole);
  for (let index = 0; index < round.length; index += 1) {
    const item = round[index];
    const to = from + (lengths[index] ?? 0);
    if (item && atMs < to) return { item, from, to };
    from = to;
  }
  return null;
}

let last: { readonly items: readonly unknown[]; readonly round: readonly unknown[] } | null = null;

/** The order of one round: weights 3 and 1 give A A B A. */
export function roundOf<Item extends { readonly weight: number }>(items: readonly Item[]): readonly Item[] {
  // The question comes every second, about the same items.
  if (last && last.items.length === items.length && last.items.every((item, index) => item === items[index]))
    return last.round as readonly Item[];
  const round = spread(items);
  last = { items, round };
  return round;
}

function spread<Item extends { readonly weight: number }>(items: readonly Item[]): readonly Item[] {
  const shared = items.reduce((divisor, { weight }) => greatestDivisor(divisor, weight), 0) || 1;
  const weights = items.map(({ weight }) => weight / shared);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const credit = weights.map(() => 0);
  const round: Item[] = [];
  while (round.length < total) {
    let best = 0;
    for (let index = 0; index < items.length; index += 1) {
      credit[index] = (credit[index] ?? 0) + (weights[index] ?? 0);
      if ((credit[index] ?? 0) > (credit[best] ?? 0)) best = index;
    }
    credit[best] = (credit[best] ?? 0) - total;
    round.push(items[best] as Item);
  }
  return round;
}

const greatestDivisor = (one: number, other: number): number =>
  other === 0 ? one : greatestDivisor(other, one % other);
