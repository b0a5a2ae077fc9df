// Contact: which offer, whether it is on record, and what comes next.
import type { ContactModel } from '../../navigation/frames/living.ts';
import { ACCENTS, COLORS } from '../../theme/colors.ts';
import { SPACE } from '../../theme/theme.ts';
import { createIcon } from '../../ui/icon.ts';
import type { Kit, View } from '../../ui/kit.ts';
import { createPanel } from '../../ui/panel.ts';
import { createText } from '../../ui/text.ts';

const { safe, content } = SPACE;
const BOX = { x: safe.left, y: content.y + 48, w: safe.w, h: 640 };
const PADDING = 64;
const ICON = 96;
const LINES = 3;

export function createContact(kit: Kit): View<ContactModel> {
  const { title: large, body } = kit.type;
  const element = kit.stage.createElement({});
  const panel = createPanel(kit, BOX, SPACE.radius, COLORS.surface);
  const w = BOX.w - 2 * PADDING;
  const x = PADDING + ICON + 36;
  const offer = createText(kit, { x, y: PADDING, w: w - x, scale: body, color: COLORS.second });
  const state = createText(kit, {
    x,
    y: PADDING + body.line + 8,
    w: BOX.w - x - PADDING,
    scale: large,
    bold: true,
    color: COLORS.text,
  });
  const icon = createIcon(kit, PADDING, PADDING + (body.line + large.line + 8 - ICON) / 2, ICON, ACCENTS.life);
  const top = PADDING + body.line + large.line + 64;
  const lines = Array.from({ length: LINES }, (_, index) =>
    createText(kit, {
      x: PADDING,
      y: top + index * (body.line + 32),
      w,
      scale: body,
      color: COLORS.text,
    }),
  );
  panel.childList.a([offer, state, icon, ...lines].map((part) => part.element));
  element.childList.a(panel);
  return {
    element,
    draw(model) {
      icon.show(model.done ? 'over' : 'phone');
      offer.show(model.offer);
      state.show(model.state);
      lines.forEach((line, index) => {
        line.show(model.lines[index] ?? '');
      });
      return null;
    },
  };
}
