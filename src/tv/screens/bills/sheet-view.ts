// One utility's sheet: who bills it, what is the matter, the last bills as bars, the newest in words.
import type { BillDetail } from '../../navigation/frames/bills.ts';
import { ACCENTS, COLORS } from '../../theme/colors.ts';
import { SPACE } from '../../theme/theme.ts';
import type { Box, Kit } from '../../ui/kit.ts';
import { createPanel } from '../../ui/panel.ts';
import { createText } from '../../ui/text.ts';
import { BARS } from './detail.ts';

const PADDING = 36;
const BAR_W = 84;
/** A bill of nothing is a line. */
const LEAST = 4;
const HIGHEST = 260;
const FACTS = 3;
const WORDS_LINES = 5;

export function createBillSheet(kit: Kit, box: Box) {
  const { body, small } = kit.type;
  const w = box.w - 2 * PADDING;
  const element = createPanel(kit, box, SPACE.radius, COLORS.surface);
  const provider = createText(kit, { x: PADDING, y: PADDING - 8, w, scale: body, bold: true, color: COLORS.text });
  const factsY = PADDING - 8 + body.line;
  const facts = createText(kit, { x: PADDING, y: factsY, scale: small, color: COLORS.second });
  const words = createText(kit, { w, lines: WORDS_LINES, scale: small, bold: true, color: COLORS.text });
  const bottom = box.h - PADDING + 12 - small.line;
  const asOf = createText(kit, { x: PADDING, y: bottom, scale: small, color: COLORS.second });
  const lines = createText(kit, { scale: small, color: COLORS.text });
  const step = w / BARS;
  const bars = Array.from({ length: BARS }, () => {
    const bar = kit.stage.createElement({ w: BAR_W, rect: true, color: ACCENTS.bills });
    const amount = createText(kit, { scale: small, color: COLORS.text, align: 'center' });
    const label = createText(kit, { scale: small, color: COLORS.second, align: 'center' });
    element.childList.a([bar, amount.element, label.element]);
    return { bar, amount, label };
  });
  element.childList.a([provider, facts, words, lines, asOf].map((part) => part.element));
  return {
    element,
    show(detail: BillDetail | null) {
      element.visible = detail !== null;
      if (!detail) return;
      provider.show(detail.provider);
      facts.showLines(detail.facts.slice(0, FACTS));
      const below = factsY + detail.facts.length * small.line + 12;
      words.moveTo(PADDING, below);
      const top = detail.words === '' ? below : below + words.show(detail.words) * small.line + 12;
      if (detail.words === '') words.show('');
      asOf.show(detail.asOf);
      const linesY = bottom - detail.lines.length * small.line;
      lines.showLines(detail.lines);
      lines.moveTo(PADDING, linesY);
      const base = linesY - small.line - 20;
      const highest = Math.min(HIGHEST, base - top - small.line);
      bars.forEach(({ bar, amount, label }, index) => {
        const shown = detail.bars[index];
        const middle = box.w / 2 + (index + 0.5 - detail.bars.length / 2) * step;
        const h = shown ? Math.max(LEAST, Math.round(shown.part * highest)) : 0;
        bar.patch({
          visible: shown !== undefined,
          x: middle - BAR_W / 2,
          y: base - h,
          h,
          color: shown?.paid ? COLORS.line : ACCENTS.bills,
        });
        amount.embolden(shown?.paid === false);
        amount.show(shown?.amount ?? '');
        amount.moveTo(middle, base - h - small.line);
        label.show(shown?.label ?? '');
        label.moveTo(middle, base + 4);
      });
    },
  };
}
