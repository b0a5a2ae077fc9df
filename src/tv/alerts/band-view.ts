// An alert above the screen: a strip of its colour with its title and the key that opens it. It covers nothing, for the
// screen below is made smaller; what is too long for one line changes in place.
import { breakLines } from '../../domain/text/lines.ts';
import type { AlertBand } from '../navigation/frames/alerts.ts';
import { ALERT_TEXTS } from '../texts/alerts.zh-CN.ts';
import { ALERT_COLORS, COLORS } from '../theme/colors.ts';
import { SPACE } from '../theme/theme.ts';
import { createIcon } from '../ui/icon.ts';
import { capHeight, createWordCap } from '../ui/key-cap.ts';
import type { Element, Kit } from '../ui/kit.ts';
import { createText, widthAt } from '../ui/text.ts';
import { createStripes } from './stripes.ts';

const { safe, screen } = SPACE;
const TOP = 52;
const EDGE = 12;
const ICON = 52;
const GAP = 24;
/** How long a piece of a long text stands. */
const STAY_MS = 6_000;

export interface BandView {
  readonly element: Element;
  /** Height that is taken from the screen below, px; 0 where there is no band. */
  show(band: AlertBand | null): number;
}

export function createAlertBand(kit: Kit): BandView {
  const { body, small } = kit.type;
  const element = kit.stage.createElement({ visible: false });
  const ground = kit.stage.createElement({ w: screen.w, rect: true });
  const stripes = createStripes(kit, { x: 0, y: 0, w: screen.w, h: EDGE }, COLORS.text);
  const icon = createIcon(kit, safe.left, 0, ICON, COLORS.text);
  const level = createText(kit, { scale: body, bold: true, color: COLORS.text });
  const [wide, slim] = [body, small].map((scale) => createText(kit, { scale, color: COLORS.text })) as [
    ReturnType<typeof createText>,
    ReturnType<typeof createText>,
  ];
  const capOf = (word: string) => createWordCap(kit, word, 0, 0, { fill: COLORS.groundFrom, text: COLORS.text });
  const caps = { both: capOf(ALERT_TEXTS.keys.both), red: capOf(ALERT_TEXTS.keys.red) };
  const see = createText(kit, { x: safe.right, scale: small, bold: true, color: COLORS.text, align: 'right' });
  element.childList.a(
    [ground, stripes, icon, level, wide, slim, caps.both, caps.red, see].map((part) =>
      'element' in part ? part.element : part,
    ),
  );
  let shown = '';
  let cancel = (): void => undefined;

  function place(band: AlertBand): number {
    const scale = band.line ? small : body;
    const height = TOP + scale.line + 14 + EDGE;
    const { fill, text: ink } = ALERT_COLORS[band.standing ? band.severity : 'over'];
    const middle = TOP + scale.line / 2;
    ground.patch({ h: height, color: fill });
    stripes.patch({ y: height - EDGE, color: ink });
    icon.element.patch({ y: middle - ICON / 2 });
    icon.show(band.standing ? 'alert' : 'over');
    const told = ALERT_TEXTS.hints.see + (band.others > 0 ? ALERT_TEXTS.others(band.others + 1) : '');
    see.moveTo(safe.right, middle - small.line / 2);
    see.show(told);
    const cap = band.eight ? caps.both : caps.red;
    caps.both.element.visible = band.eight;
    caps.red.element.visible = !band.eight;
    const capX = safe.right - widthAt(told, small) - cap.w - 12;
    cap.element.patch({ x: capX, y: middle - capHeight(kit) / 2 });
    const from = safe.left + ICON + GAP;
    level.moveTo(from, middle - body.line / 2);
    level.show(band.line ? '' : band.level);
    const x = band.line ? from : from + widthAt(band.level, body) + GAP;
    const text = band.line ? slim : wide;
    (band.line ? wide : slim).show('');
    for (const part of [icon, level, text, see]) part.tint(ink);
    text.moveTo(x, TOP);
    const pieces = band.texts.flatMap((one) => breakLines(one, (capX - GAP - x) / scale.size));
    stand(text, pieces, 0);
    return height;
  }

  function stand(text: typeof wide, pieces: readonly string[], at: number): void {
    text.show(pieces[at % pieces.length] ?? '');
    if (pieces.length > 1) cancel = kit.after(STAY_MS, () => stand(text, pieces, at + 1));
  }

  let height = 0;
  return {
    element,
    show(band) {
      const key = JSON.stringify(band);
      if (key === shown) return height;
      shown = key;
      cancel();
      cancel = () => undefined;
      element.visible = band !== null;
      height = band ? place(band) : 0;
      return height;
    },
  };
}
