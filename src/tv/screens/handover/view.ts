// Handover: a large square to scan, what the phone has written beside it; the number once it is sent.
import type { HandoverModel } from '../../navigation/frames/requests.ts';
import { REQUEST_TEXTS } from '../../texts/requests.zh-CN.ts';
import { COLORS } from '../../theme/colors.ts';
import { SPACE } from '../../theme/theme.ts';
import type { Kit, View } from '../../ui/kit.ts';
import { createPanel } from '../../ui/panel.ts';
import { createQr } from '../../ui/qr.ts';
import { createText } from '../../ui/text.ts';

const { safe, content } = SPACE;
const BOX = { x: safe.left, y: content.y + 48, w: safe.w, h: content.bottom - content.y - 48 };
const PADDING = 64;
const SQUARE = 560;
const LINES = 5;

export function createHandover(kit: Kit): View<HandoverModel> {
  const { title: large, body } = kit.type;
  const element = kit.stage.createElement({});
  const panel = createPanel(kit, BOX, SPACE.radius, COLORS.surface);
  const qr = createQr(kit, { x: PADDING, y: PADDING, w: SQUARE, h: SQUARE });
  const beside = PADDING + SQUARE + 64;
  const state = createText(kit, {
    x: PADDING,
    y: PADDING,
    w: BOX.w - beside - PADDING,
    lines: 2,
    scale: large,
    bold: true,
    color: COLORS.text,
  });
  const number = createText(kit, { scale: large, bold: true, color: COLORS.focus });
  const lines = Array.from({ length: LINES }, () =>
    createText(kit, { w: BOX.w - beside - PADDING, lines: 2, scale: body, color: COLORS.text }),
  );
  panel.childList.a([qr, state, number, ...lines].map((part) => part.element));
  element.childList.a(panel);
  return {
    element,
    draw(model) {
      qr.show(model.link);
      const x = model.link === null ? PADDING : beside;
      state.moveTo(x, PADDING);
      let y = PADDING + state.show(model.state) * large.line + 24;
      number.moveTo(x, y);
      number.show(model.number === '' ? '' : `${REQUEST_TEXTS.sent.number} ${model.number}`);
      if (model.number !== '') y += large.line + 16;
      lines.forEach((line, index) => {
        const shown = model.lines[index] ?? '';
        line.moveTo(x, y);
        const count = line.show(shown);
        if (shown !== '') y += count * body.line + 16;
      });
      return null;
    },
  };
}
