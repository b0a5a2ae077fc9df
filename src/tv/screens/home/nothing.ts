// What stands above the tiles while there is no notice at all.
import { COLORS } from '../../theme/colors.ts';
import { SPACE } from '../../theme/theme.ts';
import { createIcon } from '../../ui/icon.ts';
import type { Box, Element, Kit } from '../../ui/kit.ts';
import { createPanel } from '../../ui/panel.ts';
import { createText } from '../../ui/text.ts';

const ICON = 96;

export interface Nothing {
  readonly element: Element;
  show(text: string | null): void;
}

export function createNothing(kit: Kit, box: Box): Nothing {
  const { body } = kit.type;
  const element = createPanel(kit, box, SPACE.radius, COLORS.surface);
  const icon = createIcon(kit, (box.w - ICON) / 2, box.h / 2 - ICON - 12, ICON, COLORS.second);
  const sentence = createText(kit, {
    x: box.w / 2,
    y: box.h / 2 + 24,
    w: box.w - 96,
    lines: 2,
    scale: body,
    color: COLORS.text,
    align: 'center',
  });
  icon.show('empty');
  element.childList.a([icon.element, sentence.element]);
  return {
    element,
    show(text) {
      element.visible = text !== null;
      sentence.show(text ?? '');
    },
  };
}
