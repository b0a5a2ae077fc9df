// In which order offers stand beside each other: each provider is as often first as every other. Small and ES5-safe.
import type { CarriedOffer } from '../../contract/broadband.ts';
import type { Day } from '../../contract/time.ts';

const DAY_MS = 86_400_000;
/** The largest prime below 2^26: squares of what is below it are exact. */
const MODULUS = 67_108_859;

/**
 * The offers of a day. Providers take turns: among n of them each is in every place once in n days, after which they are
 * shuffled anew. Each shows its cheapest first, then each its next: whoever offers much does not push others back.
 *
 * @param seed the community, so that not all have the same order on the same day
 */
export function neutralOrder<Offer extends Pick<CarriedOffer, 'id' | 'provider' | 'monthlyFee'>>(
  offers: readonly Offer[],
  day: Day,
  seed: string,
): Offer[] {
  const byProvider: Record<string, Offer[]> = {};
  for (const offer of offers) byProvider[offer.provider] = (byProvider[offer.provider] ?? []).concat(offer);
  const providers = turnsOf(Object.keys(byProvider), Math.floor(Date.parse(day) / DAY_MS), seed);
  const queues = providers.map((provider) => (byProvider[provider] ?? []).sort(byFee));
  const ordered: Offer[] = [];
  for (let turn = 0; ordered.length < offers.length; turn += 1)
    for (const queue of queues) {
      const offer = queue[turn];
      if (offer) ordered.push(offer);
    }
  return ordered;
}

function turnsOf(providers: readonly string[], dayNumber: number, seed: string): string[] {
  const count = providers.length;
  const round = Math.floor(dayNumber / count);
  const lots = providers.map((provider) => ({ provider, lot: lotOf(`${provider}/${seed}/${round}`) }));
  const drawn = lots.sort((one, other) => one.lot - other.lot || (one.provider < other.provider ? -1 : 1));
  return drawn.map((_, place) => drawn[(place + dayNumber) % count]?.provider ?? '');
}

const byFee = (one: Pick<CarriedOffer, 'id' | 'monthlyFee'>, other: Pick<CarriedOffer, 'id' | 'monthlyFee'>): number =>
  one.monthlyFee - other.monthlyFee || (one.id < other.id ? -1 : 1);

/** A number that looks random, the same for the same text. */
function lotOf(text: string): number {
  let lot = 1;
  for (let at = 0; at < text.length; at += 1) {
    const sum = (lot + text.charCodeAt(at)) % MODULUS;
    lot = (sum * sum + 17) % MODULUS;
  }
  return lot;
}
