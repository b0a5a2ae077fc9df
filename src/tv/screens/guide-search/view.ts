// Guide search: what was typed and the letters of each key on the left, at most five guides that fit on the right.
import type { FoundRow, GuideSearchModel } from '../../navigation/frames/guides.ts';
import { KEYPAD } from '../../texts/screen.zh-CN.ts';
import { COLORS } from '../../theme/colors.ts';
import { SPACE } from '../../theme/theme.ts';
import { createCard } from '../../ui/card.ts';
import type { Box, Element, Kit, View } from '../../ui/kit.ts';
import { createPanel } from '../../ui/panel.ts';
import { createText } from '../../ui/text.ts';

const { safe, content, gutter } = SPACE;
const LEFT = { x: safe.left, w: 540 } as const;
const RIGHT = { x: LEFT.x + LEFT.w + 48, w: safe.w - LEFT.w - 48 } as const;
const ROWS = 5;
const ROW = { h: 140, gap: 20 };
const TOP = content.y + 8;
const TYPED = { y: TOP, h: 132 };
const PAD = { y: TOP + TYPED.h + gutter, columns: 3, gap: 16, h: 128 };
const PADDING = 32;

export function createGuideSearch(kit: Kit): View<GuideSearchModel> {
  const { body } = kit.type;
  const typed = createTyped(kit);
  const rows = Array.from({ length: ROWS }, (_, index) =>
    createFound(kit, { x: RIGHT.x, y: TOP + index * (ROW.h + ROW.gap), w: RIGHT.w, h: ROW.h }),
  );
  const text = createText(kit, {
    x: RIGHT.x + PADDING,
    y: TOP + 24,
    scale: { ...body, line: body.line + 24 },
    color: COLORS.text,
  });
  const element = kit.stage.createElement({});
  element.childList.a([typed.element, createKeypad(kit), ...rows.map((row) => row.element), text.element]);
  return {
    element,
    draw(model) {
      typed.show(model.typed);
      text.showLines(model.text?.split('\n') ?? []);
      rows.forEach((row, index) => {
        row.show(model.rows[index] ?? null);
        row.light(index === model.focus && model.text === null);
      });
      return model.text === null ? (rows[model.focus]?.spot ?? null) : typed.spot;
    },
  };
}

/** The digits as they come; the eye finds the letters on the keypad below. */
function createTyped(kit: Kit) {
  const { title: large } = kit.type;
  const box = { x: LEFT.x, y: TYPED.y, w: LEFT.w, h: TYPED.h };
  const element = createPanel(kit, box, SPACE.radius, COLORS.surface);
  const text = createText(kit, {
    x: PADDING,
    y: (TYPED.h - large.line) / 2,
    scale: large,
    bold: true,
    color: COLORS.focus,
  });
  element.childList.a(text.element);
  return {
    element,
    spot: { ...box, radius: SPACE.radius },
    show(typed: GuideSearchModel['typed']) {
      text.show(typed.map(({ digit }) => digit).join(' '));
    },
  };
}

/** As on every telephone. */
function createKeypad(kit: Kit): Element {
  const { body, small } = kit.type;
  const element = kit.stage.createElement({ x: LEFT.x, y: PAD.y });
  const w = (LEFT.w - (PAD.columns - 1) * PAD.gap) / PAD.columns;
  KEYPAD.forEach(({ digit, letters }, index) => {
    const column = digit === '0' ? 1 : index % PAD.columns;
    const box = { x: column * (w + PAD.gap), y: Math.floor(index / PAD.columns) * (PAD.h + PAD.gap), w, h: PAD.h };
    const key = createPanel(kit, box, 16, COLORS.surface);
    const top = (PAD.h - body.line - (letters === '' ? 0 : small.line)) / 2;
    const put = (text: string, y: number, isDigit: boolean) => {
      const written = createText(kit, {
        x: w / 2,
        y,
        scale: isDigit ? body : small,
        bold: isDigit,
        color: isDigit ? COLORS.text : COLORS.second,
        align: 'center',
      });
      written.show(text);
      key.childList.a(written.element);
    };
    put(digit, top, true);
    put(letters, top + body.line, false);
    element.childList.a(key);
  });
  return element;
}

function createFound(kit: Kit, box: Box) {
  const { body, small } = kit.type;
  const card = createCard(kit, box);
  const top = (box.h - body.line - small.line) / 2;
  const w = box.w - 2 * PADDING;
  const name = card.add(
    createText(kit, { x: PADDING, y: top, w, scale: body, bold: true, color: COLORS.text }),
    () => COLORS.text,
  );
  const matched = card.add(
    createText(kit, { x: PADDING, y: top + body.line, w, scale: small, color: COLORS.second }),
    () => COLORS.second,
    COLORS.focusSecond,
  );
  return {
    ...card,
    show(row: FoundRow | null) {
      card.element.visible = row !== null;
      if (!row) return;
      name.show(row.name);
      matched.show(row.matched);
    },
  };
}
