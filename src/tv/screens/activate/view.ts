// Activation: the code in eight large cells, what to do above it, a square to scan beside it; or one sentence and a button.
import type { ActivateModel } from '../../navigation/frames/box.ts';
import { TEXTS } from '../../texts/zh-CN.ts';
import { COLORS } from '../../theme/colors.ts';
import { SPACE } from '../../theme/theme.ts';
import type { Element, Kit, View } from '../../ui/kit.ts';
import { createPanel } from '../../ui/panel.ts';
import { createQr } from '../../ui/qr.ts';
import { createText } from '../../ui/text.ts';
import { createMessage } from '../message/view.ts';

const { safe, content } = SPACE;
const SIDE = 600;
const QR = { x: safe.right - SIDE, y: content.y + 40, w: SIDE, h: SIDE };
const COLUMN = safe.w - SIDE - 72;
/** Each sign has a cell of its own, so that none moves when another comes, and they are read one by one. */
const CELL = { w: 117, h: 216, gap: 10 };
const GROUP_GAP = COLUMN - 8 * CELL.w - 6 * CELL.gap;
const SIGN = { size: 132, line: 166 };
const CODE_Y = 500;

export function createActivate(kit: Kit): View<ActivateModel> {
  const { body, small } = kit.type;
  const element = kit.stage.createElement({});
  const waiting = kit.stage.createElement({});
  const message = createMessage(kit);
  const steps = createText(kit, {
    x: safe.left,
    y: content.y + 56,
    scale: { ...body, line: body.line + 18 },
    color: COLORS.text,
  });
  const cells = createCells(kit);
  const qr = createQr(kit, QR);
  const scan = createText(kit, {
    x: QR.x + SIDE / 2,
    y: QR.y + SIDE + 24,
    scale: small,
    color: COLORS.second,
    align: 'center',
  });
  const state = createText(kit, {
    x: safe.left,
    y: CODE_Y + CELL.h + 44,
    w: COLUMN,
    lines: 2,
    scale: body,
    color: COLORS.second,
  });
  scan.show(TEXTS.activate.scan);
  waiting.childList.a([steps.element, cells.element, qr.element, scan.element, state.element]);
  element.childList.a([waiting, message.element]);
  return {
    element,
    draw(model, frame) {
      const { groups } = model;
      waiting.visible = groups !== null;
      message.element.visible = groups === null;
      if (groups === null) {
        const tone = model.offline ? 'offline' : model.action === null ? 'empty' : 'failed';
        const { title, action } = model;
        return message.draw({ name: 'message', tone, title, text: model.steps.join('\n'), action }, frame);
      }
      steps.showLines(model.steps.map((step, index) => `${index + 1}. ${step}`));
      cells.show(groups);
      qr.show(model.link);
      state.show(model.state);
      state.tint(model.offline ? COLORS.text : COLORS.second);
      return null;
    },
  };
}

function createCells(kit: Kit): { readonly element: Element; show(groups: readonly [string, string]): void } {
  const element = kit.stage.createElement({ x: safe.left, y: CODE_Y });
  const signs = Array.from({ length: 8 }, (_, index) => {
    const second = index >= 4 ? GROUP_GAP - CELL.gap : 0;
    const x = index * (CELL.w + CELL.gap) + second;
    const cell = createPanel(kit, { x, y: 0, w: CELL.w, h: CELL.h }, SPACE.radius, COLORS.surface);
    const sign = createText(kit, {
      x: CELL.w / 2,
      y: (CELL.h - SIGN.line) / 2 - 2,
      scale: SIGN,
      bold: true,
      color: COLORS.text,
      align: 'center',
    });
    cell.childList.a(sign.element);
    element.childList.a(cell);
    return sign;
  });
  return {
    element,
    show([one, other]) {
      signs.forEach((sign, index) => {
        sign.show((index < 4 ? one.charAt(index) : other.charAt(index - 4)) || '');
      });
    },
  };
}
