import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AlertItem } from '../../../src/contract/alerts.ts';
import type { RegionCode } from '../../../src/contract/regions.ts';
import { preempt } from '../../../src/domain/alerts/preempt.ts';
import { alert, alertId, anyAlert, at, SENT } from './alert.ts';

const first = (...alerts: AlertItem[]) => alerts.toSorted(preempt)[0];
const town = '370306001' as RegionCode;

describe('of several alerts, first goes', () => {
  it('what stands before what is over, whatever that was', () => {
    const over = alert({ id: alertId(2), standing: false, severity: 'red' });
    expect(first(over, alert({ severity: 'blue', authority: town }))).toMatchObject({ severity: 'blue' });
  });

  it('an actual one before a rehearsal, be that red and of the district', () => {
    const rehearsal = alert({ id: alertId(2), rehearsal: true, severity: 'red' });
    expect(first(rehearsal, alert({ severity: 'yellow', authority: town }))?.rehearsal).toBe(false);
  });

  it("the higher authority's before the graver", () => {
    const grave = alert({ id: alertId(2), severity: 'red', authority: town });
    expect(first(grave, alert({ severity: 'orange' }))?.severity).toBe('orange');
  });

  it('the graver before the newer, and the newer before the older', () => {
    const newer = alert({ id: alertId(2), severity: 'yellow', sentAt: at(SENT + 1000) });
    expect(first(newer, alert())?.severity).toBe('orange');
    expect(first(alert(), { ...newer, severity: 'orange' })?.id).toBe(alertId(2));
  });
});

describe('the order', () => {
  it('is total: one way only, through any third, and none are equal but the same', () => {
    fc.assert(
      fc.property(anyAlert, anyAlert, anyAlert, (one, two, three) => {
        expect(Math.sign(preempt(one, two))).toBe(0 - Math.sign(preempt(two, one)));
        if (preempt(one, two) < 0 && preempt(two, three) < 0) expect(preempt(one, three)).toBeLessThan(0);
        if (preempt(one, two) === 0) expect([one.id, one.revision]).toEqual([two.id, two.revision]);
      }),
    );
  });
});
