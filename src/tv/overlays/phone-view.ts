// Phone: a large square to scan beside the number to say at the counter.
import type { OverlayModel } from '../navigation/frames/overlays.ts';
import { COLORS } from '../theme/colors.ts';
import type { Kit, View } from '../ui/kit.ts';
import { createQr } from '../ui/qr.ts';
import { createText } from '../ui/text.ts';
import { createSheet } from './sheet.ts';

type PhoneModel = Extract<OverlayModel, { name: 'phone' }>;

const SQUARE = 460;
const NUMBER = { size: 120, line: 150 };
/** Of what is longer than a guide's number. */
const LONG_NUMBER = { size: 60, line: 150 };
const SHORT = 5;

export function createPhone(kit: Kit): View<PhoneModel> {
  const { body } = kit.type;
  const sheet = createSheet(kit, SQUARE);
  const qr = createQr(kit, { x: sheet.x, y: sheet.y, w: SQUARE, h: SQUARE });
  const label = createText(kit, { scale: body, color: COLORS.second });
  const number = createText(kit, { scale: NUMBER, bold: true, color: COLORS.focus });
  const long = createText(kit, { scale: LONG_NUMBER, bold: true, color: COLORS.focus });
  const text = createText(kit, { scale: body, color: COLORS.text });
  sheet.add(qr.element, label.element, number.element, long.element, text.element);
  return {
    element: sheet.element,
    draw(model) {
      sheet.title(model.title);
      qr.show(model.link);
      const x = sheet.x + (model.link === null ? 0 : SQUARE + 64);
      const top = sheet.y + (SQUARE - 2 * body.line - NUMBER.line - 48) / 2;
      label.moveTo(x, top);
      label.show(model.label);
      number.moveTo(x, top + body.line);
      long.moveTo(x, top + body.line);
      number.show(model.number.length > SHORT ? '' : model.number);
      long.show(model.number.length > SHORT ? model.number : '');
      text.moveTo(x, top + body.line + NUMBER.line + 48);
      text.show(model.text);
      return sheet.spot;
    },
  };
}
