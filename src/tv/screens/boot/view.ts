// Boot: the name of the house, where index.html has drawn it already, and one calm sentence.
import type { Frame } from '../../navigation/frame.ts';
import type { BootModel } from '../../navigation/frames/box.ts';
import { COLORS } from '../../theme/colors.ts';
import { SPACE } from '../../theme/theme.ts';
import type { Kit, View } from '../../ui/kit.ts';
import { createText } from '../../ui/text.ts';

/** index.html has the same sizes and places, so nothing jumps when the picture takes over. */
const NAME = { text: '邻里', scale: { size: 160, line: 200 }, y: 380 };
const SENTENCE_Y = 600;

export function createBoot(kit: Kit): View<BootModel> {
  const x = SPACE.screen.w / 2;
  const name = createText(kit, {
    x,
    y: NAME.y,
    scale: NAME.scale,
    bold: true,
    color: COLORS.text,
    align: 'center',
  });
  const sentence = createText(kit, { x, y: SENTENCE_Y, scale: kit.type.body, color: COLORS.second, align: 'center' });
  const element = kit.stage.createElement({});
  element.childList.a([name.element, sentence.element]);
  name.show(NAME.text);
  return {
    element,
    draw(model: BootModel, _frame: Frame) {
      sentence.show(model.text);
      return null;
    },
  };
}
