// Home: a banner where there is one, one large notice with the newest beside it, the services' tiles below.
import type { HomeModel } from '../../navigation/frames/notices.ts';
import { SPACE } from '../../theme/theme.ts';
import type { Kit, View } from '../../ui/kit.ts';
import { type Banner, createBanner } from './banner.ts';
import { BANNER_BOX, HERO_BOX, HERO_UNDER_BANNER, LATEST_BOX, TILES_BOX, tileWidth } from './layout.ts';
import { createTile } from './tile.ts';
import { TILES } from './tiles.ts';
import { createUpper, type Upper } from './upper.ts';

export function createHome(kit: Kit): View<HomeModel> {
  const { safe, gutter } = SPACE;
  const plain = createUpper(kit, HERO_BOX, LATEST_BOX.count);
  /** Few homes ever see a banner. */
  let lower: { readonly banner: Banner; readonly upper: Upper } | null = null;
  const w = tileWidth(TILES.length);
  const tiles = TILES.map((_, index) => createTile(kit, { x: safe.left + index * (w + gutter), w, ...TILES_BOX }));
  const element = kit.stage.createElement({});
  element.childList.a([plain, ...tiles].map((part) => part.element));

  function makeLower() {
    const made = {
      banner: createBanner(kit, BANNER_BOX),
      upper: createUpper(kit, HERO_UNDER_BANNER, LATEST_BOX.underBanner),
    };
    element.childList.a([made.banner.element, made.upper.element]);
    return made;
  }

  return {
    element,
    draw(model, frame) {
      const { area, index } = model.focus;
      const { banner } = model;
      if (banner) lower ??= makeLower();
      const upper = banner && lower ? lower.upper : plain;
      plain.element.visible = upper === plain;
      if (lower) lower.banner.element.visible = lower.upper.element.visible = upper !== plain;
      if (banner) lower?.banner.show(banner);
      lower?.banner.light(area === 'banner');
      const above = upper.show(model);
      tiles.forEach((card, at) => {
        card.show(model.tiles[at] ?? null);
        card.light(area === 'tiles' && index === at, frame.motion);
      });
      if (area === 'banner') return lower?.banner.spot ?? null;
      return area === 'tiles' ? (tiles[index]?.spot ?? null) : above;
    },
  };
}
