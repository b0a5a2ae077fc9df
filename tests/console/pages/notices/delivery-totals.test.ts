// The figures of a delivery.
import { describe, expect, it } from 'vitest';
import { isComplete } from '../../../../src/console/api/notices.ts';
import { percent, totalsOf } from '../../../../src/console/pages/notices/delivery-totals.ts';
import { Delivery } from '../../../../src/contract/notices.ts';

const row = (addressed: number, received: number, rendered: number, read: number) =>
  Delivery.parse({ region: { code: '370306001001', name: '车站社区' }, addressed, received, rendered, read });

describe('the totals of a delivery', () => {
  it('add up the regions', () => {
    expect(totalsOf([row(8, 8, 6, 3), row(4, 2, 1, 0)])).toEqual({ addressed: 12, received: 10, rendered: 7, read: 3 });
  });

  it('say a hundred per cent only when none is missing', () => {
    expect([percent(999, 1000), percent(1000, 1000), percent(0, 0)]).toEqual([99, 100, 0]);
  });
});

describe('a delivery is complete', () => {
  it('when every box of every region has read', () => {
    expect(isComplete([row(8, 8, 8, 8), row(1, 1, 1, 1)])).toBe(true);
  });

  it('and not before', () => {
    expect(isComplete([row(8, 8, 8, 8), row(1, 1, 1, 0)])).toBe(false);
  });
});
