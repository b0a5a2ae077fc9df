// Guide: five tabs with their digits, a sheet with what the chosen one says, its number large beside it.
import type { GuideModel } from '../../navigation/frames/guides.ts';
import { GUIDE_TEXTS } from '../../texts/guides.zh-CN.ts';
import { SCREEN_TEXTS } from '../../texts/screen.zh-CN.ts';
import { ACCENTS, COLORS } from '../../theme/colors.ts';
import { SPACE } from '../../theme/theme.ts';
import { createCard } from '../../ui/card.ts';
import { createIcon } from '../../ui/icon.ts';
import { type Box, type Kit, snap, type View } from '../../ui/kit.ts';
import { createPanel } from '../../ui/panel.ts';
import { createProgress } from '../../ui/progress.ts';
import { createText, widthAt } from '../../ui/text.ts';
import { createPage } from '../reader/page.ts';
import { GUIDE_PAGE, SHEET, SIDE, TABS } from './layout.ts';

const CAP = 44;
const STAR = 44;

export function createGuide(kit: Kit): View<GuideModel> {
  const { title: large, body, small } = kit.type;
  const tabs = createTabs(kit);
  const sheet = createPanel(kit, SHEET, SPACE.radius, COLORS.surface);
  const page = createPage(kit, kit.elder ? GUIDE_PAGE.elder : GUIDE_PAGE.normal);
  page.element.patch({ x: snap(kit, (SHEET.w - page.w) / 2), y: snap(kit, (SHEET.h - page.h) / 2) });
  sheet.childList.a(page.element);

  const label = createText(kit, { x: SIDE.x, y: SIDE.y + 4, scale: small, color: COLORS.second });
  label.show(GUIDE_TEXTS.number);
  const number = createText(kit, {
    x: SIDE.x,
    y: SIDE.y + 4 + small.line,
    scale: large,
    bold: true,
    color: COLORS.text,
  });
  const starY = SIDE.y + small.line + large.line + 28;
  const star = createIcon(kit, SIDE.x, starY + (small.line - STAR) / 2, STAR, ACCENTS.policy);
  const kept = createText(kit, { x: SIDE.x + STAR + 16, y: starY, scale: small, color: COLORS.text });
  const note = createText(kit, {
    x: SIDE.x,
    y: starY + small.line + 28,
    w: SIDE.w,
    lines: 2,
    scale: small,
    color: COLORS.second,
  });
  const state = createText(kit, {
    x: SIDE.x,
    y: starY + 3 * small.line + 48,
    w: SIDE.w,
    lines: 3,
    scale: small,
    color: COLORS.text,
  });
  const bottom = SHEET.y + SHEET.h - 8;
  const checked = createText(kit, { x: SIDE.x, y: bottom - small.line, scale: small, color: COLORS.second });
  const paged = createText(kit, { x: SIDE.x, y: bottom - 2 * small.line - 16, scale: body, color: COLORS.text });
  const progress = createProgress(kit, { x: SIDE.x, y: bottom - 2 * small.line - 44, w: SIDE.w, h: 10 });

  const element = kit.stage.createElement({});
  element.childList.a([tabs.element, sheet]);
  element.childList.a([label, number, star, kept, note, state, checked, paged, progress].map((part) => part.element));
  let shown: GuideModel['lines'] | null = null;
  return {
    element,
    draw(model, frame) {
      number.show(model.number);
      star.show(model.favourite ? 'handy' : null);
      kept.show(model.favourite ? GUIDE_TEXTS.favourite : '');
      note.show(model.unverified ?? '');
      state.show(frame.chrome.status?.text ?? '');
      checked.show(model.checked);
      const several = model.pages > 1;
      paged.show(several ? SCREEN_TEXTS.pageOf(model.page, model.pages) : '');
      progress.element.visible = several;
      progress.show(model.page / model.pages, frame.motion);
      if (model.lines !== shown) page.show(model.lines);
      shown = model.lines;
      return tabs.show(model);
    },
  };
}

/** The chosen tab is where the resident is: it has the focus. */
function createTabs(kit: Kit) {
  const element = kit.stage.createElement({});
  const { small } = kit.type;
  const widths = GUIDE_TEXTS.tabs.map((label) => widthAt(label, small) + CAP + 56);
  const spare = (TABS.w - widths.reduce((sum, w) => sum + w, 0) - (widths.length - 1) * TABS.gap) / widths.length;
  let x: number = TABS.x;
  const tabs = widths.map((width, index) => {
    const box = { x, y: TABS.y, w: width + spare, h: TABS.h };
    x += box.w + TABS.gap;
    return createTab(kit, box, index);
  });
  element.childList.a(tabs.map((tab) => tab.element));
  return {
    element,
    show(model: GuideModel) {
      tabs.forEach((tab, index) => {
        tab.show(model.tabs[index] ?? '');
        tab.light(index === model.tab);
      });
      return tabs[model.tab]?.spot ?? null;
    },
  };
}

function createTab(kit: Kit, box: Box, index: number) {
  const { small } = kit.type;
  const card = createCard(kit, box);
  const middle = box.h / 2;
  const cap = createPanel(kit, { x: 18, y: middle - CAP / 2, w: CAP, h: CAP }, 12, COLORS.raised);
  card.add({ element: cap, tint: (color) => cap.patch({ color }) }, () => COLORS.raised, COLORS.focusRing);
  const y = middle - small.line / 2;
  const digit = card.add(
    createText(kit, { x: 18 + CAP / 2, y, scale: small, bold: true, color: COLORS.text, align: 'center' }),
    () => COLORS.text,
  );
  digit.show(String(index + 1));
  const label = card.add(
    createText(kit, { x: (box.w + 18 + CAP) / 2, y, scale: small, bold: true, color: COLORS.text, align: 'center' }),
    () => COLORS.text,
  );
  return { ...card, show: (text: string) => void label.show(text) };
}
