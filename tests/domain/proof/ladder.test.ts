// The curve of a proof: few points whatever the span, none of what happened left out.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PROOF_STEPS } from '../../../src/contract/proof.ts';
import { curveOf, rungsFor } from '../../../src/domain/proof/ladder.ts';

const YEAR_MS = 365 * 86_400_000;
const span = () => fc.oneof(fc.nat(120_000), fc.nat(30 * 86_400_000), fc.nat(5 * YEAR_MS));

describe("a proof's curve", () => {
  it('begins a second after the publication and ends after all that can have happened, in at most sixty points', () => {
    fc.assert(
      fc.property(span(), (ms) => {
        const rungs = rungsFor(ms);
        expect(rungs[0]).toBe(1);
        expect(rungs.length).toBeLessThanOrEqual(60);
        expect((rungs.at(-1) ?? 0) * 1_000).toBeGreaterThan(ms);
        expect(rungs).toEqual([...new Set(rungs)].sort((a, b) => a - b));
      }),
    );
    expect(rungsFor(0)).toEqual([1]);
    expect(rungsFor(-5_000)).toEqual([1]);
    expect(rungsFor(4_000)).toEqual([1, 2, 3, 5]);
  });

  it('counts at each point the boxes that had come by then, as counting them one by one does', () => {
    const arrival = fc.record({ step: fc.constantFrom(...PROOF_STEPS), ms: fc.nat(3_600_000) });
    fc.assert(
      fc.property(fc.array(arrival), (each) => {
        const rungs = rungsFor(3_600_000);
        const behind = (ms: number) => rungs.filter((seconds) => seconds * 1_000 <= ms).length;
        const arrivals = each.map(({ step, ms }) => ({ step, rung: behind(ms), boxes: 1 }));
        const curve = curveOf(rungs, arrivals);
        for (const point of curve)
          for (const step of PROOF_STEPS)
            expect(point[step]).toBe(each.filter((one) => one.step === step && one.ms < point.seconds * 1_000).length);
      }),
    );
  });

  it('never goes down, and ends with everyone', () => {
    const rungs = rungsFor(10_000);
    const arrivals = fc.array(
      fc.record({ step: fc.constantFrom(...PROOF_STEPS), rung: fc.nat(rungs.length), boxes: fc.nat(100) }),
    );
    fc.assert(
      fc.property(arrivals, (each) => {
        const curve = curveOf(rungs, each);
        for (const step of PROOF_STEPS) {
          const counts = curve.map((point) => point[step]);
          expect(counts).toEqual(counts.toSorted((a, b) => a - b));
          const all = each.filter((one) => one.step === step).reduce((sum, { boxes }) => sum + boxes, 0);
          expect(counts.at(-1)).toBe(all);
        }
      }),
    );
  });
});
