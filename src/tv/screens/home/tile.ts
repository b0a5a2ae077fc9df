// A tile of the home screen: icon, what it opens, its digit in the corner.
import type { Tile as TileModel } from '../../navigation/frames/notices.ts';
import { ACCENTS, COLORS } from '../../theme/colors.ts';
import { FOCUS_SCALE, MOTION } from '../../theme/theme.ts';
import { type Card, createCard } from '../../ui/card.ts';
import { createIcon } from '../../ui/icon.ts';
import { type Box, glide, type Kit, type Spot } from '../../ui/kit.ts';
import { createPanel } from '../../ui/panel.ts';
import { createText } from '../../ui/text.ts';

const PADDING = 24;
const TOP = 20;
const ICON = 60;
const CAP = 56;
/** In width, px. */
const GROWTH = 16;

export interface Tile extends Omit<Card, 'light'> {
  show(model: TileModel | null): void;
  light(on: boolean, motion: boolean): void;
}

export function createTile(kit: Kit, box: Box): Tile {
  const { body, small } = kit.type;
  const card = createCard(kit, box);
  let accent: number = COLORS.text;
  const icon = card.add(createIcon(kit, PADDING, TOP, ICON, COLORS.text), () => accent);
  const corner = box.w - PADDING - CAP;
  const cap = createPanel(kit, { x: corner, y: TOP, w: CAP, h: CAP }, 14, COLORS.raised);
  card.add({ element: cap, tint: (color) => cap.patch({ color }) }, () => COLORS.raised, COLORS.focusRing);
  const digit = card.add(
    createText(kit, {
      x: corner + CAP / 2,
      y: TOP + (CAP - small.line) / 2,
      scale: small,
      bold: true,
      color: COLORS.text,
      align: 'center',
    }),
    () => COLORS.text,
  );
  const below = box.h - 18 - small.line;
  const label = card.add(
    createText(kit, {
      x: PADDING,
      y: below - body.line,
      scale: body,
      w: box.w - PADDING,
      bold: true,
      color: COLORS.text,
    }),
    () => COLORS.text,
  );
  const badge = card.add(
    createText(kit, { x: PADDING, y: below, w: box.w - 2 * PADDING, scale: small, color: COLORS.second }),
    () => COLORS.second,
    COLORS.focusSecond,
  );
  // A wide one grows by as much as a narrow one, or it would cover its neighbours.
  const focused = Math.min(FOCUS_SCALE, 1 + GROWTH / box.w);
  const grown = (length: number) => (length * (focused - 1)) / 2;
  const spot: Spot = {
    x: box.x - grown(box.w),
    y: box.y - grown(box.h),
    w: box.w + 2 * grown(box.w),
    h: box.h + 2 * grown(box.h),
    radius: card.spot.radius,
  };
  return {
    ...card,
    spot,
    show(model) {
      card.element.visible = model !== null;
      if (!model) return;
      accent = ACCENTS[model.icon];
      icon.show(model.icon);
      digit.show(model.digit);
      label.show(model.label);
      badge.show(model.badge ?? '');
    },
    light(on, motion) {
      card.light(on);
      glide(card.element, { scale: on ? focused : 1 }, MOTION.focus, motion);
    },
  };
}
