// Home: one large notice, the newest beside it, six tiles below.
import type { HomeModel } from '../../navigation/frame.ts';
import { SPACE } from '../../theme/theme.ts';
import type { Kit, View } from '../../ui/kit.ts';
import { createHero } from './hero.ts';
import { createLatest } from './latest.ts';
import { HERO_BOX, LATEST_BOX, TILES_BOX } from './layout.ts';
import { createNothing } from './nothing.ts';
import { createTile } from './tile.ts';

export function createHome(kit: Kit): View<HomeModel> {
  const { safe, gutter } = SPACE;
  const hero = createHero(kit, HERO_BOX);
  const nothing = createNothing(kit, { ...HERO_BOX, w: safe.w });
  const nothingElse = createNothing(kit, { ...HERO_BOX, x: safe.right - LATEST_BOX.w, w: LATEST_BOX.w });
  const rowH = (HERO_BOX.h - (LATEST_BOX.count - 1) * gutter) / LATEST_BOX.count;
  const latest = times(LATEST_BOX.count, (index) =>
    createLatest(kit, {
      x: safe.right - LATEST_BOX.w,
      y: HERO_BOX.y + index * (rowH + gutter),
      w: LATEST_BOX.w,
      h: rowH,
    }),
  );
  const tiles = times(TILES_BOX.count, (index) =>
    createTile(kit, {
      x: safe.left + index * (TILES_BOX.w + gutter),
      y: TILES_BOX.y,
      w: TILES_BOX.w,
      h: TILES_BOX.h,
    }),
  );
  const element = kit.stage.createElement({});
  element.childList.a([nothing, nothingElse, hero, ...latest, ...tiles].map((card) => card.element));
  return {
    element,
    draw(model, frame) {
      const { area, index } = model.focus;
      const alone = model.latest.length === 0;
      nothing.show(model.hero === null ? model.empty : null);
      nothingElse.show(model.hero === null ? null : model.empty);
      hero.element.visible = model.hero !== null;
      if (model.hero) hero.show(model.hero);
      hero.light(area === 'hero');
      latest.forEach((card, at) => {
        card.element.visible = !alone;
        card.show(model.latest[at] ?? null);
        card.light(area === 'latest' && index === at);
      });
      tiles.forEach((card, at) => {
        card.show(model.tiles[at] ?? null);
        card.light(area === 'tiles' && index === at, frame.motion);
      });
      const lit = area === 'hero' ? hero : (area === 'latest' ? latest : tiles)[index];
      return lit?.spot ?? null;
    },
  };
}

const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));
