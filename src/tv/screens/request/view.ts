// One request: its story in pages on the left, what may be done about it on the right.
import type { RequestModel } from '../../navigation/frames/requests.ts';
import { SCREEN_TEXTS } from '../../texts/screen.zh-CN.ts';
import { COLORS } from '../../theme/colors.ts';
import { LIGHT_COLORS } from '../../theme/lights.ts';
import { SPACE } from '../../theme/theme.ts';
import { createCard } from '../../ui/card.ts';
import { addDigitCap } from '../../ui/digit-cap.ts';
import type { Box, Kit, View } from '../../ui/kit.ts';
import { createPanel } from '../../ui/panel.ts';
import { createSentence } from '../../ui/sentence.ts';
import { createText } from '../../ui/text.ts';
import { SHEET, SHEET_PADDING, STATE_H } from './layout.ts';

const { safe, content, gutter } = SPACE;
const ACTIONS = 8;
const X = SHEET.x + SHEET.w + gutter + 8;
const W = safe.right - X;
const QUESTION_H = 60;
const ACTION_H = 104;
const STEP = ACTION_H + 16;
const PADDING = 24;
const CAP = 56;

export function createRequest(kit: Kit): View<RequestModel> {
  const { body, small } = kit.type;
  const sheet = createPanel(kit, SHEET, SPACE.radius, COLORS.surface);
  const w = SHEET.w - 2 * SHEET_PADDING;
  const state = createText(kit, { x: SHEET_PADDING, y: SHEET_PADDING, w, scale: body, bold: true, color: COLORS.text });
  const lines = createText(kit, { x: SHEET_PADDING, y: SHEET_PADDING + STATE_H - 16, scale: body, color: COLORS.text });
  const page = createText(kit, {
    x: SHEET.w - SHEET_PADDING,
    y: SHEET.h - small.line - 12,
    scale: small,
    color: COLORS.second,
    align: 'right',
  });
  sheet.childList.a([state, lines, page].map((part) => part.element));
  const question = createText(kit, { x: X, y: content.y + 8, w: W, scale: body, color: COLORS.text });
  const text = createSentence(kit);
  const actions = Array.from({ length: ACTIONS }, () => createAction(kit, { x: X, y: 0, w: W, h: ACTION_H }));
  const element = kit.stage.createElement({});
  element.childList.a([sheet, question.element, ...actions.map((action) => action.element), text.element]);
  return {
    element,
    draw(model) {
      text.show(model.text ?? '');
      sheet.visible = model.text === null;
      state.show(model.state);
      state.tint(model.light === 'none' ? COLORS.text : LIGHT_COLORS[model.light]);
      lines.showLines(model.lines);
      page.show(model.pages > 1 ? SCREEN_TEXTS.pageOf(model.page, model.pages) : '');
      question.show(model.question);
      const top = content.y + 8 + (model.question === '' ? 0 : QUESTION_H + 16);
      actions.forEach((action, index) => {
        action.show(model.actions[index] ?? null, top + index * STEP);
        action.light(index === model.focus);
      });
      const spot = model.actions[model.focus] ? actions[model.focus]?.spot : undefined;
      if (spot) return { ...spot, y: top + model.focus * STEP };
      return model.text === null ? { ...SHEET, radius: SPACE.radius } : null;
    },
  };
}

function createAction(kit: Kit, box: Box) {
  const { body } = kit.type;
  const card = createCard(kit, box, SPACE.radius, COLORS.raised);
  const cap = addDigitCap(kit, card, { x: PADDING, y: (box.h - CAP) / 2, size: CAP });
  const x = PADDING + CAP + 20;
  const label = card.add(
    createText(kit, { x, y: (box.h - body.line) / 2, w: box.w - x - 12, scale: body, bold: true, color: COLORS.text }),
    () => COLORS.text,
  );
  return {
    ...card,
    show(shown: RequestModel['actions'][number] | null, y: number) {
      card.element.patch({ visible: shown !== null, y });
      cap.show(shown?.digit ?? null);
      label.show(shown?.label ?? '');
    },
  };
}
