// A thin line that fills as one reads.
import { COLORS } from '../theme/colors.ts';
import { MOTION } from '../theme/theme.ts';
import { type Box, type Element, glide, type Kit } from './kit.ts';

export interface Progress {
  readonly element: Element;
  /** From 0 to 1. */
  show(part: number, motion: boolean): void;
}

export function createProgress(kit: Kit, box: Box): Progress {
  const element = kit.stage.createElement({ ...box, rect: true, color: COLORS.line });
  const filled = kit.stage.createElement({ w: 0, h: box.h, rect: true, color: COLORS.focus });
  element.childList.a(filled);
  return {
    element,
    show: (part, motion) => glide(filled, { w: Math.round(box.w * part) }, MOTION.page, motion),
  };
}
