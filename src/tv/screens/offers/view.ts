// Offers: three columns whose lines stand at the same height, so that the eye compares along them.
import type { OfferColumn, OffersModel } from '../../navigation/frames/living.ts';
import { LIVING_TEXTS } from '../../texts/living.zh-CN.ts';
import { ACCENTS, COLORS } from '../../theme/colors.ts';
import { SPACE } from '../../theme/theme.ts';
import { createCard } from '../../ui/card.ts';
import type { Box, Kit, View } from '../../ui/kit.ts';
import { createSentence } from '../../ui/sentence.ts';
import { createText, widthAt } from '../../ui/text.ts';
import { OFFER_COLUMNS } from './definition.ts';

const { safe, content, gutter } = SPACE;
const TOP = content.y + 8;
const COLUMN = { w: (safe.w - (OFFER_COLUMNS - 1) * gutter) / OFFER_COLUMNS, h: content.bottom - TOP };
const PADDING = 32;
const FACTS = 5;
const BAR = 14;

export function createOffers(kit: Kit): View<OffersModel> {
  const columns = Array.from({ length: OFFER_COLUMNS }, (_, index) =>
    createColumn(kit, { x: safe.left + index * (COLUMN.w + gutter), y: TOP, ...COLUMN }),
  );
  const text = createSentence(kit);
  const element = kit.stage.createElement({});
  element.childList.a([...columns.map((column) => column.element), text.element]);
  return {
    element,
    draw(model) {
      text.show(model.text ?? '');
      columns.forEach((column, index) => {
        column.show(model.columns[index] ?? null);
        column.light(index === model.focus);
      });
      return model.text === null ? (columns[model.focus]?.spot ?? null) : null;
    },
  };
}

function createColumn(kit: Kit, box: Box) {
  const { title: large, body, small } = kit.type;
  const w = box.w - 2 * PADDING;
  const card = createCard(kit, box);
  const second = (y: number, lines = 1) =>
    card.add(
      createText(kit, { x: PADDING, y, w, lines, scale: small, color: COLORS.second }),
      () => COLORS.second,
      COLORS.focusSecond,
    );
  let y = 24;
  const provider = second(y);
  y += small.line;
  const name = card.add(
    createText(kit, { x: PADDING, y, w, scale: body, bold: true, color: COLORS.text }),
    () => COLORS.text,
  );
  y += body.line + 8;
  const fee = card.add(
    createText(kit, { x: PADDING, y, scale: large, bold: true, color: COLORS.text }),
    () => COLORS.text,
  );
  const month = second(y + large.line - small.line - 8);
  const monthY = y + large.line - small.line - 10;
  y += large.line + 4;
  const facts = Array.from({ length: FACTS }, (_, index) => {
    // Under the first, which is the speed, stands its bar.
    const top = y + index * (small.line + 4) + (index > 0 ? BAR + 8 : 0);
    const value = card.add(
      createText(kit, { x: box.w - PADDING, y: top, scale: small, bold: true, color: COLORS.text, align: 'right' }),
      () => COLORS.text,
    );
    return { label: second(top), value };
  });
  const barY = y + small.line + 4;
  const track = {
    element: kit.stage.createElement({ x: PADDING, y: barY, w, h: BAR, rect: true, color: COLORS.line }),
  };
  card.add({ ...track, tint: (color) => track.element.patch({ color }) }, () => COLORS.line, COLORS.focusRing);
  const bar = { element: kit.stage.createElement({ x: PADDING, y: barY, h: BAR, rect: true, color: ACCENTS.life }) };
  card.add({ ...bar, tint: (color) => bar.element.patch({ color }) }, () => ACCENTS.life);
  y += FACTS * (small.line + 4) + BAR + 14;
  const includes = second(y, 2);
  const source = second(box.h - 20 - 2 * small.line, 2);
  return {
    ...card,
    show(column: OfferColumn | null) {
      card.element.visible = column !== null;
      if (!column) return;
      provider.show(column.provider);
      name.show(column.offer);
      fee.show(column.fee);
      month.show(LIVING_TEXTS.offers.aMonth);
      month.moveTo(PADDING + widthAt(column.fee, large) + 16, monthY);
      bar.element.patch({ w: Math.round(w * column.speed) });
      facts.forEach(({ label, value }, index) => {
        label.show(column.facts[index]?.label ?? '');
        value.show(column.facts[index]?.value ?? '');
      });
      includes.show(column.includes);
      source.show(column.source);
    },
  };
}
