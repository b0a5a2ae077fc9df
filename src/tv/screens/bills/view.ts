// Bills: what is to be paid to whom on the left, the chosen one in detail on the right.
import type { BillCard, BillsModel } from '../../navigation/frames/bills.ts';
import { ACCENTS, COLORS } from '../../theme/colors.ts';
import { SPACE } from '../../theme/theme.ts';
import { createCard } from '../../ui/card.ts';
import { createIcon } from '../../ui/icon.ts';
import type { Box, Kit, View } from '../../ui/kit.ts';
import { createSentence } from '../../ui/sentence.ts';
import { createText } from '../../ui/text.ts';
import { createBillSheet } from './sheet-view.ts';

const { safe, content, gutter } = SPACE;
const CARDS = 4;
const TOP = content.y + 8;
const LEFT_W = 760;
const CARD_H = (content.bottom - TOP - (CARDS - 1) * gutter) / CARDS;
const SHEET: Box = {
  x: safe.left + LEFT_W + gutter + 8,
  y: TOP,
  w: safe.w - LEFT_W - gutter - 8,
  h: content.bottom - TOP,
};
const PADDING = 32;
const ICON = 80;

export function createBills(kit: Kit): View<BillsModel> {
  const cards = Array.from({ length: CARDS }, (_, index) =>
    createBillCard(kit, { x: safe.left, y: TOP + index * (CARD_H + gutter), w: LEFT_W, h: CARD_H }),
  );
  const sheet = createBillSheet(kit, SHEET);
  const text = createSentence(kit);
  const element = kit.stage.createElement({});
  element.childList.a([...cards.map((card) => card.element), sheet.element, text.element]);
  return {
    element,
    draw(model) {
      text.show(model.text ?? '');
      sheet.show(model.detail);
      cards.forEach((card, index) => {
        card.show(model.cards[index] ?? null);
        card.light(index === model.focus);
      });
      return model.text === null ? (cards[model.focus]?.spot ?? null) : null;
    },
  };
}

function createBillCard(kit: Kit, box: Box) {
  const { title: large, body, small } = kit.type;
  const card = createCard(kit, box);
  const x = PADDING + ICON + 28;
  const top = (box.h - large.line - small.line) / 2;
  const side = small.line - 6;
  const icon = card.add(createIcon(kit, PADDING, (box.h - ICON) / 2, ICON, COLORS.text), () => ACCENTS.bills);
  const label = card.add(
    createText(kit, { x, y: top + (large.line - body.line) / 2, scale: body, bold: true, color: COLORS.text }),
    () => COLORS.text,
  );
  const amount = card.add(
    createText(kit, { x: box.w - PADDING, y: top, scale: large, bold: true, color: COLORS.text, align: 'right' }),
    () => COLORS.text,
  );
  const y = top + large.line;
  let accent: number = ACCENTS.bills;
  const sign = card.add(createIcon(kit, x, y + (small.line - side) / 2, side, COLORS.text), () => accent);
  let ink: number = COLORS.second;
  const meta = card.add(
    createText(kit, { scale: small, w: box.w - x - PADDING - side - 12, color: COLORS.second }),
    () => ink,
  );
  return {
    ...card,
    show(shown: BillCard | null) {
      card.element.visible = shown !== null;
      if (!shown) return;
      const isLate = shown.sign === 'alert';
      accent = isLate ? ACCENTS.outage : ACCENTS.bills;
      ink = isLate ? COLORS.text : COLORS.second;
      icon.show(shown.icon);
      label.show(shown.label);
      amount.show(shown.amount);
      sign.show(shown.sign);
      meta.embolden(isLate);
      meta.show(shown.meta);
      meta.moveTo(shown.sign === null ? x : x + side + 12, y);
    },
  };
}
