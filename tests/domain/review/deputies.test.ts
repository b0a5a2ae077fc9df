import { describe, expect, it } from 'vitest';
import type { Day } from '../../../src/contract/time.ts';
import { isFit } from '../../../src/domain/review/deputies.ts';
import { who } from './people.ts';

const officer = who('officer', 'town', '370306001');
const day = (text: string) => text as Day;
const TODAY = day('2026-11-23');
const mayStandIn = (deputy: typeof officer, from = TODAY, to = TODAY) => isFit(officer, deputy, from, to, TODAY);

describe('a deputy', () => {
  it('works in the same place, above it or below it', () => {
    expect(mayStandIn(who('other', 'town', '370306001'))).toBe(true);
    expect(mayStandIn(who('office', 'district', '370306'))).toBe(true);
    expect(mayStandIn(who('clerk', 'community', '370306001001'))).toBe(true);
  });

  it('is nobody of another town, no auditor, no operator, and not the one who is away', () => {
    expect(mayStandIn(who('far', 'town', '370306002'))).toBe(false);
    expect(mayStandIn(who('auditor', 'auditor', '370306'))).toBe(false);
    expect(mayStandIn(who('operator', 'operator', '370306'))).toBe(false);
    expect(mayStandIn(officer)).toBe(false);
  });

  it('stands in from today on, for no longer than ninety days', () => {
    const clerk = who('clerk', 'community', '370306001001');
    expect(mayStandIn(clerk, day('2026-11-22'), TODAY)).toBe(false);
    expect(mayStandIn(clerk, day('2026-12-02'), day('2026-12-01'))).toBe(false);
    expect(mayStandIn(clerk, TODAY, day('2027-02-20'))).toBe(true);
    expect(mayStandIn(clerk, TODAY, day('2027-02-21'))).toBe(false);
  });
});
