// The household's requests: five rows with number, what it is about, how it stands, and the light of its time limit.
import type { OwnRequestRow, RequestsModel } from '../../navigation/frames/requests.ts';
import { ACCENTS, COLORS } from '../../theme/colors.ts';
import { LIGHT_COLORS } from '../../theme/lights.ts';
import { SPACE } from '../../theme/theme.ts';
import { createCard } from '../../ui/card.ts';
import { addDigitCap } from '../../ui/digit-cap.ts';
import type { Box, Kit, View } from '../../ui/kit.ts';
import { createSentence } from '../../ui/sentence.ts';
import { createText } from '../../ui/text.ts';

const { safe, content, gutter } = SPACE;
const ROWS = 5;
const TOP = content.y + 8;
const ROW_H = (content.bottom - TOP - (ROWS - 1) * gutter) / ROWS;
const PADDING = 32;
const CAP = 60;
const STATE_W = 620;

export function createRequests(kit: Kit): View<RequestsModel> {
  const rows = Array.from({ length: ROWS }, (_, index) =>
    createRow(kit, { x: safe.left, y: TOP + index * (ROW_H + gutter), w: safe.w, h: ROW_H }, index + 1),
  );
  const text = createSentence(kit);
  const element = kit.stage.createElement({});
  element.childList.a([...rows.map((row) => row.element), text.element]);
  return {
    element,
    draw(model) {
      text.show(model.text ?? '');
      rows.forEach((row, index) => {
        row.show(model.rows[index] ?? null);
        row.light(index === model.focus);
      });
      return model.text === null ? (rows[model.focus]?.spot ?? null) : null;
    },
  };
}

function createRow(kit: Kit, box: Box, number: number) {
  const { body, small } = kit.type;
  const card = createCard(kit, box);
  const cap = addDigitCap(kit, card, { x: PADDING, y: (box.h - CAP) / 2, size: CAP });
  cap.show(String(number));
  const x = PADDING + CAP + 28;
  const top = (box.h - body.line - small.line) / 2;
  const right = box.w - PADDING;
  const label = card.add(
    createText(kit, { x, y: top, w: box.w - x - STATE_W, scale: body, bold: true, color: COLORS.text }),
    () => COLORS.text,
  );
  const meta = card.add(
    createText(kit, { x, y: top + body.line, w: box.w - x - PADDING - 340, scale: small, color: COLORS.second }),
    () => COLORS.second,
    COLORS.focusSecond,
  );
  const state = card.add(
    createText(kit, { x: right, y: top, w: STATE_W, scale: body, color: COLORS.text, align: 'right' }),
    () => COLORS.text,
  );
  let ink: number = COLORS.second;
  const due = card.add(
    createText(kit, { x: right, y: top + body.line, scale: small, bold: true, color: COLORS.text, align: 'right' }),
    () => ink,
  );
  return {
    ...card,
    show(shown: OwnRequestRow | null) {
      card.element.visible = shown !== null;
      if (!shown) return;
      ink = shown.news ? ACCENTS.requests : LIGHT_COLORS[shown.light];
      label.show(shown.label);
      meta.show(shown.meta);
      state.show(shown.state);
      due.show(shown.due);
    },
  };
}
