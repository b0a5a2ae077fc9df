// From the bus's doorbell to the boxes: reads what is new in a region once and has the hub announce it in order.
import type { RegionCode } from '../../contract/regions.ts';
import type { BusEvent } from '../bus/port.ts';
import type { Timers } from '../timers.ts';
import type { Hub } from './hub.ts';
import type { FeedReader } from './reader.ts';
import { entryEvent } from './sse.ts';

const RETRY_MS = 1_000;

export interface Relay {
  /** For `bus.subscribe`. */
  hear(event: BusEvent): void;
  close(): void;
}

/**
 * Messages may repeat, come out of order and be missing: they only say how far a region's feed goes, and the store is
 * read from where its announcements stand. `onError` hears of reads that failed; they are tried again.
 */
export function createRelay(deps: {
  hub: Hub;
  reader: FeedReader;
  timers: Timers;
  onError: (error: unknown) => void;
}): Relay {
  const { hub, reader, timers } = deps;
  /** How far each region that is being read is known to go. */
  const reading = new Map<RegionCode, number>();
  let stopRetry: (() => void) | null = null;

  function ring(region: RegionCode, seq: number): void {
    if (!hub.hears(region)) return;
    const known = reading.get(region);
    reading.set(region, Math.max(seq, known ?? 0));
    if (known === undefined) void read(region);
  }

  /** One at a time for each region, however often it is rung meanwhile. */
  async function read(region: RegionCode): Promise<void> {
    try {
      let seq: number;
      let more: boolean;
      do {
        seq = reading.get(region) ?? 0;
        more = await step(region, seq);
        // A message may have come since the step looked, and nothing may come between this look and the deletion.
      } while (more || (reading.get(region) ?? 0) > seq);
    } catch (error) {
      deps.onError(error);
      retryLater();
    } finally {
      reading.delete(region);
    }
  }

  /** False when the region is announced as far as `seq`, or nobody hears it. */
  async function step(region: RegionCode, seq: number): Promise<boolean> {
    // Without a head everybody here is still catching up, and reads on until there.
    hub.begin(region, seq);
    const head = hub.head(region);
    if (head === undefined || head >= seq) return false;
    for (const entry of await reader.after(region, head)) hub.announce(region, entry.seq, entryEvent(entry));
    // Nothing in reach, and nobody left and joined meanwhile: the next message brings it.
    return hub.head(region) !== head;
  }

  async function readAll(): Promise<void> {
    try {
      const heads = await reader.heads([...hub.regionsHeard()]);
      for (const [region, seq] of heads) if (seq > 0) ring(region, seq);
    } catch (error) {
      deps.onError(error);
      retryLater();
    }
  }

  function retryLater(): void {
    stopRetry ??= timers.after(RETRY_MS, () => {
      stopRetry = null;
      void readAll();
    });
  }

  return {
    hear(event) {
      if (event.kind === 'gap') void readAll();
      else if (event.kind === 'announced') ring(event.region, event.seq);
    },
    close() {
      stopRetry?.();
    },
  };
}
