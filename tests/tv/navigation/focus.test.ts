// The focus on the home screen and in a list: every place can be reached, none is ever lost.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Arrow,
  clampHome,
  type HomeFocus,
  type HomeShape,
  moveHome,
  pageOfIndex,
  turnPage,
} from '../../../src/tv/navigation/focus.ts';

const FULL: HomeShape = { banner: 0, hero: 1, latest: 3, tiles: 6 };
const BANNERED: HomeShape = { ...FULL, banner: 1, latest: 2 };
const BARE: HomeShape = { banner: 0, hero: 0, latest: 0, tiles: 6 };
const ARROWS: Arrow[] = ['up', 'down', 'left', 'right'];
const banner: HomeFocus = { area: 'banner', index: 0 };
const hero: HomeFocus = { area: 'hero', index: 0 };
const latest = (index: number): HomeFocus => ({ area: 'latest', index });
const tile = (index: number): HomeFocus => ({ area: 'tiles', index });

const shape = fc.oneof(
  fc.record({
    banner: fc.constantFrom(0, 1),
    hero: fc.constant(1 as const),
    latest: fc.nat(3),
    tiles: fc.integer({ min: 1, max: 9 }),
  }),
  fc.record({
    banner: fc.constantFrom(0, 1),
    hero: fc.constant(0 as const),
    latest: fc.constant(0),
    tiles: fc.integer({ min: 1, max: 9 }),
  }),
);
const focus = fc.record({ area: fc.constantFrom('banner', 'hero', 'latest', 'tiles'), index: fc.nat(9) });
const exists = (place: HomeShape, { area, index }: HomeFocus) => index >= 0 && index < place[area];

describe('the focus on the home screen', () => {
  it.each([
    [hero, 'right', latest(0)],
    [hero, 'down', tile(0)],
    [hero, 'left', hero],
    [latest(1), 'up', latest(0)],
    [latest(0), 'up', latest(0)],
    [latest(2), 'down', tile(4)],
    [latest(1), 'left', hero],
    [tile(0), 'up', hero],
    [tile(5), 'up', latest(2)],
    [tile(5), 'right', tile(5)],
    [tile(2), 'left', tile(1)],
  ] as const)('%j %s %j', (from, arrow, to) => {
    expect(moveHome(FULL, from, arrow)).toEqual(to);
  });

  it.each([
    [hero, 'up', banner],
    [latest(0), 'up', banner],
    [latest(1), 'up', latest(0)],
    [banner, 'down', hero],
    [banner, 'up', banner],
    [tile(0), 'up', hero],
  ] as const)('%j %s %j, under a banner', (from, arrow, to) => {
    expect(moveHome(BANNERED, from, arrow)).toEqual(to);
  });

  it('goes from a banner that is gone to the large notice', () => {
    expect(clampHome(FULL, banner)).toEqual(hero);
  });

  it('stays on the tiles while there is no notice', () => {
    expect(moveHome(BARE, tile(2), 'up')).toEqual(tile(2));
    expect(clampHome(BARE, hero)).toEqual(tile(0));
  });

  it('is on something that exists, wherever it was and whatever comes or goes', () => {
    fc.assert(
      fc.property(shape, focus, fc.constantFrom(...ARROWS), (place, from, arrow) => {
        expect(exists(place, clampHome(place, from))).toBe(true);
        expect(exists(place, moveHome(place, from, arrow))).toBe(true);
      }),
    );
  });

  it('can reach every place from every other by arrows alone', () => {
    fc.assert(
      fc.property(shape, (place) => {
        const all = (['banner', 'hero', 'latest', 'tiles'] as const).flatMap((area) =>
          Array.from({ length: place[area] }, (_, index): HomeFocus => ({ area, index })),
        );
        for (const start of all) {
          const seen = new Map([[JSON.stringify(start), start]]);
          for (const at of seen.values()) {
            for (const arrow of ARROWS) {
              const next = moveHome(place, at, arrow);
              seen.set(JSON.stringify(next), next);
            }
          }
          expect(seen.size).toBe(all.length);
        }
      }),
    );
  });
});

describe('pages of a list', () => {
  it('know where an index stands', () => {
    expect(pageOfIndex(7, 12, 5)).toEqual({ page: 1, pages: 3, row: 2, start: 5 });
    expect(pageOfIndex(99, 12, 5)).toEqual({ page: 2, pages: 3, row: 1, start: 10 });
    expect(pageOfIndex(0, 0, 5)).toEqual({ page: 0, pages: 1, row: 0, start: 0 });
  });

  it('turn to the same row, or the last there is', () => {
    expect(turnPage(2, 12, 5, 1)).toBe(7);
    expect(turnPage(9, 12, 5, 1)).toBe(11);
    expect(turnPage(7, 12, 5, -1)).toBe(2);
  });

  it('end at both ends', () => {
    expect(turnPage(2, 12, 5, -1)).toBeNull();
    expect(turnPage(11, 12, 5, 1)).toBeNull();
  });
});
