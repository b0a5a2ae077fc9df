// Guide list: nine cards, three by three as the digits stand on the remote.
import type { GuideCard, GuideListModel } from '../../navigation/frames/guides.ts';
import { ACCENTS, COLORS } from '../../theme/colors.ts';
import { SPACE } from '../../theme/theme.ts';
import { createCard } from '../../ui/card.ts';
import { createIcon } from '../../ui/icon.ts';
import type { Box, Kit, View } from '../../ui/kit.ts';
import { createPanel } from '../../ui/panel.ts';
import { createText } from '../../ui/text.ts';

const { safe, content, gutter } = SPACE;
const COLUMNS = 3;
const CARD = {
  w: (safe.w - (COLUMNS - 1) * gutter) / COLUMNS,
  h: (content.bottom - content.y - (COLUMNS - 1) * gutter - 8) / COLUMNS,
};
const PADDING = 28;
const CAP = 60;
const STAR = 44;

export function createGuideList(kit: Kit): View<GuideListModel> {
  const cards = Array.from({ length: COLUMNS * COLUMNS }, (_, index) =>
    createGuideCard(
      kit,
      {
        x: safe.left + (index % COLUMNS) * (CARD.w + gutter),
        y: content.y + 8 + Math.floor(index / COLUMNS) * (CARD.h + gutter),
        ...CARD,
      },
      index + 1,
    ),
  );
  const element = kit.stage.createElement({});
  element.childList.a(cards.map((card) => card.element));
  return {
    element,
    draw(model) {
      cards.forEach((card, index) => {
        card.show(model.cards[index] ?? null);
        card.light(index === model.focus);
      });
      return cards[model.focus]?.spot ?? null;
    },
  };
}

function createGuideCard(kit: Kit, box: Box, number: number) {
  const { body, small } = kit.type;
  const card = createCard(kit, box);
  const cap = createPanel(kit, { x: PADDING, y: PADDING, w: CAP, h: CAP }, 14, COLORS.raised);
  card.add({ element: cap, tint: (color) => cap.patch({ color }) }, () => COLORS.raised, COLORS.focusRing);
  const digit = card.add(
    createText(kit, {
      x: PADDING + CAP / 2,
      y: PADDING + (CAP - body.line) / 2,
      scale: body,
      bold: true,
      color: COLORS.text,
      align: 'center',
    }),
    () => COLORS.text,
  );
  digit.show(String(number));
  const x = PADDING + CAP + 24;
  const name = card.add(
    createText(kit, {
      x,
      y: PADDING + (CAP - body.line) / 2,
      w: box.w - x - PADDING,
      lines: 2,
      scale: body,
      bold: true,
      color: COLORS.text,
    }),
    () => COLORS.text,
  );
  const meta = card.add(
    createText(kit, {
      x,
      y: box.h - PADDING - small.line,
      w: box.w - x - PADDING - STAR,
      scale: small,
      color: COLORS.second,
    }),
    () => COLORS.second,
    COLORS.focusSecond,
  );
  const star = card.add(
    createIcon(kit, box.w - PADDING - STAR, box.h - PADDING - STAR, STAR, COLORS.text),
    () => ACCENTS.policy,
  );
  return {
    ...card,
    show(model: GuideCard | null) {
      card.element.visible = model !== null;
      if (!model) return;
      name.show(model.name);
      meta.show(model.meta);
      star.show(model.favourite ? 'handy' : null);
    },
  };
}
