// What every overlay stands on: the screen goes dark behind a sheet with a title; the hints stay bright.
import { COLORS } from '../theme/colors.ts';
import { SPACE } from '../theme/theme.ts';
import type { Element, Kit, Spot } from '../ui/kit.ts';
import { createPanel } from '../ui/panel.ts';
import { createText } from '../ui/text.ts';

const W = 1240;
const PADDING = 64;

export interface Sheet {
  readonly element: Element;
  /** Where the content is: its left edge and width on the sheet, and the sheet's place on the screen. */
  readonly spot: Spot;
  readonly x: number;
  readonly y: number;
  readonly w: number;
  title(text: string): void;
  add(...elements: readonly Element[]): void;
}

/** @param content height of what stands below the title, px */
export function createSheet(kit: Kit, content: number): Sheet {
  const { title: large } = kit.type;
  const { screen, topBar, hintBar, radius } = SPACE;
  const h = PADDING + large.line + 28 + content + PADDING - 12;
  const box = { x: (screen.w - W) / 2, y: Math.round((topBar.y + hintBar.y - h) / 2), w: W, h };
  const element = kit.stage.createElement({});
  const veil = kit.stage.createElement({ ...SPACE.beyond, rect: true, color: COLORS.veil });
  const panel = createPanel(kit, box, radius, COLORS.surface);
  const title = createText(kit, { x: PADDING, y: PADDING - 12, scale: large, bold: true, color: COLORS.text });
  panel.childList.a(title.element);
  element.childList.a([veil, panel]);
  return {
    element,
    spot: { ...box, radius },
    x: PADDING,
    y: PADDING - 12 + large.line + 28,
    w: W - 2 * PADDING,
    title: (text) => void title.show(text),
    add: (...elements) => void panel.childList.a([...elements]),
  };
}
