// Where the focus goes: plain arithmetic over what is on the screen. It always has exactly one place.
import type { HomeModel } from './frames/notices.ts';

export type HomeFocus = HomeModel['focus'];
export type Arrow = 'up' | 'down' | 'left' | 'right';

/**
 * How much there is of each area of the home screen: at most one banner across the top and one hero below it, `latest`
 * beside the hero, `tiles` in a row below.
 */
export interface HomeShape {
  readonly banner: 0 | 1;
  readonly hero: 0 | 1;
  readonly latest: number;
  readonly tiles: number;
}

const clamp = (index: number, count: number): number => Math.max(0, Math.min(index, count - 1));

/** The place itself while it exists, else the nearest that does; tiles always do. */
export function clampHome(shape: HomeShape, focus: HomeFocus): HomeFocus {
  if (focus.index >= 0 && focus.index < shape[focus.area]) return focus;
  if (focus.area === 'latest' && shape.latest > 0) return { area: 'latest', index: clamp(focus.index, shape.latest) };
  if (focus.area !== 'tiles' && shape.hero > 0) return { area: 'hero', index: 0 };
  return { area: 'tiles', index: clamp(focus.area === 'tiles' ? focus.index : 0, shape.tiles) };
}

/** One arrow on the home screen; at an edge the focus stays where it is. */
export function moveHome(shape: HomeShape, focus: HomeFocus, arrow: Arrow): HomeFocus {
  const from = clampHome(shape, focus);
  const to = stepHome(shape, from, arrow);
  return to ?? from;
}

function stepHome(shape: HomeShape, { area, index }: HomeFocus, arrow: Arrow): HomeFocus | null {
  // The hero stands over the first two thirds of the tiles, the latest over the last.
  const underLatest = Math.floor((shape.tiles * 2) / 3);
  switch (area) {
    case 'banner':
      if (arrow !== 'down') return null;
      return shape.hero > 0 ? { area: 'hero', index: 0 } : { area: 'tiles', index: 0 };
    case 'hero':
      if (arrow === 'right' && shape.latest > 0) return { area: 'latest', index: 0 };
      if (arrow === 'up') return overhead(shape);
      return arrow === 'down' ? { area: 'tiles', index: 0 } : null;
    case 'latest':
      if (arrow === 'left') return { area: 'hero', index: 0 };
      if (arrow === 'up') return index > 0 ? { area, index: index - 1 } : overhead(shape);
      if (arrow !== 'down') return null;
      return index + 1 < shape.latest ? { area, index: index + 1 } : { area: 'tiles', index: underLatest };
    case 'tiles':
      if (arrow === 'left') return index > 0 ? { area, index: index - 1 } : null;
      if (arrow === 'right') return index + 1 < shape.tiles ? { area, index: index + 1 } : null;
      if (arrow === 'down') return null;
      if (shape.hero === 0) return overhead(shape);
      return index >= underLatest && shape.latest > 0
        ? { area: 'latest', index: shape.latest - 1 }
        : { area: 'hero', index: 0 };
  }
}

const overhead = ({ banner }: HomeShape): HomeFocus | null => (banner > 0 ? { area: 'banner', index: 0 } : null);

/** A list in pages of `perPage`: which page holds an index, and what stands on it. Pages count from 0. */
export function pageOfIndex(index: number, count: number, perPage: number) {
  const at = clamp(index, count);
  const page = Math.floor(at / perPage);
  return { page, pages: Math.max(1, Math.ceil(count / perPage)), row: at - page * perPage, start: page * perPage };
}

/** The same row of a neighbouring page (`step` pages on), or null where there is no such page. */
export function turnPage(index: number, count: number, perPage: number, step: 1 | -1): number | null {
  const { page, pages } = pageOfIndex(index, count, perPage);
  if (page + step < 0 || page + step >= pages) return null;
  return clamp(index + step * perPage, count);
}
