// The large card of the home screen: today's pinned or newest notice with its first lines.
import type { HomeModel } from '../../navigation/frames/notices.ts';
import { SCREEN_TEXTS } from '../../texts/screen.zh-CN.ts';
import { TEXTS } from '../../texts/zh-CN.ts';
import { ACCENTS, COLORS } from '../../theme/colors.ts';
import { SPACE } from '../../theme/theme.ts';
import { createBadge } from '../../ui/badge.ts';
import { createIcon } from '../../ui/icon.ts';
import type { Box, Element, Kit, Spot } from '../../ui/kit.ts';
import { createPanel } from '../../ui/panel.ts';
import { createText } from '../../ui/text.ts';
import { HERO_PADDING as PADDING } from './layout.ts';

const ICON = 56;
const BUTTON = { w: 190, h: 60 };

export interface Hero {
  readonly element: Element;
  readonly spot: Spot;
  show(hero: NonNullable<HomeModel['hero']>): void;
  light(on: boolean): void;
}

/** So large a card all in lamp colour would be a glare: it grows lighter, and a button on it takes the colour. */
export function createHero(kit: Kit, box: Box): Hero {
  const { title: large, body, small } = kit.type;
  const card = createPanel(kit, box, SPACE.radius, COLORS.surface);
  const w = box.w - 2 * PADDING;
  const titleY = PADDING + ICON + 12;
  const metaY = box.h - 30 - small.line;
  const icon = createIcon(kit, PADDING, PADDING, ICON, COLORS.text);
  const kind = createText(kit, {
    x: PADDING + ICON + 20,
    y: PADDING + (ICON - small.line) / 2,
    scale: small,
    color: COLORS.text,
  });
  const badge = createBadge(kit, { right: box.w - PADDING, middle: PADDING + ICON / 2 });
  const title = createText(kit, { x: PADDING, y: titleY, w, lines: 2, scale: large, bold: true, color: COLORS.text });
  const start = createText(kit, { x: PADDING, scale: body, color: COLORS.second });
  const meta = createText(kit, {
    x: PADDING,
    y: metaY,
    w: w - BUTTON.w - 24,
    scale: small,
    color: COLORS.second,
  });
  const button = createPanel(
    kit,
    { x: box.w - 28 - BUTTON.w, y: box.h - 24 - BUTTON.h, ...BUTTON },
    SPACE.radius,
    COLORS.focus,
  );
  const open = createText(kit, {
    x: BUTTON.w / 2,
    y: (BUTTON.h - small.line) / 2,
    scale: small,
    bold: true,
    color: COLORS.focusText,
    align: 'center',
  });
  open.show(TEXTS.hints.open);
  button.childList.a(open.element);
  card.childList.a([icon, kind, badge, title, start, meta].map((part) => part.element));
  card.childList.a(button);
  return {
    element: card,
    spot: { ...box, radius: SPACE.radius },
    show(hero) {
      icon.show(hero.category);
      icon.tint(ACCENTS[hero.category]);
      kind.show(TEXTS.category[hero.category]);
      badge.show(hero.unread ? SCREEN_TEXTS.unread : hero.pinned ? SCREEN_TEXTS.pinned : '');
      const lines = title.show(hero.title);
      const top = titleY + lines * large.line + 4;
      // Under a title of two lines a low card has no room for more.
      const room = Math.floor((metaY - top) / body.line);
      start.moveTo(PADDING, top);
      start.showLines(hero.lines.slice(0, room));
      meta.show(hero.meta);
    },
    light(on) {
      card.patch({ color: on ? COLORS.raised : COLORS.surface });
      badge.tint(on ? COLORS.surface : COLORS.raised);
      button.visible = on;
    },
  };
}
