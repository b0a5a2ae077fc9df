// An alert over everything: its colour and pattern above, what to know and do below, the keys at the bottom. Nothing moves.
import type { AlertSheet } from '../navigation/frames/alerts.ts';
import { createPage } from '../screens/reader/page.ts';
import { ALERT_TEXTS } from '../texts/alerts.zh-CN.ts';
import { ALERT_COLORS, COLORS } from '../theme/colors.ts';
import { SPACE } from '../theme/theme.ts';
import { createHintBar } from '../ui/hint-bar.ts';
import { createIcon } from '../ui/icon.ts';
import type { Element, Kit } from '../ui/kit.ts';
import { createText, widthAt } from '../ui/text.ts';
import { SHEET_TYPE } from './layout.ts';
import { createStripes } from './stripes.ts';

const { safe, screen } = SPACE;
const HEAD = { h: 314, levelY: 60, titleY: 134 } as const;
const EDGE = 26;
const ICON = 60;
const BODY_Y = HEAD.h + EDGE + 32;
const MARK = { size: 250, line: 300 };
/** Radians: uphill, from the bottom left. */
const SLANT = -0.32;
const MARKS = [
  { x: 400, y: 770 },
  { x: 960, y: 640 },
  { x: 1520, y: 510 },
];

export interface SheetView {
  readonly element: Element;
  /** `note`: a word about the last key. */
  show(sheet: AlertSheet | null, note: string | null): void;
}

export function createAlertSheet(kit: Kit): SheetView {
  const { title: large, heading, body, small } = kit.type;
  const ground = kit.stage.createElement({ ...screen, rect: true, color: COLORS.groundFrom });
  const head = kit.stage.createElement({ w: screen.w, h: HEAD.h + EDGE, rect: true });
  const stripes = createStripes(kit, { x: 0, y: HEAD.h, w: screen.w, h: EDGE }, COLORS.text);
  const foot = createStripes(kit, { x: 0, y: screen.h - EDGE, w: screen.w, h: EDGE }, COLORS.text);
  const icon = createIcon(kit, safe.left, HEAD.levelY + (body.line - ICON) / 2, ICON, COLORS.text);
  const level = createText(kit, {
    x: safe.left + ICON + 20,
    y: HEAD.levelY,
    scale: body,
    bold: true,
    color: COLORS.text,
  });
  const aside = createText(kit, {
    x: safe.right,
    y: HEAD.levelY,
    scale: body,
    bold: true,
    color: COLORS.text,
    align: 'right',
  });
  const title = (scale: typeof large) =>
    createText(kit, { x: safe.left, y: HEAD.titleY, w: safe.w, lines: 2, scale, bold: true, color: COLORS.text });
  const titles = [title(large), title(heading)] as const;
  const marks = MARKS.map(({ x, y }) => {
    const mark = createText(kit, { x, y, scale: MARK, bold: true, color: COLORS.watermark, align: 'center' });
    mark.element.patch({ mountY: 0.5, rotation: SLANT });
    mark.show(ALERT_TEXTS.rehearsal);
    return mark.element;
  });
  const page = createPage({ ...kit, type: { ...kit.type, reading: SHEET_TYPE[kit.elder ? 'elder' : 'normal'] } });
  page.element.patch({ x: safe.left, y: BODY_Y });
  const metaY = SPACE.hintBar.y - small.line - 22;
  const meta = createText(kit, { x: safe.left, y: metaY, scale: small, color: COLORS.second });
  const pages = createText(kit, { x: safe.right, y: metaY, scale: small, color: COLORS.text, align: 'right' });
  const hints = createHintBar(kit);
  const watermark = kit.stage.createElement({});
  watermark.childList.a(marks);
  const element = kit.stage.createElement({ visible: false });
  element.childList.a([ground, watermark, head, stripes, foot, icon.element, level.element, aside.element]);
  element.childList.a([...titles.map((one) => one.element), page.element, meta.element, pages.element, hints.element]);

  return {
    element,
    show(sheet, note) {
      element.visible = sheet !== null;
      if (!sheet) return;
      const { fill, text } = ALERT_COLORS[sheet.standing ? sheet.severity : 'over'];
      const { rehearsal } = sheet;
      head.patch({ color: fill });
      stripes.patch({ color: text });
      foot.patch({ color: fill });
      watermark.visible = rehearsal;
      icon.show(sheet.standing ? 'alert' : 'over');
      level.show(
        [rehearsal ? ALERT_TEXTS.rehearsal : '', sheet.level, sheet.event].filter((part) => part !== '').join(' · '),
      );
      aside.show(rehearsal ? ALERT_TEXTS.rehearsalNote : '');
      const fits = widthAt(sheet.title, large) <= 2 * safe.w - 2 * large.size;
      titles[0].show(fits ? sheet.title : '');
      titles[1].show(fits ? '' : sheet.title);
      for (const part of [icon, level, aside, ...titles]) part.tint(text);
      page.show(sheet.lines);
      meta.show([sheet.sent, sheet.until].filter((part) => part !== '').join(' · '));
      pages.show(sheet.pages > 1 ? ALERT_TEXTS.page(sheet.page, sheet.pages) : sheet.more);
      hints.show({ hints: sheet.hints, note });
    },
  };
}
