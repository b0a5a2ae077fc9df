// Where the home screen puts its cards and how much text they hold.
import type { PageLayout } from '../../../domain/text/paginate.ts';
import { SPACE } from '../../theme/theme.ts';

/** The hero's first lines under its title, in cells of its body type; one where a banner takes room. */
export const HERO_TEXT = { elder: { cells: 21, rows: 2 }, normal: { cells: 26, rows: 2 } } as const satisfies Record<
  'elder' | 'normal',
  PageLayout
>;

const { safe, content, gutter } = SPACE;
const TILE_TOP = 662;

/** The tiles share the row. */
export const TILES_BOX = { y: TILE_TOP, h: 212 } as const;
export const tileWidth = (count: number): number => (safe.w - (count - 1) * gutter) / count;
export const LATEST_BOX = { w: 632, count: 3, underBanner: 2 } as const;
export const HERO_BOX = {
  x: safe.left,
  y: content.y,
  w: safe.w - LATEST_BOX.w - gutter,
  h: TILE_TOP - gutter - content.y,
} as const;
/** Across the top, where there is a banner; what stands below it then is as much lower. */
export const BANNER_BOX = { x: safe.left, y: content.y, w: safe.w, h: 92 } as const;
const UNDER_BANNER = BANNER_BOX.h + gutter;
export const HERO_UNDER_BANNER = { ...HERO_BOX, y: HERO_BOX.y + UNDER_BANNER, h: HERO_BOX.h - UNDER_BANNER } as const;
/** Inside the hero, on all sides. */
export const HERO_PADDING = 32;
/** Between the tiles and the hints. */
export const TICKER_BOX = { x: safe.left, y: 898, w: safe.w, h: 56 } as const;
