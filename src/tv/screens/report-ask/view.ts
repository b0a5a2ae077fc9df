// A question with its answers as nine cards, or with the number as it is typed.
import type { AskModel } from '../../navigation/frames/requests.ts';
import { COLORS } from '../../theme/colors.ts';
import { SPACE } from '../../theme/theme.ts';
import type { Box, Kit, View } from '../../ui/kit.ts';
import { createNine } from '../../ui/nine.ts';
import { createText } from '../../ui/text.ts';

const { safe, content } = SPACE;
const TEXT_Y = content.y + 8;
const TYPED = { size: 120, line: 150 };

export function createAsk(kit: Kit): View<AskModel> {
  const { body } = kit.type;
  const top = TEXT_Y + body.line + 16;
  const box: Box = { x: safe.left, y: top, w: safe.w, h: content.bottom - top };
  const nine = createNine(kit, box, 0);
  const text = createText(kit, { x: safe.left, y: TEXT_Y, scale: body, color: COLORS.second });
  const typed = createText(kit, { x: safe.left, y: top + 160, scale: TYPED, bold: true, color: COLORS.focus });
  const element = kit.stage.createElement({});
  element.childList.a([nine.element, text.element, typed.element]);
  return {
    element,
    draw(model) {
      text.show(model.text);
      typed.show(model.typed === null ? '' : `${model.typed}_`);
      const cards = model.cards.map(({ label, on }) => ({ label, icon: on ? ('over' as const) : null }));
      return nine.show(cards, model.focus);
    },
  };
}
