// Sent: how it went, the number large, the query code larger.
import type { ReportSentModel } from '../../navigation/frames/requests.ts';
import { REQUEST_TEXTS } from '../../texts/requests.zh-CN.ts';
import { ACCENTS, COLORS } from '../../theme/colors.ts';
import { SPACE } from '../../theme/theme.ts';
import { createIcon } from '../../ui/icon.ts';
import type { Kit, View } from '../../ui/kit.ts';
import { createPanel } from '../../ui/panel.ts';
import { createText } from '../../ui/text.ts';

const { safe, content } = SPACE;
const BOX = { x: safe.left, y: content.y + 24, w: safe.w, h: content.bottom - content.y - 24 };
const PADDING = 56;
const ICON = 96;
const CODE = { size: 104, line: 124 };

export function createReportSent(kit: Kit): View<ReportSentModel> {
  const { title: large, body } = kit.type;
  const element = kit.stage.createElement({});
  const panel = createPanel(kit, BOX, SPACE.radius, COLORS.surface);
  const w = BOX.w - 2 * PADDING;
  const icon = createIcon(kit, PADDING, PADDING, ICON, ACCENTS.requests);
  const state = createText(kit, {
    x: PADDING + ICON + 36,
    y: PADDING + (ICON - large.line) / 2,
    w: w - ICON - 36,
    scale: large,
    bold: true,
    color: COLORS.text,
  });
  const numberY = PADDING + ICON + 36;
  const number = createText(kit, { x: PADDING, y: numberY, scale: large, bold: true, color: COLORS.focus });
  const text = createText(kit, { x: PADDING, w, lines: 2, scale: body, color: COLORS.text });
  const label = createText(kit, { x: PADDING, scale: body, color: COLORS.second });
  const code = createText(kit, { x: PADDING, scale: CODE, bold: true, color: COLORS.focus });
  const after = createText(kit, { x: PADDING, w, lines: 2, scale: body, color: COLORS.text });
  panel.childList.a([icon, state, number, text, label, code, after].map((part) => part.element));
  element.childList.a(panel);
  return {
    element,
    draw(model) {
      const { sent } = REQUEST_TEXTS;
      icon.show(model.icon);
      state.show(model.state);
      number.show(model.number === '' ? '' : `${sent.number} ${model.number}`);
      const below = numberY + (model.number === '' ? 0 : large.line + 12);
      text.moveTo(PADDING, below);
      const y = below + text.show(model.text) * body.line + 28;
      label.moveTo(PADDING, y);
      label.show(model.code === '' ? '' : sent.code);
      code.moveTo(PADDING, y + body.line);
      code.show(model.code);
      after.moveTo(PADDING, model.code === '' ? y : y + body.line + CODE.line);
      after.show(model.after);
      return null;
    },
  };
}
