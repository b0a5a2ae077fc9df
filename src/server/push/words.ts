// Words for boxes from the bus to the streams held here; after a gap it is asked anew who may still hear.
import type { BusEvent, Word } from '../bus/port.ts';
import type { Arrivals } from './arrivals.ts';
import type { Door } from './door.ts';
import type { Hub } from './hub.ts';
import { commandEvent, refreshEvent, trustEvent } from './sse.ts';

/** So many boxes are asked about in one statement. */
const BATCH = 2_000;

/** For `bus.subscribe`. A word lost in a gap may have been one that a box may no longer. */
export function createWords(deps: { hub: Hub; arrivals: Arrivals; door: Door; onError(error: unknown): void }) {
  const { hub, arrivals, door } = deps;

  async function recheck(): Promise<void> {
    const holders = hub.holders();
    for (let at = 0; at < holders.length; at += BATCH) {
      for (const box of await door.strangers(holders.slice(at, at + BATCH))) hub.disconnect(box);
    }
  }

  function pass({ to, what }: Word): void {
    if ('handover' in to) return;
    if ('region' in to) hub.tellRegion(to.region, what === 'trust' ? trustEvent : refreshEvent);
    else if (what === 'disconnect') {
      arrivals.turnAway(to.box);
      hub.disconnect(to.box);
    } else hub.tell(to.box, typeof what === 'object' ? commandEvent(what) : refreshEvent);
  }

  return {
    hear(event: BusEvent): void {
      if (event.kind === 'told') pass(event.word);
      if (event.kind !== 'gap') return;
      arrivals.turnAllAway();
      recheck().catch(deps.onError);
    },
  };
}
