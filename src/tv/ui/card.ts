// A card: a rounded panel with texts and icons on it, which all change their colour with the focus.
import { COLORS } from '../theme/colors.ts';
import { SPACE } from '../theme/theme.ts';
import type { Box, Element, Kit, Spot } from './kit.ts';
import { createPanel } from './panel.ts';

/** Whatever can be tinted: a text, an icon. */
interface Inked {
  readonly element: Element;
  tint(color: number): void;
}

export interface Card {
  readonly element: Element;
  readonly spot: Spot;
  /** Puts something on the card; it turns dark, or `lit`, while the card is lit. */
  add<T extends Inked>(thing: T, color: () => number, lit?: number): T;
  light(on: boolean): void;
}

export function createCard(kit: Kit, box: Box, radius: number = SPACE.radius, fill: number = COLORS.surface): Card {
  const element = createPanel(kit, box, radius, fill);
  const inks: ((on: boolean) => void)[] = [];
  return {
    element,
    spot: { ...box, radius },
    add(thing, color, lit = COLORS.focusText) {
      element.childList.a(thing.element);
      inks.push((on) => thing.tint(on ? lit : color()));
      return thing;
    },
    light(on) {
      element.patch({ color: on ? COLORS.focus : fill });
      for (const ink of inks) ink(on);
    },
  };
}
