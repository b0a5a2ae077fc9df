// A sheet with one page of a notice; beside it what it is, from whom, and how far one has come.
import type { NoticeCategory } from '../../../contract/notices.ts';
import { ellipsize } from '../../../domain/text/lines.ts';
import type { Line } from '../../../domain/text/paginate.ts';
import { SCREEN_TEXTS } from '../../texts/screen.zh-CN.ts';
import { TEXTS } from '../../texts/zh-CN.ts';
import { ACCENTS, COLORS } from '../../theme/colors.ts';
import { MOTION, SPACE } from '../../theme/theme.ts';
import { createIcon } from '../../ui/icon.ts';
import { type Element, glide, type Kit, snap } from '../../ui/kit.ts';
import { createPanel } from '../../ui/panel.ts';
import { createProgress } from '../../ui/progress.ts';
import { createText } from '../../ui/text.ts';
import { SHEET, SIDE } from './layout.ts';
import { createPage } from './page.ts';

const { content } = SPACE;
const TOP = SHEET.y;
const ICON = 72;
/** How far a page comes from when it is turned, px. */
const SLIDE = 72;
/** Of the source's name; the date has its own. */
const META_LINES = 3;

interface Shown {
  readonly id: string;
  readonly category: NoticeCategory;
  readonly meta: string;
  readonly page: number;
  readonly pages: number;
  readonly lines: readonly Line[];
}

export interface Sheet {
  readonly element: Element;
  /** @param aside a few words beside the page */
  show(model: Shown, aside: string, motion: boolean): void;
}

export function createSheet(kit: Kit): Sheet {
  const { body, small, title: large } = kit.type;
  const sheet = createPanel(kit, SHEET, SPACE.radius, COLORS.surface);
  const page = createPage(kit);
  const home = { x: snap(kit, (SHEET.w - page.w) / 2), y: snap(kit, (SHEET.h - page.h) / 2) };
  page.element.patch(home);
  sheet.childList.a(page.element);

  const icon = createIcon(kit, SIDE.x, TOP + 8, ICON, COLORS.text);
  const kind = createText(kit, {
    x: SIDE.x + ICON + 20,
    y: TOP + 8 + (ICON - body.line) / 2,
    scale: body,
    color: COLORS.text,
  });
  const meta = createText(kit, {
    x: SIDE.x,
    y: TOP + ICON + 36,
    scale: small,
    color: COLORS.second,
  });
  const beside = createText(kit, {
    x: SIDE.x,
    y: TOP + ICON + 36 + 5 * small.line,
    w: SIDE.w,
    lines: 4,
    scale: small,
    color: COLORS.text,
  });
  const bottom = content.bottom - 12;
  const pages = createText(kit, { x: SIDE.x, y: bottom - small.line, scale: small, color: COLORS.second });
  const progress = createProgress(kit, { x: SIDE.x, y: bottom - small.line - 36, w: SIDE.w, h: 10 });
  const number = createText(kit, {
    x: SIDE.x,
    y: bottom - small.line - 52 - large.line,
    scale: large,
    bold: true,
    color: COLORS.focus,
  });

  const element = kit.stage.createElement({});
  element.childList.a([sheet, ...[icon, kind, meta, beside, pages, progress, number].map((part) => part.element)]);
  let shown: Shown | null = null;
  return {
    element,
    show(model, aside, motion) {
      icon.show(model.category);
      icon.tint(ACCENTS[model.category]);
      kind.show(TEXTS.category[model.category]);
      meta.showLines(source(model.meta, SIDE.w / small.size));
      beside.show(aside);
      number.show(SCREEN_TEXTS.page(model.page));
      pages.show(SCREEN_TEXTS.pages(model.pages));
      progress.show(model.page / model.pages, motion);
      if (model.lines !== shown?.lines) page.show(model.lines);
      const turned = shown?.id === model.id ? Math.sign(model.page - shown.page) : 0;
      if (turned !== 0) slide(page.element, home.x, turned, motion);
      shown = model;
    },
  };
}

/** 周村区自来水公司 · 11月23日: each part begins a line of its own. */
const source = (meta: string, cells: number): string[] =>
  meta.split(' · ').flatMap((part) => ellipsize(part, cells, META_LINES));

function slide(page: Element, x: number, from: number, motion: boolean): void {
  if (motion) page.patch({ x: x + from * SLIDE, alpha: 0 });
  glide(page, { x, alpha: 1 }, MOTION.page, motion);
}
