// Query code: ten places as they are typed, and what became of the request.
import type { RequestCodeModel } from '../../navigation/frames/requests.ts';
import { COLORS } from '../../theme/colors.ts';
import { SPACE } from '../../theme/theme.ts';
import type { Kit, View } from '../../ui/kit.ts';
import { createPanel } from '../../ui/panel.ts';
import { createText } from '../../ui/text.ts';

const { safe, content } = SPACE;
const BOX = { x: safe.left, y: content.y + 48, w: safe.w, h: content.bottom - content.y - 48 };
const PADDING = 64;
const TYPED = { size: 120, line: 150 };
const LINES = 2;
const ANSWER_LINES = 4;

export function createRequestCode(kit: Kit): View<RequestCodeModel> {
  const { title: large, body } = kit.type;
  const element = kit.stage.createElement({});
  const panel = createPanel(kit, BOX, SPACE.radius, COLORS.surface);
  const w = BOX.w - 2 * PADDING;
  const typed = createText(kit, { x: PADDING, y: PADDING, scale: TYPED, bold: true, color: COLORS.focus });
  const stateY = PADDING + TYPED.line + 32;
  const state = createText(kit, { x: PADDING, y: stateY, w, scale: large, bold: true, color: COLORS.text });
  const top = stateY + large.line + 24;
  const lines = Array.from({ length: LINES }, (_, index) =>
    createText(kit, {
      x: PADDING,
      y: top + index * (body.line + 16),
      w,
      lines: index === 0 ? 1 : ANSWER_LINES,
      scale: body,
      color: COLORS.text,
    }),
  );
  panel.childList.a([typed, state, ...lines].map((part) => part.element));
  element.childList.a(panel);
  return {
    element,
    draw(model) {
      typed.show(model.typed);
      state.show(model.state);
      lines.forEach((line, index) => {
        line.show(model.lines[index] ?? '');
      });
      return null;
    },
  };
}
