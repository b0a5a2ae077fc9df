// The one ring of the screen: it goes where the focus is, around a gap, so that the focus is never told by colour alone.
import { COLORS } from '../theme/colors.ts';
import { MOTION, SPACE } from '../theme/theme.ts';
import { type Element, glide, type Kit, type Spot } from './kit.ts';
import { roundRect } from './panel.ts';

export interface FocusRing {
  readonly element: Element;
  moveTo(spot: Spot | null, motion: boolean): void;
}

export function createFocusRing(kit: Kit): FocusRing {
  const element = kit.stage.createElement({ color: COLORS.focusRing, visible: false });
  const { width, gap } = SPACE.ring;
  const out = width + gap;
  let last = '';
  return {
    element,
    moveTo(spot, motion) {
      if (!spot) {
        element.visible = false;
        last = '';
        return;
      }
      const box = { x: spot.x - out, y: spot.y - out, w: spot.w + 2 * out, h: spot.h + 2 * out };
      const shape = `${box.w} ${box.h} ${spot.radius}`;
      if (shape !== last) element.patch({ texture: roundRect(kit, box.w, box.h, spot.radius + out, width) });
      // From nowhere it does not fly in.
      glide(element, box, MOTION.focus, motion && last !== '');
      element.visible = true;
      last = shape;
    },
  };
}
