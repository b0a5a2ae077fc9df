// Message: empty, failed or without a network: an icon, what is the matter, one sentence, one thing to do.
import type { MessageModel } from '../../navigation/frames/box.ts';
import { COLORS } from '../../theme/colors.ts';
import { SPACE } from '../../theme/theme.ts';
import { createCard } from '../../ui/card.ts';
import { createIcon } from '../../ui/icon.ts';
import type { Kit, View } from '../../ui/kit.ts';
import { createText } from '../../ui/text.ts';

const ICON = { size: 96, y: 250 };
const TITLE_Y = 376;
const SENTENCE = { y: 490, w: 1200, lines: 3 };
const BUTTON = { y: 720, w: 420, h: 104 };

export function createMessage(kit: Kit): View<MessageModel> {
  const x = SPACE.screen.w / 2;
  const { title: large, body } = kit.type;
  const icon = createIcon(kit, x - ICON.size / 2, ICON.y, ICON.size, COLORS.second);
  const title = createText(kit, {
    x,
    y: TITLE_Y,
    w: SPACE.safe.w,
    scale: large,
    bold: true,
    color: COLORS.text,
    align: 'center',
  });
  const sentence = createText(kit, {
    x,
    y: SENTENCE.y,
    w: SENTENCE.w,
    lines: SENTENCE.lines,
    scale: body,
    color: COLORS.second,
    align: 'center',
  });
  const button = createCard(kit, { x: x - BUTTON.w / 2, ...BUTTON });
  const label = button.add(
    createText(kit, {
      x: BUTTON.w / 2,
      y: (BUTTON.h - body.line) / 2,
      scale: body,
      bold: true,
      color: COLORS.text,
      align: 'center',
    }),
    () => COLORS.text,
  );
  const element = kit.stage.createElement({});
  element.childList.a([icon.element, title.element, sentence.element, button.element]);
  return {
    element,
    draw(model) {
      icon.show(model.tone);
      title.show(model.title);
      sentence.show(model.text);
      label.show(model.action ?? '');
      button.light(true);
      button.element.visible = model.action !== null;
      return model.action === null ? null : button.spot;
    },
  };
}
