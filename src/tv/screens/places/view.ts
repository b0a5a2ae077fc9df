// Places: a card for each kind, four in a row.
import type { PlaceKindCard, PlacesModel } from '../../navigation/frames/living.ts';
import { ACCENTS, COLORS } from '../../theme/colors.ts';
import { SPACE } from '../../theme/theme.ts';
import { createCard } from '../../ui/card.ts';
import { addDigitCap } from '../../ui/digit-cap.ts';
import { createIcon } from '../../ui/icon.ts';
import type { Box, Kit, View } from '../../ui/kit.ts';
import { createSentence } from '../../ui/sentence.ts';
import { createText } from '../../ui/text.ts';
import { KIND_COLUMNS } from './definition.ts';

const { safe, content, gutter } = SPACE;
/** Room for every kind there is. */
const ROWS = 4;
const CARD = {
  w: (safe.w - (KIND_COLUMNS - 1) * gutter) / KIND_COLUMNS,
  h: (content.bottom - content.y - 8 - (ROWS - 1) * gutter) / ROWS,
};
const PADDING = 24;
const ICON = 64;
const CAP = 52;

export function createPlaces(kit: Kit): View<PlacesModel> {
  const cards = Array.from({ length: ROWS * KIND_COLUMNS }, (_, index) =>
    createKind(kit, {
      x: safe.left + (index % KIND_COLUMNS) * (CARD.w + gutter),
      y: content.y + 8 + Math.floor(index / KIND_COLUMNS) * (CARD.h + gutter),
      ...CARD,
    }),
  );
  const text = createSentence(kit);
  const element = kit.stage.createElement({});
  element.childList.a([...cards.map((card) => card.element), text.element]);
  return {
    element,
    draw(model) {
      text.show(model.text ?? '');
      cards.forEach((card, index) => {
        card.show(model.cards[index] ?? null);
        card.light(index === model.focus);
      });
      return model.text === null ? (cards[model.focus]?.spot ?? null) : null;
    },
  };
}

function createKind(kit: Kit, box: Box) {
  const { body, small } = kit.type;
  const card = createCard(kit, box);
  const x = PADDING + ICON + 20;
  const top = (box.h - body.line - small.line) / 2;
  const icon = card.add(createIcon(kit, PADDING, (box.h - ICON) / 2, ICON, COLORS.text), () => ACCENTS.life);
  const cap = addDigitCap(kit, card, { x: box.w - CAP - 18, y: 18, size: CAP });
  const label = card.add(
    createText(kit, { x, y: top, w: box.w - x - CAP - 24, scale: body, bold: true, color: COLORS.text }),
    () => COLORS.text,
  );
  const aside = card.add(
    createText(kit, { x, y: top + body.line, w: box.w - x - PADDING, scale: small, color: COLORS.second }),
    () => COLORS.second,
    COLORS.focusSecond,
  );
  return {
    ...card,
    show(model: PlaceKindCard | null) {
      card.element.visible = model !== null;
      if (!model) return;
      icon.show(model.icon);
      cap.show(model.digit);
      label.show(model.label);
      aside.show(model.aside);
    },
  };
}
