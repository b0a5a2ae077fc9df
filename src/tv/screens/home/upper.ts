// What stands above the tiles: one large notice, the newest beside it. It is lower where a banner takes its room.
import type { HomeModel } from '../../navigation/frames/notices.ts';
import { SPACE } from '../../theme/theme.ts';
import type { Box, Element, Kit, Spot } from '../../ui/kit.ts';
import { createHero } from './hero.ts';
import { createLatest } from './latest.ts';
import { LATEST_BOX } from './layout.ts';
import { createNothing } from './nothing.ts';

export interface Upper {
  readonly element: Element;
  /** Returns where the focus is, if it is here. */
  show(model: HomeModel): Spot | null;
}

/** @param box where the large notice stands @param count of those beside it, at most */
export function createUpper(kit: Kit, box: Box, count: number): Upper {
  const { safe, gutter } = SPACE;
  const hero = createHero(kit, box);
  const nothing = createNothing(kit, { ...box, w: safe.w });
  const nothingElse = createNothing(kit, { ...box, x: safe.right - LATEST_BOX.w, w: LATEST_BOX.w });
  const rowH = (box.h - (count - 1) * gutter) / count;
  const latest = Array.from({ length: count }, (_, index) =>
    createLatest(kit, {
      x: safe.right - LATEST_BOX.w,
      y: box.y + index * (rowH + gutter),
      w: LATEST_BOX.w,
      h: rowH,
    }),
  );
  const element = kit.stage.createElement({});
  element.childList.a([nothing, nothingElse, hero, ...latest].map((card) => card.element));
  return {
    element,
    show(model) {
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
      if (area === 'hero') return hero.spot;
      return area === 'latest' ? (latest[index]?.spot ?? null) : null;
    },
  };
}
