// Replay and live announcements in every interleaving fast-check can think of: each entry once, in order, none lost.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RegionCode } from '../../../src/contract/regions.ts';
import type { FeedReader } from '../../../src/server/push/reader.ts';
import { createRelay } from '../../../src/server/push/relay.ts';
import { replay } from '../../../src/server/push/replay.ts';
import { sequencesOf } from './support/events.ts';
import { holder, testHub } from './support/hub.ts';
import { COMMUNITY, DISTRICT, memoryFeed, OTHER_COMMUNITY } from './support/memory-feed.ts';
import { PaperSocket } from './support/paper-socket.ts';

const HOMES: readonly (readonly [RegionCode, RegionCode])[] = [
  [DISTRICT, COMMUNITY],
  [DISTRICT, OTHER_COMMUNITY],
];

type Step =
  | { readonly kind: 'publish'; readonly region: RegionCode; readonly message: 'once' | 'twice' | 'lost' }
  | { readonly kind: 'join'; readonly home: number; readonly behind: number }
  | { readonly kind: 'leave'; readonly nth: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('publish' as const),
      region: fc.constantFrom(DISTRICT, COMMUNITY, OTHER_COMMUNITY),
      message: fc.constantFrom('once' as const, 'once' as const, 'twice' as const, 'lost' as const),
    }),
  },
  {
    weight: 3,
    // Behind by fewer than nothing: a box that is ahead of the store.
    arbitrary: fc.record({
      kind: fc.constant('join' as const),
      home: fc.nat({ max: 1 }),
      behind: fc.integer({ min: -2, max: 4 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('leave' as const), nth: fc.nat({ max: 9 }) }) },
);

/** Every answer takes its time before and after it looks at the feed. */
function slow(reader: FeedReader, scheduler: fc.Scheduler): FeedReader {
  const delayed = async <T>(label: string, look: () => Promise<T>): Promise<T> => {
    await scheduler.schedule(Promise.resolve(), `${label}: asked`);
    return scheduler.schedule(look(), `${label}: answered`);
  };
  return {
    heads: (regions) => delayed('heads', () => reader.heads(regions)),
    after: (region, seq) => delayed(`after ${region}:${seq}`, () => reader.after(region, seq)),
  };
}

async function play(steps: readonly Step[], page: number, scheduler: fc.Scheduler): Promise<void> {
  const feed = memoryFeed({ page });
  const { hub, manual } = testHub();
  const reader = slow(feed.reader, scheduler);
  const failures: unknown[] = [];
  const relay = createRelay({ hub, reader, timers: manual.timers, onError: (error) => failures.push(error) });
  const boxes: { socket: PaperSocket; from: Map<RegionCode, number>; honest: boolean; leave(): void }[] = [];

  function tell(region: RegionCode, seq: number): void {
    void scheduler.schedule(Promise.resolve(), `message ${region}:${seq}`).then(() => {
      relay.hear({ kind: 'announced', region, seq });
    });
  }

  function take(each: Step): void {
    if (each.kind === 'publish') {
      const { seq } = feed.append(each.region);
      if (each.message !== 'lost') tell(each.region, seq);
      if (each.message === 'twice') tell(each.region, seq);
    } else if (each.kind === 'join') {
      const chain = HOMES[each.home] ?? [];
      const socket = new PaperSocket();
      const connection = hub.join(socket, { holder: holder(boxes.length), chain });
      const cursor = new Map(chain.map((region) => [region, Math.max(0, feed.head(region) - each.behind)]));
      boxes.push({ socket, from: cursor, honest: each.behind >= 0, leave: () => hub.drop(connection) });
      replay(connection, cursor, { hub, reader }).catch((error) => failures.push(error));
    } else {
      boxes[each.nth]?.leave();
    }
  }

  scheduler.scheduleSequence(steps.map((each) => async () => take(each)));
  await scheduler.waitIdle();
  // The bus says when messages may have been lost, and only then.
  if (steps.some((each) => each.kind === 'publish' && each.message === 'lost')) relay.hear({ kind: 'gap' });
  await scheduler.waitIdle();

  expect(failures).toEqual([]);
  for (const { socket, from, honest } of boxes) {
    for (const [region, start] of from) {
      const got = sequencesOf(socket.text, region);
      expect(got).toEqual(got.map((_, n) => (got[0] ?? 0) + n));
      // What is owed to one that was ahead of the store depends on when the store was asked.
      if (socket.destroyed || !honest) continue;
      const owed = Array.from({ length: feed.head(region) - start }, (_, n) => start + 1 + n);
      expect(got).toEqual(owed);
    }
  }
}

describe('a stream', () => {
  it('carries every entry after the cursor once and in order, however joins, reads and messages interleave', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 14 }),
        fc.integer({ min: 1, max: 3 }),
        fc.scheduler(),
        async (steps, page, scheduler) => play(steps, page, scheduler),
      ),
      { numRuns: 1_000 },
    );
  });
});
