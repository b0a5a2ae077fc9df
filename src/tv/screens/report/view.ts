// Report: nine picture cards, below them the household's own requests and the query code.
import type { ReportModel } from '../../navigation/frames/requests.ts';
import { ACCENTS, COLORS } from '../../theme/colors.ts';
import { SPACE } from '../../theme/theme.ts';
import { createCard } from '../../ui/card.ts';
import { createIcon } from '../../ui/icon.ts';
import type { Box, Kit, View } from '../../ui/kit.ts';
import { createNine } from '../../ui/nine.ts';
import { createSentence } from '../../ui/sentence.ts';
import { createText, widthAt } from '../../ui/text.ts';

const { safe, content, gutter } = SPACE;
const BELOW_H = 104;
const BELOW_Y = content.bottom - BELOW_H;
const BELOW_W = (safe.w - gutter) / 2;
const NINE: Box = { x: safe.left, y: content.y + 8, w: safe.w, h: BELOW_Y - gutter - content.y - 8 };
const PADDING = 28;
const ICON = { card: 96, below: 56 };
/** The first of those below the cards. */
const BELOW = 9;

export function createReport(kit: Kit): View<ReportModel> {
  const nine = createNine(kit, NINE, ICON.card);
  const below = [0, 1].map((index) =>
    createBelow(kit, { x: safe.left + index * (BELOW_W + gutter), y: BELOW_Y, w: BELOW_W, h: BELOW_H }),
  );
  const text = createSentence(kit);
  const element = kit.stage.createElement({});
  element.childList.a([nine.element, ...below.map((card) => card.element), text.element]);
  return {
    element,
    draw(model) {
      text.show(model.text ?? '');
      const spot = nine.show(model.cards, model.focus);
      below.forEach((card, index) => {
        const shown = model.below[index];
        if (shown) card.show(shown);
        card.light(index + BELOW === model.focus);
      });
      return spot ?? below[model.focus - BELOW]?.spot ?? null;
    },
  };
}

function createBelow(kit: Kit, box: Box) {
  const { body, small } = kit.type;
  const card = createCard(kit, box, SPACE.radius, COLORS.raised);
  const middle = box.h / 2;
  const x = PADDING + ICON.below + 24;
  const icon = card.add(
    createIcon(kit, PADDING, middle - ICON.below / 2, ICON.below, COLORS.text),
    () => ACCENTS.requests,
  );
  const label = card.add(
    createText(kit, { x, y: middle - body.line / 2, scale: body, bold: true, color: COLORS.text }),
    () => COLORS.text,
  );
  const aside = card.add(
    createText(kit, { scale: small, color: COLORS.second }),
    () => COLORS.second,
    COLORS.focusSecond,
  );
  return {
    ...card,
    show(shown: ReportModel['below'][number]) {
      icon.show(shown.icon);
      label.show(shown.label);
      aside.show(shown.aside);
      aside.moveTo(x + widthAt(shown.label, body) + 28, middle - small.line / 2 + 2);
    },
  };
}
