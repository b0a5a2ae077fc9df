// Nine cards, three by three as the digits stand on the remote: a digit, a word of up to two lines, perhaps an icon.
import { ACCENTS, COLORS } from '../theme/colors.ts';
import { SPACE } from '../theme/theme.ts';
import { createCard } from './card.ts';
import { addDigitCap } from './digit-cap.ts';
import { createIcon } from './icon.ts';
import type { IconName } from './icons.ts';
import type { Box, Element, Kit, Spot } from './kit.ts';
import { createText } from './text.ts';

const COLUMNS = 3;
const PADDING = 28;
const CAP = 56;

interface NineCard {
  readonly icon: IconName | null;
  readonly label: string;
}

export interface Nine {
  readonly element: Element;
  /** Cards are made when they are first needed; `focus` past them: none is chosen. */
  show(cards: readonly NineCard[], focus: number): Spot | null;
}

/** @param side of the icons; 0: only a mark in the corner */
export function createNine(kit: Kit, box: Box, side: number): Nine {
  const { gutter } = SPACE;
  const w = (box.w - (COLUMNS - 1) * gutter) / COLUMNS;
  const h = (box.h - (COLUMNS - 1) * gutter) / COLUMNS;
  const element = kit.stage.createElement({});
  const cards: ReturnType<typeof createNineCard>[] = [];
  return {
    element,
    show(shown, focus) {
      while (cards.length < shown.length) {
        const index = cards.length;
        const [x, y] = [box.x + (index % COLUMNS) * (w + gutter), box.y + Math.floor(index / COLUMNS) * (h + gutter)];
        const card = createNineCard(kit, { x, y, w, h }, index + 1, side);
        cards.push(card);
        element.childList.a(card.element);
      }
      cards.forEach((card, index) => {
        card.show(shown[index] ?? null);
        card.light(index === focus);
      });
      return shown[focus] ? (cards[focus]?.spot ?? null) : null;
    },
  };
}

function createNineCard(kit: Kit, box: Box, number: number, side: number) {
  const { body } = kit.type;
  const card = createCard(kit, box);
  const middle = box.h / 2;
  const mark = 48;
  const icon =
    side > 0
      ? card.add(createIcon(kit, PADDING, middle - side / 2, side, COLORS.text), () => ACCENTS.requests)
      : card.add(createIcon(kit, box.w - PADDING - mark, PADDING, mark, COLORS.text), () => ACCENTS.requests);
  const cap = addDigitCap(kit, card, {
    x: side > 0 ? box.w - CAP - 16 : PADDING,
    y: side > 0 ? 16 : PADDING,
    size: CAP,
  });
  cap.show(String(number));
  const x = side > 0 ? PADDING + side + 24 : PADDING + CAP + 24;
  const lines = side > 0 ? 1 : 2;
  const label = card.add(
    createText(kit, { x, w: box.w - x - PADDING / 2, lines, scale: body, bold: true, color: COLORS.text }),
    () => COLORS.text,
  );
  return {
    ...card,
    show(shown: NineCard | null) {
      card.element.visible = shown !== null;
      if (!shown) return;
      icon.show(shown.icon);
      const count = label.show(shown.label);
      label.moveTo(x, middle - (count * body.line) / 2 + (side > 0 ? 12 : 0));
    },
  };
}
