// The instants at which a proof's curve is told: close together at first, when most boxes show an item, then further apart.
import type { ProofPoint, ProofStep } from '../../contract/proof.ts';

const MINUTE = 60;
const HOUR = 3_600;
const DAY = 86_400;
const RUNGS: readonly number[] = [
  ...[1, 2, 3, 5, 10, 15, 20, 30, 45],
  ...[1, 2, 3, 5, 10, 15, 20, 30, 45].map((minutes) => minutes * MINUTE),
  ...[1, 2, 3, 6, 9, 12, 18].map((hours) => hours * HOUR),
  ...[1, 2, 3, 5, 7, 10, 14, 21, 30, 60, 90, 180, 365, 730, 1_825, 3_650].map((days) => days * DAY),
];

/** Seconds since the publication, up to the first instant that lies after `spanMs`; at most 41. */
export function rungsFor(spanMs: number): number[] {
  const last = RUNGS.findIndex((seconds) => seconds * 1_000 > spanMs);
  return last < 0 ? [...RUNGS] : RUNGS.slice(0, last + 1);
}

/** How many boxes came to a step between two rungs; `rung` counts those that lie behind, 0 before the first. */
export interface Arrivals {
  readonly step: ProofStep;
  readonly rung: number;
  readonly boxes: number;
}

/** Boxes that had come to each step by each rung; who came after the last is told with it. */
export function curveOf(rungs: readonly number[], arrivals: readonly Arrivals[]): ProofPoint[] {
  const sum = (step: ProofStep, index: number) =>
    arrivals
      .filter((each) => each.step === step && (each.rung <= index || index === rungs.length - 1))
      .reduce((total, { boxes }) => total + boxes, 0);
  return rungs.map((seconds, index) => ({
    seconds,
    received: sum('received', index),
    verified: sum('verified', index),
    rendered: sum('rendered', index),
    read: sum('read', index),
    refused: sum('refused', index),
  }));
}
