// How far a box lies behind.
import { expect, it } from 'vitest';
import { feedLag, lagOf } from '../../../../src/console/pages/boxes/lag.ts';
import { RegionCode } from '../../../../src/contract/regions.ts';

const feed = { region: RegionCode.parse('370306'), name: '周村区', desired: 12, received: 12, verified: 11 };

it('counts the entries that are not on the screen, wherever they got stuck', () => {
  expect(lagOf({ desired: 12, rendered: 9 })).toBe(3);
});

it('is never below nought when a report is newer than the count beside it', () => {
  expect(lagOf({ desired: 12, rendered: 13 })).toBe(0);
});

it('is not known for a region the box has not reported', () => {
  expect(feedLag({ ...feed, rendered: null })).toBeNull();
  expect(feedLag({ ...feed, rendered: 10 })).toBe(2);
});
