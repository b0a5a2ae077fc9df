// A row of the notice list: its digit, its kind, title, source and date, and whether it was read.
import type { NoticeRow } from '../../navigation/frames/notices.ts';
import { SCREEN_TEXTS } from '../../texts/screen.zh-CN.ts';
import { ACCENTS, COLORS } from '../../theme/colors.ts';
import { createBadge } from '../../ui/badge.ts';
import { type Card, createCard } from '../../ui/card.ts';
import { createIcon } from '../../ui/icon.ts';
import type { Box, Kit } from '../../ui/kit.ts';
import { createPanel } from '../../ui/panel.ts';
import { createText } from '../../ui/text.ts';

const PADDING = 28;
const CAP = 56;
const ICON = 60;
const BADGE_ROOM = 170;

export interface Row extends Card {
  show(row: NoticeRow | null): void;
}

export function createRow(kit: Kit, box: Box, number: number): Row {
  const { body, small } = kit.type;
  const card = createCard(kit, box);
  const middle = box.h / 2;
  const cap = createPanel(kit, { x: PADDING, y: middle - CAP / 2, w: CAP, h: CAP }, 14, COLORS.raised);
  card.add({ element: cap, tint: (color) => cap.patch({ color }) }, () => COLORS.raised, COLORS.focusRing);
  const digit = card.add(
    createText(kit, {
      x: PADDING + CAP / 2,
      y: middle - small.line / 2,
      scale: small,
      bold: true,
      color: COLORS.text,
      align: 'center',
    }),
    () => COLORS.text,
  );
  digit.show(String(number));
  const iconX = PADDING + CAP + 28;
  let accent: number = COLORS.text;
  const icon = card.add(createIcon(kit, iconX, middle - ICON / 2, ICON, COLORS.text), () => accent);
  const x = iconX + ICON + 28;
  const w = box.w - x - PADDING - BADGE_ROOM;
  const top = (box.h - body.line - small.line) / 2;
  const title = card.add(createText(kit, { x, y: top, w, scale: body, color: COLORS.text }), () => COLORS.text);
  const meta = card.add(
    createText(kit, { x, y: top + body.line, w, scale: small, color: COLORS.second }),
    () => COLORS.second,
    COLORS.focusSecond,
  );
  const badge = card.add(createBadge(kit, { right: box.w - PADDING, middle }), () => COLORS.raised, COLORS.focusRing);
  return {
    ...card,
    show(row) {
      card.element.visible = row !== null;
      if (!row) return;
      accent = ACCENTS[row.category];
      icon.show(row.category);
      title.embolden(row.unread);
      title.show(row.title);
      meta.show(row.meta);
      badge.show(row.unread ? SCREEN_TEXTS.unread : row.pinned ? SCREEN_TEXTS.pinned : '');
    },
  };
}
