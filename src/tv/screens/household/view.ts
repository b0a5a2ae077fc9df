// Household: the address on top, a row for each box; the one that asks is marked.
import type { HouseholdModel, HouseholdRow } from '../../navigation/frames/box.ts';
import { ACCENTS, COLORS } from '../../theme/colors.ts';
import { SPACE } from '../../theme/theme.ts';
import { createBadge } from '../../ui/badge.ts';
import { createCard } from '../../ui/card.ts';
import { createIcon } from '../../ui/icon.ts';
import type { Box, Kit, View } from '../../ui/kit.ts';
import { createPanel } from '../../ui/panel.ts';
import { createText } from '../../ui/text.ts';

const { safe, content } = SPACE;
const ROWS = 3;
const ADDRESS = { x: safe.left, y: content.y, w: safe.w, h: 168 };
const ROW = { h: 172, gap: 24 };
const PADDING = 36;
const ICON = 80;
const BADGE_ROOM = 220;

export function createHousehold(kit: Kit): View<HouseholdModel> {
  const { body } = kit.type;
  const top = createPanel(kit, ADDRESS, SPACE.radius, COLORS.surface);
  const house = createIcon(kit, PADDING, (ADDRESS.h - ICON) / 2, ICON, ACCENTS.activity);
  const addressX = PADDING + ICON + 32;
  const address = createText(kit, {
    x: addressX,
    w: ADDRESS.w - addressX - PADDING,
    lines: 2,
    scale: body,
    bold: true,
    color: COLORS.text,
  });
  house.show('house');
  top.childList.a([house.element, address.element]);
  const rows = Array.from({ length: ROWS }, (_, index) =>
    createRow(kit, {
      x: safe.left,
      y: ADDRESS.y + ADDRESS.h + ROW.gap + index * (ROW.h + ROW.gap),
      w: safe.w,
      h: ROW.h,
    }),
  );
  const text = createText(kit, {
    x: SPACE.screen.w / 2,
    y: 520,
    w: safe.w,
    scale: body,
    color: COLORS.text,
    align: 'center',
  });
  const element = kit.stage.createElement({});
  element.childList.a([top, ...rows.map((row) => row.element), text.element]);
  return {
    element,
    draw(model) {
      top.visible = model.address !== '';
      const lines = address.show(model.address);
      address.moveTo(addressX, (ADDRESS.h - lines * body.line) / 2);
      text.show(model.text ?? '');
      rows.forEach((row, index) => {
        row.show(model.boxes[index] ?? null);
        row.light(index === model.focus);
      });
      return model.text === null ? (rows[model.focus]?.spot ?? null) : null;
    },
  };
}

function createRow(kit: Kit, box: Box) {
  const { body, small } = kit.type;
  const card = createCard(kit, box);
  const x = PADDING + ICON + 32;
  const w = box.w - x - PADDING - BADGE_ROOM;
  const top = (box.h - body.line - small.line) / 2;
  const icon = card.add(createIcon(kit, PADDING, (box.h - ICON) / 2, ICON, COLORS.text), () => ACCENTS.general);
  const number = card.add(createText(kit, { x, y: top, w, scale: body, color: COLORS.text }), () => COLORS.text);
  const meta = card.add(
    createText(kit, { x, y: top + body.line, w: box.w - x - PADDING, scale: small, color: COLORS.second }),
    () => COLORS.second,
    COLORS.focusSecond,
  );
  const badge = card.add(
    createBadge(kit, { right: box.w - PADDING, middle: top + body.line / 2 }),
    () => COLORS.raised,
    COLORS.focusRing,
  );
  icon.show('box');
  return {
    ...card,
    show(row: HouseholdRow | null) {
      card.element.visible = row !== null;
      number.embolden(row?.own ?? false);
      number.show(row?.card ?? '');
      meta.show(row?.meta ?? '');
      badge.show(row?.label ?? '');
    },
  };
}
