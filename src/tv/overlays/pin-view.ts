// PIN: six large boxes that fill with dots, what it is for above, what came of it below.
import type { OverlayModel } from '../navigation/frames/overlays.ts';
import { COLORS } from '../theme/colors.ts';
import { createIcon } from '../ui/icon.ts';
import type { Kit, View } from '../ui/kit.ts';
import { createPanel } from '../ui/panel.ts';
import { createText } from '../ui/text.ts';
import { createSheet } from './sheet.ts';

type PinModel = Extract<OverlayModel, { name: 'pin' }>;

const DIGITS = 6;
const CELL = { w: 132, h: 160, gap: 28, radius: 20 };
const DOT = 44;
const ICON = 56;

export function createPin(kit: Kit): View<PinModel> {
  const { body } = kit.type;
  const sheet = createSheet(kit, CELL.h + 48 + 2 * body.line);
  const width = DIGITS * CELL.w + (DIGITS - 1) * CELL.gap;
  const left = sheet.x + (sheet.w - width) / 2;
  const cells = Array.from({ length: DIGITS }, (_, index) => {
    const x = left + index * (CELL.w + CELL.gap);
    const cell = createPanel(kit, { x, y: sheet.y + 8, w: CELL.w, h: CELL.h }, CELL.radius, COLORS.raised);
    const dot = createPanel(
      kit,
      { x: (CELL.w - DOT) / 2, y: (CELL.h - DOT) / 2, w: DOT, h: DOT },
      DOT / 2,
      COLORS.text,
    );
    cell.childList.a(dot);
    return { cell, dot, x };
  });
  const middle = sheet.x + sheet.w / 2;
  const text = createText(kit, {
    x: middle,
    y: sheet.y + CELL.h + 52,
    w: sheet.w,
    lines: 2,
    scale: body,
    color: COLORS.text,
    align: 'center',
  });
  const lock = createIcon(
    kit,
    sheet.x + sheet.w - ICON,
    sheet.y - 28 - kit.type.title.line / 2 - ICON / 2,
    ICON,
    COLORS.second,
  );
  lock.show('lock');
  sheet.add(...cells.map(({ cell }) => cell), text.element, lock.element);
  return {
    element: sheet.element,
    draw(model) {
      sheet.title(model.title);
      text.show(model.text);
      text.embolden(model.wrong);
      cells.forEach(({ dot }, index) => {
        dot.visible = index < model.typed;
      });
      const next = cells[Math.min(model.typed, DIGITS - 1)];
      if (!next) return sheet.spot;
      const { x, y } = sheet.spot;
      return { x: x + next.x, y: y + sheet.y + 8, w: CELL.w, h: CELL.h, radius: CELL.radius };
    },
  };
}
