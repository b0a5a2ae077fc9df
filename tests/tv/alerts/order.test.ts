// However alerts travel - repeated, out of order, partly by stream and partly by pull - the same is on the screen in the end.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { AlertItem } from '../../../src/contract/alerts.ts';
import { SEVERITIES } from '../../../src/contract/alerts.ts';
import type { FeedCursor } from '../../../src/contract/feed.ts';
import type { FeedStep } from '../../../src/tv/feed/step.ts';
import {
  alertsOf,
  applyAnswer,
  applyStep,
  cursorOf,
  itemsOf,
  type Known,
  NOTHING,
} from '../../../src/tv/feed/store.ts';
import { frameOf } from '../../../src/tv/navigation/machine.ts';
import { alert, alertId, at, SENT } from '../../domain/alerts/alert.ts';
import { athome, tell } from '../navigation/walk.ts';

const CHAIN = ['370306', '370306001', '370306001001'];
const END = SENT + 30 * 60_000;

/** What an office does, one after the other: the first mention of an alert releases it, later ones update or cancel it. */
const deed = fc.record({
  which: fc.integer({ min: 1, max: 3 }),
  cancels: fc.boolean(),
  severity: fc.constantFrom(...SEVERITIES),
  minutes: fc.integer({ min: 5, max: 60 }),
  regions: fc.subarray(CHAIN, { minLength: 1 }),
});

type Put = Extract<FeedStep, { action: 'put' }>;

interface Story {
  readonly steps: readonly FeedStep[];
}

function storyOf(deeds: readonly (typeof deed extends fc.Arbitrary<infer Deed> ? Deed : never)[]): Story {
  const seqs = new Map<string, number>();
  const held = new Map<number, { item: AlertItem; regions: Set<string> }>();
  const steps: FeedStep[] = [];
  deeds.forEach(({ which, cancels, severity, minutes, regions }, index) => {
    const before = held.get(which);
    if (before && !before.item.standing) return;
    const sentAt = at(SENT + index * 1000);
    const validTo = at(SENT + minutes * 60_000);
    const standing = !(cancels && before);
    const item = alert({
      id: alertId(which),
      revision: (before?.item.revision ?? 0) + 1,
      severity,
      standing,
      sentAt,
      validTo,
    });
    const everywhere = new Set([...(before?.regions ?? []), ...regions]);
    held.set(which, { item, regions: everywhere });
    for (const region of everywhere) {
      const seq = (seqs.get(region) ?? 0) + 1;
      seqs.set(region, seq);
      const { id, revision } = item;
      const vouched = { ...{ region, seq, id, revision, item }, key: 'k', action: 'put' } as unknown as Put['vouched'];
      steps.push({ action: 'put', region, seq, vouched, item });
    }
  });
  return { steps };
}

const where = { chain: CHAIN, now: SENT };

/** What the server answers to `since`, all that is missing; or, to nothing, everything that stands. */
function pull(known: Known, { steps }: Story): Known {
  const heads = new Map(CHAIN.map((region) => [region, 0]));
  for (const { region, seq } of steps) heads.set(region, Math.max(seq, heads.get(region) ?? 0));
  const cursor = [...heads].map(([region, seq]) => `${region}:${seq}`).join(',');
  const fresh = cursorOf(known) === '';
  const missing = steps.filter(({ region, seq }) => seq > (known[region]?.seq ?? 0));
  const latest = steps.filter(
    (one) => !steps.some((other) => idOf(other) === idOf(one) && other.region === one.region && other.seq > one.seq),
  );
  const answer = { mode: fresh ? 'snapshot' : 'delta', cursor: cursor as FeedCursor } as const;
  return applyAnswer(known, answer, fresh ? latest : missing, where).known;
}

const idOf = (step: FeedStep) => (step.action === 'put' ? step.item.id : '');

function screenOf(known: Known) {
  const shown = tell(athome(), { type: 'ALERTS', alerts: alertsOf(itemsOf(known)), now: SENT });
  // Long after: how long something has been there is no part of what there is.
  return frameOf(tell(shown, { type: 'TICK', now: END, sure: true })).alert;
}

it('ends in the same screen as delivery in order', () => {
  fc.assert(
    fc.property(fc.array(deed, { minLength: 1, maxLength: 8 }), fc.infiniteStream(fc.nat()), (deeds, chance) => {
      const story = storyOf(deeds);
      const begin = pull(NOTHING, { steps: [] });
      const inOrder = story.steps.reduce((known, step) => applyStep(known, step, where).known, begin);

      const pick = (count: number) => (chance.next().value ?? 0) % count;
      let known = pick(2) === 0 ? begin : NOTHING;
      for (let turn = 0; turn < story.steps.length * 3; turn += 1) {
        const step = story.steps[pick(story.steps.length)];
        if (!step) continue;
        const { known: next, heard } = applyStep(known, step, where);
        known = heard === 'gap' && pick(3) === 0 ? pull(known, story) : next;
      }
      known = pull(known, story);

      expect(screenOf(known)).toEqual(screenOf(inOrder));
      expect(screenOf(pull(NOTHING, story))).toEqual(screenOf(inOrder));
    }),
  );
});
