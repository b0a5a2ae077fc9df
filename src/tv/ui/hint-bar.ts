// The bottom line: which key does what here, and at its right end a word about the last key press.
import type { Chrome, Hint } from '../navigation/frame.ts';
import { COLORS } from '../theme/colors.ts';
import { SPACE } from '../theme/theme.ts';
import { capHeight, createKeyCap } from './key-cap.ts';
import type { Element, Kit } from './kit.ts';
import { createText, widthAt } from './text.ts';

const GAP = { label: 14, hint: 44 };

export interface HintBar {
  readonly element: Element;
  show(chrome: Pick<Chrome, 'hints' | 'note'>): void;
}

export function createHintBar(kit: Kit): HintBar {
  const { safe, hintBar } = SPACE;
  const hints = kit.stage.createElement({ x: safe.left, y: hintBar.y });
  const note = createText(kit, {
    x: safe.right,
    y: hintBar.y + (hintBar.h - kit.type.small.line) / 2,
    scale: kit.type.small,
    color: COLORS.text,
    align: 'right',
  });
  const element = kit.stage.createElement({});
  element.childList.a([hints, note.element]);
  let shown = '';
  let placed: readonly Placed[] = [];
  return {
    element,
    show(chrome) {
      const key = JSON.stringify(chrome.hints);
      if (key !== shown) placed = fill(kit, hints, chrome.hints);
      shown = key;
      note.show(chrome.note ?? '');
      // What was just pressed is answered before what might be pressed: the last hints give way to a long sentence.
      const room = chrome.note === null ? safe.w : safe.w - widthAt(chrome.note, kit.type.small) - GAP.hint;
      for (const { parts, right } of placed) for (const part of parts) part.visible = right <= room;
    },
  };
}

interface Placed {
  readonly parts: readonly Element[];
  /** Where it ends. */
  readonly right: number;
}

function fill(kit: Kit, bar: Element, hints: readonly Hint[]): readonly Placed[] {
  bar.childList.clear();
  const placed: Placed[] = [];
  const y = (SPACE.hintBar.h - capHeight(kit)) / 2;
  let x = 0;
  for (const hint of hints) {
    const cap = createKeyCap(kit, hint.key, x, y);
    x += cap.w + GAP.label;
    const label = createText(kit, { x, y: y + 3, scale: kit.type.small, color: COLORS.second });
    label.show(hint.label);
    const parts = [cap.element, label.element];
    placed.push({ parts, right: x + widthAt(hint.label, kit.type.small) });
    x += widthAt(hint.label, kit.type.small) + GAP.hint;
    bar.childList.a(parts);
  }
  return placed;
}
