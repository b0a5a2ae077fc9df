// Outages: what and when on the left, the chosen one in full on the right.
import type { OutageRow, OutagesModel } from '../../navigation/frames/living.ts';
import { ACCENTS, COLORS } from '../../theme/colors.ts';
import { SPACE } from '../../theme/theme.ts';
import { createCard } from '../../ui/card.ts';
import { createIcon } from '../../ui/icon.ts';
import type { Box, Kit, View } from '../../ui/kit.ts';
import { createPanel } from '../../ui/panel.ts';
import { createSentence } from '../../ui/sentence.ts';
import { createText } from '../../ui/text.ts';

const { safe, content, gutter } = SPACE;
const ROWS = 5;
const TOP = content.y + 8;
const LEFT_W = 708;
const ROW_H = (content.bottom - TOP - (ROWS - 1) * 20) / ROWS;
const SHEET: Box = {
  x: safe.left + LEFT_W + gutter + 8,
  y: TOP,
  w: safe.w - LEFT_W - gutter - 8,
  h: content.bottom - TOP,
};
const PADDING = 40;
const ICON = 64;
/** The longest reason in lines; what a provider says beyond that is cut. */
const WHY_LINES = 5;

export function createOutages(kit: Kit): View<OutagesModel> {
  const rows = Array.from({ length: ROWS }, (_, index) =>
    createRow(kit, { x: safe.left, y: TOP + index * (ROW_H + 20), w: LEFT_W, h: ROW_H }),
  );
  const sheet = createSheet(kit);
  const text = createSentence(kit);
  const element = kit.stage.createElement({});
  element.childList.a([...rows.map((row) => row.element), sheet.element, text.element]);
  return {
    element,
    draw(model) {
      text.show(model.text ?? '');
      sheet.show(model.detail);
      rows.forEach((row, index) => {
        row.show(model.rows[index] ?? null);
        row.light(index === model.focus);
      });
      return model.text === null ? (rows[model.focus]?.spot ?? null) : null;
    },
  };
}

function createRow(kit: Kit, box: Box) {
  const { body, small } = kit.type;
  const card = createCard(kit, box);
  const x = 28 + ICON + 24;
  const top = (box.h - body.line - small.line) / 2;
  const icon = card.add(createIcon(kit, 28, (box.h - ICON) / 2, ICON, COLORS.text), () => ACCENTS.outage);
  const label = card.add(
    createText(kit, { x, y: top, scale: body, bold: true, color: COLORS.text }),
    () => COLORS.text,
  );
  const when = card.add(
    createText(kit, { x, y: top + body.line, w: box.w - x - 20, scale: small, color: COLORS.second }),
    () => COLORS.second,
    COLORS.focusSecond,
  );
  return {
    ...card,
    show(row: OutageRow | null) {
      card.element.visible = row !== null;
      if (!row) return;
      icon.show(row.icon);
      label.show(row.label);
      when.show(row.when);
    },
  };
}

function createSheet(kit: Kit) {
  const { body, small } = kit.type;
  const w = SHEET.w - 2 * PADDING;
  const element = createPanel(kit, SHEET, SPACE.radius, COLORS.surface);
  const when = createText(kit, { w, lines: 2, scale: body, bold: true, color: COLORS.text });
  const icon = createIcon(kit, PADDING, 0, small.line, ACCENTS.outage);
  const whereX = PADDING + small.line + 16;
  const where = createText(kit, { w: w - small.line - 16, lines: 2, scale: body, color: COLORS.text });
  const why = createText(kit, { w, lines: WHY_LINES, scale: body, color: COLORS.text });
  const said = createText(kit, {
    x: PADDING,
    y: SHEET.h - PADDING - small.line,
    w,
    scale: small,
    color: COLORS.second,
  });
  icon.show('pin');
  element.childList.a([when, icon, where, why, said].map((part) => part.element));
  return {
    element,
    show(detail: OutagesModel['detail']) {
      element.visible = detail !== null;
      if (!detail) return;
      let y = PADDING;
      when.moveTo(PADDING, y);
      y += when.show(detail.when) * body.line + 20;
      icon.element.patch({ y: y + (body.line - small.line) / 2 });
      where.moveTo(whereX, y);
      y += where.show(detail.where) * body.line + 20;
      why.moveTo(PADDING, y);
      why.show(detail.why);
      said.show(detail.said);
    },
  };
}
