// A small pill with a word: 没看, 置顶, 3 条没看.
import { COLORS } from '../theme/colors.ts';
import { type Element, type Kit, snap } from './kit.ts';
import { createPanel } from './panel.ts';
import { createText, widthAt } from './text.ts';

const PADDING = 18;

export interface Badge {
  readonly element: Element;
  /** An empty word takes the pill away. */
  show(word: string): void;
  /** The pill's colour; a badge in the lamp's light wears the light's own. */
  tint(color: number): void;
}

/** Stands with its right edge at `right`, its middle at the height `middle`. */
export function createBadge(kit: Kit, at: { readonly right: number; readonly middle: number }): Badge {
  const { small } = kit.type;
  const h = small.line;
  const element = kit.stage.createElement({
    x: snap(kit, at.right),
    y: snap(kit, at.middle - h / 2),
    visible: false,
  });
  const text = createText(kit, { x: -PADDING, y: 0, scale: small, color: COLORS.text, align: 'right' });
  let pill: Element | null = null;
  let shown = '';
  let color: number = COLORS.raised;
  element.childList.a(text.element);
  return {
    element,
    show(word) {
      element.visible = word !== '';
      if (word === '' || word === shown) return;
      shown = word;
      text.show(word);
      if (pill) element.childList.remove(pill);
      const w = widthAt(word, small) + 2 * PADDING;
      pill = createPanel(kit, { x: -w, y: 0, w, h }, h / 2, color);
      element.childList.addAt(pill, 0);
    },
    tint(wanted) {
      color = wanted;
      pill?.patch({ color });
      text.tint(color === COLORS.focusRing ? COLORS.focusText : COLORS.text);
    },
  };
}
