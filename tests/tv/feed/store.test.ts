// The reducer: whatever is lost, repeated or out of order on the way, the box ends with what the server has.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NoticeItem } from '../../../src/contract/feed.ts';
import type { FeedStep } from '../../../src/tv/feed/step.ts';
import * as feed from '../../../src/tv/feed/store.ts';
import { cursorOf, itemsOf, type Known, NOTHING, type Where } from '../../../src/tv/feed/store.ts';
import { ITEMS } from '../examples.ts';

const REGIONS = ['370306', '370306001'];
const HERE: Where = { chain: REGIONS, now: null };
const KEY = '0a1b2c3d4e5f6071';
const base = ITEMS[0] as NoticeItem;
const item = (id: string, revision: number): NoticeItem => ({ ...base, id: id as NoticeItem['id'], revision });

const put = (region: string, seq: number, it: NoticeItem) =>
  ({ region, seq, action: 'put', item: it, vouched: vouched('put', region, seq, it) }) as unknown as FeedStep;
const drop = (region: string, seq: number, id: string, revision: number) =>
  ({ region, seq, action: 'drop', vouched: vouched('drop', region, seq, { id, revision }) }) as unknown as FeedStep;
const vouched = (action: string, region: string, seq: number, about: { id: string; revision: number }) => ({
  action,
  region,
  seq,
  id: about.id,
  revision: about.revision,
  key: KEY,
  item: about,
});

interface Answer {
  readonly mode: 'snapshot' | 'delta';
  readonly cursor: string;
  readonly entries: readonly FeedStep[];
}
const applyAnswer = (known: Known, { entries, ...answer }: Answer) =>
  feed.applyAnswer(known, answer, entries, HERE).known;
const applyStep = (known: Known, step: FeedStep) => feed.applyStep(known, step, HERE);

/** The server's side: each region's log of steps, in order. */
type Logs = Readonly<Record<string, readonly FeedStep[]>>;

function answerOf(logs: Logs, mode: Answer['mode'], since: Record<string, number>): Answer {
  const heads = REGIONS.map((region) => `${region}:${logs[region]?.length ?? 0}`).join(',');
  const entries = REGIONS.flatMap((region) => {
    const log = logs[region] ?? [];
    return mode === 'delta' ? log.filter(({ seq }) => seq > (since[region] ?? 0)) : current(log);
  });
  return { mode, cursor: heads, entries };
}

/** The steps whose items are still there, each with the number it was published under. */
function current(log: readonly FeedStep[]): FeedStep[] {
  return log.filter((step) => {
    if (step.action !== 'put') return false;
    return !log.some(
      (later) =>
        later.seq > step.seq &&
        ((later.action === 'put' && later.item.id === step.item.id) ||
          (later.action === 'drop' &&
            later.vouched.id === step.item.id &&
            later.vouched.revision >= step.item.revision)),
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
        const log = ops.map(([id, isPut], index): FeedStep => {
          const seq = index + 1;
          if (isPut || !revisions[id]) {
            revisions[id] = (revisions[id] ?? 0) + 1;
            return put(region, seq, item(id, revisions[id]));
          }
          return drop(region, seq, id, revisions[id]);
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
    });
    expect(cursorOf(known)).toBe('370306:12,370306001:3');
  });

  it('forgets everything with a snapshot, also when the server counts anew', () => {
    const before = whole({ '370306': [put('370306', 1, item('a', 1))] });
    const after = applyAnswer(before, { mode: 'snapshot', cursor: '370306:0', entries: [] });
    expect([itemsOf(after), cursorOf(after)]).toEqual([[], '370306:0']);
  });

  it('shows a notice sent to two regions once, and keeps it while one of them has it', () => {
    const both = whole({
      '370306': [put('370306', 1, item('a', 1))],
      '370306001': [put('370306001', 1, item('a', 1))],
    });
    expect(shownBy(both)).toEqual(['a:1']);
    expect(shownBy(applyStep(both, drop('370306', 2, 'a', 1)).known)).toEqual(['a:1']);
  });

  it('counts a step it does not understand', () => {
    const known = whole({ '370306': [], '370306001': [] });
    const next = applyStep(known, { action: 'skip', region: '370306', seq: 1 });
    expect([next.heard, cursorOf(next.known)]).toEqual(['applied', '370306:1,370306001:0']);
  });

  it('does not go on over a hole, nor in a region it knows nothing of', () => {
    const known = whole({ '370306': [], '370306001': [] });
    const step = put('370306', 2, item('a', 1));
    expect(applyStep(known, step)).toEqual({ known, heard: 'gap', refused: [] });
    expect(applyStep(NOTHING, { ...step, seq: 1 } as FeedStep).heard).toBe('gap');
  });

  it('is the same by a snapshot, by deltas, or step by step', () => {
    fc.assert(
      fc.property(logs, fc.nat(14), (server, cut) => {
        const early = Object.fromEntries(REGIONS.map((region) => [region, (server[region] ?? []).slice(0, cut)]));
        const delta = applyAnswer(whole(early), answerOf(server, 'delta', sinceOf(whole(early))));
        const steps = REGIONS.flatMap((region) => server[region] ?? []);
        const stepwise = steps.reduce((known, step) => applyStep(known, step).known, whole({}));
        for (const known of [delta, stepwise]) {
          expect(shownBy(known)).toEqual(shownBy(whole(server)));
          expect(cursorOf(known)).toBe(cursorOf(whole(server)));
        }
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
