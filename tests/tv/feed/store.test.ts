// The reducer: whatever is lost, repeated or out of order on the way, the box ends with what the server has.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NoticeItem } from '../../../src/contract/feed.ts';
import type { FeedAnswer, FeedStep } from '../../../src/tv/feed/read.ts';
import { applyAnswer, applyStep, cursorOf, itemsOf, type Known, NOTHING } from '../../../src/tv/feed/store.ts';
import { ITEMS } from '../examples.ts';

const REGIONS = ['370306', '370306001'];
const SERVER_TIME = '2026-11-23T12:00:00.000Z' as FeedAnswer['serverTime'];
const base = ITEMS[0] as NoticeItem;
const item = (id: string, revision: number): NoticeItem => ({ ...base, id: id as NoticeItem['id'], revision });

/** The server's side: each region's log of steps, in order. */
type Logs = Readonly<Record<string, readonly FeedStep[]>>;

function answerOf(logs: Logs, mode: FeedAnswer['mode'], since: Record<string, number>): FeedAnswer {
  const heads = REGIONS.map((region) => `${region}:${logs[region]?.length ?? 0}`).join(',');
  const entries = REGIONS.flatMap((region) => {
    const log = logs[region] ?? [];
    return mode === 'delta' ? log.filter(({ seq }) => seq > (since[region] ?? 0)) : current(log);
  });
  return { mode, cursor: heads, entries, serverTime: SERVER_TIME };
}

/** The steps whose items are still there, each with the number it was published under. */
function current(log: readonly FeedStep[]): FeedStep[] {
  return log.filter((step) => {
    if (step.action !== 'put') return false;
    return !log.some(
      (later) =>
        later.seq > step.seq &&
        ((later.action === 'put' && later.item.id === step.item.id) ||
          (later.action === 'drop' && later.id === step.item.id && later.revision >= step.item.revision)),
    );
  });
}

const sinceOf = (known: Known) =>
  Object.fromEntries(Object.keys(known).map((region) => [region, known[region]?.seq ?? 0]));
const shownBy = (known: Known) => itemsOf(known).map(({ id, revision }) => `${id}:${revision}`);
const whole = (logs: Logs) => applyAnswer(NOTHING, answerOf(logs, 'snapshot', {}));

/** Notices are put with growing revisions and dropped at the revision they have. */
const logs: fc.Arbitrary<Logs> = fc
  .tuple(...REGIONS.map(() => fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.boolean()), { maxLength: 14 })))
  .map((regions) =>
    Object.fromEntries(
      regions.map((ops, at) => {
        const region = REGIONS[at] ?? '';
        const revisions: Record<string, number> = {};
        const log = ops.map(([id, put], index): FeedStep => {
          const seq = index + 1;
          if (put || !revisions[id]) {
            revisions[id] = (revisions[id] ?? 0) + 1;
            return { action: 'put', region, seq, item: item(id, revisions[id]) } as FeedStep;
          }
          return { action: 'drop', region, seq, id, revision: revisions[id] } as FeedStep;
        });
        return [region, log];
      }),
    ),
  );

describe('what a box knows', () => {
  it('starts with nothing, and its cursor says so', () => {
    expect([cursorOf(NOTHING), itemsOf(NOTHING)]).toEqual(['', []]);
  });

  it('keeps a cursor for each region', () => {
    const known = applyAnswer(NOTHING, {
      mode: 'snapshot',
      cursor: '370306001:3,370306:12',
      entries: [],
      serverTime: SERVER_TIME,
    });
    expect(cursorOf(known)).toBe('370306:12,370306001:3');
  });

  it('forgets everything with a snapshot, also when the server counts anew', () => {
    const before = whole({ '370306': [{ action: 'put', region: '370306', seq: 1, item: item('a', 1) } as FeedStep] });
    const after = applyAnswer(before, { mode: 'snapshot', cursor: '370306:0', entries: [], serverTime: SERVER_TIME });
    expect([itemsOf(after), cursorOf(after)]).toEqual([[], '370306:0']);
  });

  it('shows a notice sent to two regions once, and keeps it while one of them has it', () => {
    const put = (region: string, revision: number) =>
      ({ action: 'put', region, seq: 1, item: item('a', revision) }) as FeedStep;
    const both = whole({ '370306': [put('370306', 1)], '370306001': [put('370306001', 1)] });
    expect(shownBy(both)).toEqual(['a:1']);
    const drop = { action: 'drop', region: '370306', seq: 2, id: 'a', revision: 1 } as FeedStep;
    expect(shownBy(applyStep(both, drop).known)).toEqual(['a:1']);
  });

  it('counts a step it does not understand', () => {
    const known = whole({ '370306': [], '370306001': [] });
    const next = applyStep(known, { action: 'skip', region: '370306', seq: 1 });
    expect([next.heard, cursorOf(next.known)]).toEqual(['applied', '370306:1,370306001:0']);
  });

  it('does not go on over a hole, nor in a region it knows nothing of', () => {
    const known = whole({ '370306': [], '370306001': [] });
    const step = { action: 'put', region: '370306', seq: 2, item: item('a', 1) } as FeedStep;
    expect(applyStep(known, step)).toEqual({ known, heard: 'gap' });
    expect(applyStep(NOTHING, { ...step, seq: 1 } as FeedStep).heard).toBe('gap');
  });

  it('is the same by a snapshot, by deltas, or step by step', () => {
    fc.assert(
      fc.property(logs, fc.nat(14), (server, cut) => {
        const early = Object.fromEntries(REGIONS.map((region) => [region, (server[region] ?? []).slice(0, cut)]));
        const delta = applyAnswer(whole(early), answerOf(server, 'delta', sinceOf(whole(early))));
        const steps = REGIONS.flatMap((region) => server[region] ?? []);
        const stepwise = steps.reduce((known, step) => applyStep(known, step).known, whole({}));
        expect(delta).toEqual(whole(server));
        expect(stepwise).toEqual(whole(server));
      }),
    );
  });

  it('ends the same for any losses, repeats and disorder, once a gap is answered by a pull', () => {
    const arrivals = fc.array(fc.tuple(fc.nat(1), fc.nat(14), fc.constantFrom('delta' as const, 'snapshot' as const)), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(logs, arrivals, (server, order) => {
        let known = whole({});
        for (const [region, seq, mode] of order) {
          const step = server[REGIONS[region] ?? '']?.[seq];
          if (!step) continue;
          const { known: next, heard } = applyStep(known, step);
          known = heard === 'gap' ? applyAnswer(known, answerOf(server, mode, sinceOf(known))) : next;
        }
        known = applyAnswer(known, answerOf(server, 'delta', sinceOf(known)));
        expect(shownBy(known)).toEqual(shownBy(whole(server)));
        expect(cursorOf(known)).toBe(cursorOf(whole(server)));
      }),
      { numRuns: 300 },
    );
  });
});
