// Life: three large cards side by side.
import type { LifeModel } from '../../navigation/frames/living.ts';
import { ACCENTS, COLORS } from '../../theme/colors.ts';
import { SPACE } from '../../theme/theme.ts';
import { createCard } from '../../ui/card.ts';
import { addDigitCap } from '../../ui/digit-cap.ts';
import { createIcon } from '../../ui/icon.ts';
import type { Box, Kit, View } from '../../ui/kit.ts';
import { createText } from '../../ui/text.ts';

const { safe, content, gutter } = SPACE;
const CARDS = 3;
const CARD = { y: content.y + 96, w: (safe.w - (CARDS - 1) * gutter) / CARDS, h: 520 };
const PADDING = 44;
const ICON = 144;
const CAP = 72;
const ASIDE_LINES = 3;

export function createLife(kit: Kit): View<LifeModel> {
  const cards = Array.from({ length: CARDS }, (_, index) =>
    createLifeCard(kit, { x: safe.left + index * (CARD.w + gutter), ...CARD }),
  );
  const element = kit.stage.createElement({});
  element.childList.a(cards.map((card) => card.element));
  return {
    element,
    draw(model) {
      cards.forEach((card, index) => {
        const shown = model.cards[index];
        if (shown) card.show(shown);
        card.light(index === model.focus);
      });
      return cards[model.focus]?.spot ?? null;
    },
  };
}

function createLifeCard(kit: Kit, box: Box) {
  const { title: large, small } = kit.type;
  const card = createCard(kit, box);
  const icon = card.add(createIcon(kit, PADDING, PADDING, ICON, COLORS.text), () => ACCENTS.life);
  const cap = addDigitCap(kit, card, { x: box.w - PADDING - CAP, y: PADDING, size: CAP });
  const below = box.h - PADDING - ASIDE_LINES * small.line;
  const label = card.add(
    createText(kit, { x: PADDING, y: below - large.line - 16, scale: large, bold: true, color: COLORS.text }),
    () => COLORS.text,
  );
  const aside = card.add(
    createText(kit, {
      x: PADDING,
      y: below,
      w: box.w - 2 * PADDING,
      lines: ASIDE_LINES,
      scale: small,
      color: COLORS.second,
    }),
    () => COLORS.second,
    COLORS.focusSecond,
  );
  return {
    ...card,
    show(shown: LifeModel['cards'][number]) {
      icon.show(shown.icon);
      cap.show(shown.digit);
      label.show(shown.label);
      aside.show(shown.aside);
    },
  };
}
