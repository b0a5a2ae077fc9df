// The digit that opens a card, on a cap like the remote's own key.
import { COLORS } from '../theme/colors.ts';
import type { Card } from './card.ts';
import type { Kit } from './kit.ts';
import { createPanel } from './panel.ts';
import { createText } from './text.ts';

const RADIUS = 14;

export interface DigitCap {
  /** Null takes the cap away. */
  show(digit: string | null): void;
}

/** A square with its top left corner at `x`, `y` of the card. */
export function addDigitCap(kit: Kit, card: Card, at: { x: number; y: number; size: number }): DigitCap {
  const { small } = kit.type;
  const { x, y, size } = at;
  const cap = createPanel(kit, { x, y, w: size, h: size }, RADIUS, COLORS.raised);
  card.add({ element: cap, tint: (color) => cap.patch({ color }) }, () => COLORS.raised, COLORS.focusRing);
  const text = card.add(
    createText(kit, {
      x: x + size / 2,
      y: y + (size - small.line) / 2,
      scale: small,
      bold: true,
      color: COLORS.text,
      align: 'center',
    }),
    () => COLORS.text,
  );
  return {
    show(digit) {
      cap.visible = digit !== null;
      text.show(digit ?? '');
    },
  };
}
