// A key of the remote as it is drawn beside what it does: a word, arrows, or the key's own colour with its name.
import type { Hint } from '../navigation/frame.ts';
import { KEY_CAPS } from '../texts/screen.zh-CN.ts';
import { COLORS, KEY_COLORS } from '../theme/colors.ts';
import { createIcon } from './icon.ts';
import type { Element, Kit } from './kit.ts';
import { createPanel } from './panel.ts';
import { createText, widthAt } from './text.ts';

const PADDING = 16;
const RADIUS = 12;

export interface KeyCap {
  readonly element: Element;
  readonly w: number;
}

/** The height of every cap, px. */
export const capHeight = (kit: Kit): number => kit.type.small.line + 6;

export function createKeyCap(kit: Kit, key: Hint['key'], x: number, y: number): KeyCap {
  if (key === 'arrows' || key === 'upDown' || key === 'left' || key === 'leftRight') {
    const h = capHeight(kit);
    const cap = createPanel(kit, { x, y, w: h + 12, h }, RADIUS, COLORS.raised);
    const size = h - 12;
    const icon = createIcon(kit, (h + 12 - size) / 2, 6, size, COLORS.text);
    icon.show(key);
    cap.childList.a(icon.element);
    return { element: cap, w: h + 12 };
  }
  return key === 'red' || key === 'green' || key === 'yellow' || key === 'blue'
    ? createWordCap(kit, KEY_CAPS[key], x, y, KEY_COLORS[key])
    : createWordCap(kit, KEY_CAPS[key], x, y);
}

/** A cap with any word on it. */
export function createWordCap(
  kit: Kit,
  word: string,
  x: number,
  y: number,
  { fill, text }: { readonly fill: number; readonly text: number } = { fill: COLORS.raised, text: COLORS.text },
): KeyCap {
  const h = capHeight(kit);
  const w = Math.max(h, widthAt(word, kit.type.small) + 2 * PADDING);
  const element = createPanel(kit, { x, y, w, h }, RADIUS, fill);
  const label = createText(kit, { x: w / 2, y: 3, scale: kit.type.small, bold: true, color: text, align: 'center' });
  label.show(word);
  element.childList.a(label.element);
  return { element, w };
}
