// Boxes between the door and their stream: a word that they may no longer must not fall into the gap between the two.
import type { BoxId } from '../../contract/ids.ts';

export interface Arrival {
  readonly box: BoxId;
  /** By a word that came since it began. */
  readonly turnedAway: boolean;
}

export interface Arrivals {
  /** To be called before the store is asked: what is decided after the answer comes as a word. */
  begin(box: BoxId): Arrival;
  /** It has its stream, or was refused. */
  end(arrival: Arrival): void;
  turnAway(box: BoxId): void;
  /** Words may have been lost. */
  turnAllAway(): void;
}

export function createArrivals(): Arrivals {
  const under = new Set<{ readonly box: BoxId; turnedAway: boolean }>();
  return {
    begin(box) {
      const arrival = { box, turnedAway: false };
      under.add(arrival);
      return arrival;
    },
    end: (arrival) => void under.delete(arrival),
    turnAway(box) {
      for (const arrival of under) if (arrival.box === box) arrival.turnedAway = true;
    },
    turnAllAway() {
      for (const arrival of under) arrival.turnedAway = true;
    },
  };
}
