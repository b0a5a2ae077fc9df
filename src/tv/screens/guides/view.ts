// Guides: search and what is at hand on top, ten departments below with 水电气 first, what happens in life at the bottom.
import type { GuidesCard, GuidesModel } from '../../navigation/frames/guides.ts';
import { GUIDE_TEXTS } from '../../texts/guides.zh-CN.ts';
import { ACCENTS, COLORS } from '../../theme/colors.ts';
import { SPACE } from '../../theme/theme.ts';
import { type Card, createCard } from '../../ui/card.ts';
import { createIcon } from '../../ui/icon.ts';
import type { Box, Kit, View } from '../../ui/kit.ts';
import { createPanel } from '../../ui/panel.ts';
import { createText, widthAt } from '../../ui/text.ts';
import { GUIDES_ROWS } from './definition.ts';

const { safe, content, gutter } = SPACE;
/** Top and height of each row of cards; a caption stands above the second and the last. */
const ROWS = [
  { y: content.y + 8, h: 116 },
  { y: content.y + 204, h: 148 },
  { y: content.y + 204 + 148 + gutter, h: 148 },
  { y: content.y + 608, h: 184 },
] as const;
const CAPTIONS = [
  { text: GUIDE_TEXTS.byDepartment, above: ROWS[1].y },
  { text: GUIDE_TEXTS.byEvent, above: ROWS[3].y },
] as const;
const PADDING = 28;
const ICON = 56;
const CAP = 44;
/** In large type four characters, an icon and a digit just fit a department's card. */
const TIGHT = 16;
const SMALL_ICON = 44;

interface GuideTile extends Card {
  show(card: GuidesCard): void;
}

export function createGuides(kit: Kit): View<GuidesModel> {
  const { small } = kit.type;
  const makers = [createWide, createDepartment, createDepartment, createEvent];
  const tiles = ROWS.flatMap(({ y, h }, row) => {
    const count = GUIDES_ROWS[row] ?? 1;
    const w = (safe.w - (count - 1) * gutter) / count;
    return Array.from({ length: count }, (_, at) =>
      (makers[row] ?? createWide)(kit, { x: safe.left + at * (w + gutter), y, w, h }),
    );
  });
  const element = kit.stage.createElement({});
  element.childList.a(tiles.map((tile) => tile.element));
  for (const { text, above } of CAPTIONS) {
    const caption = createText(kit, { x: safe.left, y: above - small.line - 16, scale: small, color: COLORS.second });
    caption.show(text);
    element.childList.a(caption.element);
  }
  return {
    element,
    draw(model) {
      tiles.forEach((tile, index) => {
        const card = model.cards[index];
        if (card) tile.show(card);
        tile.light(index === model.focus);
      });
      return tiles[model.focus]?.spot ?? null;
    },
  };
}

/** Icon, what it is, and what it is good for. */
function createWide(kit: Kit, box: Box): GuideTile {
  const { body, small } = kit.type;
  const card = createCard(kit, box, SPACE.radius, COLORS.raised);
  const middle = box.h / 2;
  const x = PADDING + ICON + 24;
  const icon = card.add(createIcon(kit, PADDING, middle - ICON / 2, ICON, COLORS.text), () => ACCENTS.guides);
  const label = card.add(
    createText(kit, { x, y: middle - body.line / 2, scale: body, bold: true, color: COLORS.text }),
    () => COLORS.text,
  );
  const aside = card.add(
    createText(kit, { scale: small, color: COLORS.second }),
    () => COLORS.second,
    COLORS.focusSecond,
  );
  return {
    ...card,
    show(model) {
      icon.show(model.icon);
      label.show(model.label);
      aside.show(model.aside ?? '');
      aside.moveTo(x + widthAt(model.label, body) + 32, middle - small.line / 2 + 2);
    },
  };
}

/** Its digit in the corner; 水电气 has none: it has the focus when the screen opens. */
function createDepartment(kit: Kit, box: Box): GuideTile {
  const { body, small } = kit.type;
  const card = createCard(kit, box);
  const middle = box.h / 2;
  const icon = card.add(createIcon(kit, TIGHT, middle - SMALL_ICON / 2, SMALL_ICON, COLORS.text), () => ACCENTS.guides);
  const cap = createPanel(kit, { x: box.w - CAP - 10, y: middle - CAP / 2, w: CAP, h: CAP }, 14, COLORS.raised);
  card.add({ element: cap, tint: (color) => cap.patch({ color }) }, () => COLORS.raised, COLORS.focusRing);
  const digit = card.add(
    createText(kit, {
      x: box.w - CAP / 2 - 10,
      y: middle - small.line / 2,
      scale: small,
      bold: true,
      color: COLORS.text,
      align: 'center',
    }),
    () => COLORS.text,
  );
  const label = card.add(
    createText(kit, {
      x: TIGHT + SMALL_ICON + 12,
      y: middle - body.line / 2,
      scale: body,
      bold: true,
      color: COLORS.text,
    }),
    () => COLORS.text,
  );
  return {
    ...card,
    show(model) {
      icon.show(model.icon);
      cap.visible = model.digit !== null;
      digit.show(model.digit ?? '');
      label.show(model.label);
    },
  };
}

/** Icon above the word. */
function createEvent(kit: Kit, box: Box): GuideTile {
  const { body } = kit.type;
  const card = createCard(kit, box);
  const top = (box.h - ICON - 12 - body.line) / 2;
  const icon = card.add(createIcon(kit, (box.w - ICON) / 2, top, ICON, COLORS.text), () => ACCENTS.guides);
  const label = card.add(
    createText(kit, { x: box.w / 2, y: top + ICON + 12, scale: body, color: COLORS.text, align: 'center' }),
    () => COLORS.text,
  );
  return {
    ...card,
    show(model) {
      icon.show(model.icon);
      label.show(model.label);
    },
  };
}
