// Place: the places of a kind on the left; on the right when the chosen one is open, where it is, and a plain sketch.
import { breakLines, ellipsize } from '../../../domain/text/lines.ts';
import type { PlaceDetail, PlaceModel, PlaceRow } from '../../navigation/frames/living.ts';
import { ACCENTS, COLORS } from '../../theme/colors.ts';
import { SPACE } from '../../theme/theme.ts';
import { createCard } from '../../ui/card.ts';
import { createIcon, type Icon } from '../../ui/icon.ts';
import type { Box, Kit, View } from '../../ui/kit.ts';
import { createPanel } from '../../ui/panel.ts';
import { createText, type Text } from '../../ui/text.ts';
import { createSketch } from './sketch-view.ts';

const { safe, content, gutter } = SPACE;
const ROWS = 5;
const GAP = 20;
const TOP = content.y + 8;
const LEFT_W = 620;
const ROW_H = (content.bottom - TOP - (ROWS - 1) * GAP) / ROWS;
const SHEET: Box = {
  x: safe.left + LEFT_W + gutter + 8,
  y: TOP,
  w: safe.w - LEFT_W - gutter - 8,
  h: content.bottom - TOP,
};
const PADDING = 36;
const ICON = 44;
const SKETCH_W = 320;
const TEXT_X = PADDING + ICON + 20;
const TEXT_W = SHEET.w - TEXT_X - SKETCH_W - PADDING - 32;
/** Of the hours: the week, and a day on which they are others. */
const HOURS_LINES = 5;

export function createPlace(kit: Kit): View<PlaceModel> {
  const rows = Array.from({ length: ROWS }, (_, index) =>
    createRow(kit, { x: safe.left, y: TOP + index * (ROW_H + GAP), w: LEFT_W, h: ROW_H }),
  );
  const sheet = createSheet(kit);
  const element = kit.stage.createElement({});
  element.childList.a([...rows.map((row) => row.element), sheet.element]);
  return {
    element,
    draw(model) {
      sheet.show(model.detail);
      rows.forEach((row, index) => {
        row.show(model.rows[index] ?? null);
        row.light(index === model.focus);
      });
      return rows[model.focus]?.spot ?? null;
    },
  };
}

/** Whether it is open stands at the end, so that the name has two lines. */
function createRow(kit: Kit, box: Box) {
  const { body, small } = kit.type;
  const card = createCard(kit, box);
  const x = 32;
  const w = box.w - 2 * x - 2 * small.size - 24;
  const name = card.add(
    createText(kit, { x, w, lines: 2, scale: body, bold: true, color: COLORS.text }),
    () => COLORS.text,
  );
  const state = card.add(
    createText(kit, {
      x: box.w - x,
      y: (box.h - small.line) / 2,
      scale: small,
      color: COLORS.second,
      align: 'right',
    }),
    () => COLORS.second,
    COLORS.focusSecond,
  );
  return {
    ...card,
    show(row: PlaceRow | null) {
      card.element.visible = row !== null;
      if (!row) return;
      const lines = name.show(row.label);
      name.moveTo(x, (box.h - lines * body.line) / 2);
      state.show(row.state);
    },
  };
}

interface Fact {
  readonly icon: Icon;
  readonly text: Text;
  readonly line: number;
}

/** What is known, one below the other; each with its sign. */
function createSheet(kit: Kit) {
  const { body, small } = kit.type;
  const element = createPanel(kit, SHEET, SPACE.radius, COLORS.surface);
  const fact = (scale: typeof body, lines: number, bold = false): Fact => ({
    icon: createIcon(kit, PADDING, 0, ICON, ACCENTS.life),
    text: createText(kit, { w: TEXT_W, lines, scale, bold, color: COLORS.text }),
    line: scale.line,
  });
  const opening = fact(body, 2, true);
  const hours = createText(kit, { scale: small, color: COLORS.second });
  const address = fact(body, 4);
  const phone = fact(body, 1);
  const note = createText(kit, { scale: small, color: COLORS.second });
  const sketch = createSketch(kit, { x: SHEET.w - PADDING - SKETCH_W, y: PADDING, w: SKETCH_W, h: SKETCH_W });
  const parts = [opening, address, phone].flatMap(({ icon, text }) => [icon, text]);
  element.childList.a([...parts, hours, note, sketch].map((part) => part.element));

  function put({ icon, text, line }: Fact, name: 'clock' | 'pin' | 'phone', words: string, y: number): number {
    icon.show(words === '' ? null : name);
    icon.element.patch({ y: y + (line - ICON) / 2 });
    text.moveTo(TEXT_X, y);
    const lines = text.show(words);
    return words === '' ? y : y + lines * line;
  }

  return {
    element,
    show(detail: PlaceDetail) {
      let y = put(opening, 'clock', detail.opening, PADDING);
      const lines = detail.hours.flatMap((line) => hourLines(line, TEXT_W / small.size)).slice(0, HOURS_LINES);
      hours.moveTo(TEXT_X, y + 6);
      hours.showLines(lines);
      y = put(address, 'pin', detail.address, y + 6 + lines.length * small.line + 24);
      y = put(phone, 'phone', detail.phone ?? '', y + 24);
      y += detail.phone === null ? 0 : 16;
      const room = Math.floor((SHEET.h - PADDING - y) / small.line);
      note.moveTo(TEXT_X, y);
      note.showLines(ellipsize(detail.note, TEXT_W / small.size, room));
      sketch.show(detail.sketch);
    },
  };
}

/** Morning and afternoon on a line each where both do not fit on one. */
function hourLines(line: string, cells: number): string[] {
  const whole = breakLines(line, cells);
  return whole.length > 1 ? line.split('，').flatMap((part) => breakLines(part, cells)) : whole;
}
