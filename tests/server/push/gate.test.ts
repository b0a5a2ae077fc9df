// The gate: a storm becomes a queue.
import { describe, expect, it } from 'vitest';
import { createGate } from '../../../src/server/push/gate.ts';

function gate(perSecond: number, burst: number) {
  let now = 0;
  const { admits } = createGate(() => now, perSecond, burst);
  return {
    pass: (ms: number) => {
      now += ms;
    },
    /** How many of so many are let in. */
    storm: (count: number) => Array.from({ length: count }, admits).filter(Boolean).length,
  };
}

describe('the gate', () => {
  it('lets a burst in at once, and no more', () => {
    expect(gate(100, 250).storm(1000)).toBe(250);
  });

  it('lets so many in a second in the long run, however many ask', () => {
    const one = gate(100, 250);
    one.storm(1000);
    let admitted = 0;
    for (let tick = 0; tick < 100; tick++) {
      one.pass(100);
      admitted += one.storm(500);
    }
    expect(admitted).toBe(1000);
  });

  it('saves nothing up past the burst, and is not fooled by a clock that goes back', () => {
    const one = gate(100, 250);
    one.pass(3_600_000);
    expect(one.storm(1000)).toBe(250);
    one.pass(-60_000);
    expect(one.storm(10)).toBe(0);
    one.pass(1_000);
    expect(one.storm(1000)).toBe(100);
  });
});
