// Pinned notices along the bottom of the home screen: they run, or change in place where motion is off or too dear.
import { breakLines } from '../../domain/text/lines.ts';
import { UNHURRIED_CHARS_PER_MINUTE } from '../../domain/text/reading-time.ts';
import { ACCENTS, COLORS } from '../theme/colors.ts';
import { MOTION } from '../theme/theme.ts';
import { createIcon } from './icon.ts';
import { type Box, type Element, glide, type Kit } from './kit.ts';
import { createText, widthAt } from './text.ts';

/** How long a text stands where it does not run. */
const STAY_MS = 8000;
const ICON_ROOM = 64;

export interface Ticker {
  readonly element: Element;
  /** Empty: nothing runs and nothing wakes the box. */
  show(texts: readonly string[], motion: boolean): void;
}

export function createTicker(kit: Kit, box: Box): Ticker {
  const { small } = kit.type;
  const room = box.w - ICON_ROOM;
  const text = createText(kit, { y: (box.h - small.line) / 2, scale: small, color: COLORS.text });
  const window = kit.stage.createElement({ x: ICON_ROOM, w: room, h: box.h, clipping: true });
  window.childList.a(text.element);
  const icon = createIcon(kit, 0, (box.h - 44) / 2, 44, ACCENTS.general);
  const element = kit.stage.createElement({ x: box.x, y: box.y, visible: false });
  element.childList.a([icon.element, window]);
  icon.show('general');

  let shown = '';
  let cancel = (): void => {};
  let finished = (): void => {};
  text.element.transition('x').on('finish', () => finished());

  function begin(texts: readonly string[], motion: boolean): void {
    const fits = texts.length === 1 && widthAt(texts[0] ?? '', small) <= room;
    // Without a graphics chip each step draws the whole screen again.
    if (motion && kit.stage.isWebgl() && !fits) stroll(texts, 0);
    else
      stand(
        texts.flatMap((one) => breakLines(one, room / small.size)),
        0,
        motion,
      );
  }

  function stroll(texts: readonly string[], at: number): void {
    const one = texts[at % texts.length] ?? '';
    const length = widthAt(one, small);
    text.show(one);
    text.element.patch({ x: room, alpha: 1 });
    finished = () => stroll(texts, at + 1);
    // Characters are as wide as they are high.
    const speed = (small.size * UNHURRIED_CHARS_PER_MINUTE) / 60;
    const duration = (room + length) / speed;
    text.element.setSmooth('x', -length, { duration, timingFunction: 'linear' });
  }

  function stand(texts: readonly string[], at: number, motion: boolean): void {
    text.show(texts[at % texts.length] ?? '');
    text.element.patch({ alpha: texts.length > 1 && motion ? 0 : 1 });
    glide(text.element, { alpha: 1 }, MOTION.page, motion);
    if (texts.length > 1) cancel = kit.after(STAY_MS, () => stand(texts, at + 1, motion));
  }

  return {
    element,
    show(texts, motion) {
      const key = `${motion} ${texts.join('\n')}`;
      if (key === shown) return;
      shown = key;
      cancel();
      finished = () => {};
      // A run goes on by itself and keeps the box awake; this ends it.
      glide(text.element, { x: 0 }, 0, false);
      element.visible = texts.length > 0;
      if (texts.length > 0) begin(texts, motion);
    },
  };
}
