// The band across the top of the home screen: one line that nobody should miss.
import type { NoticeRow } from '../../navigation/frames/notices.ts';
import { SCREEN_TEXTS } from '../../texts/screen.zh-CN.ts';
import { ACCENTS, COLORS } from '../../theme/colors.ts';
import { SPACE } from '../../theme/theme.ts';
import { type Card, createCard } from '../../ui/card.ts';
import { createIcon } from '../../ui/icon.ts';
import type { Box, Kit } from '../../ui/kit.ts';
import { createText, widthAt } from '../../ui/text.ts';

const PADDING = 28;
const ICON = 56;

export interface Banner extends Card {
  show(row: NoticeRow): void;
}

export function createBanner(kit: Kit, box: Box): Banner {
  const { body, small } = kit.type;
  const card = createCard(kit, box, SPACE.radius, COLORS.raised);
  const x = PADDING + ICON + 24;
  const badgeW = widthAt(SCREEN_TEXTS.unread, small) + PADDING;
  let accent: number = COLORS.text;
  const icon = card.add(createIcon(kit, PADDING, (box.h - ICON) / 2, ICON, COLORS.text), () => accent);
  const title = card.add(
    createText(kit, {
      x,
      y: (box.h - body.line) / 2,
      w: box.w - x - PADDING - badgeW,
      scale: body,
      bold: true,
      color: COLORS.text,
    }),
    () => COLORS.text,
  );
  const unread = card.add(
    createText(kit, {
      x: box.w - PADDING,
      y: (box.h - small.line) / 2,
      scale: small,
      color: COLORS.second,
      align: 'right',
    }),
    () => COLORS.second,
    COLORS.focusSecond,
  );
  return {
    ...card,
    show(row) {
      accent = ACCENTS[row.category];
      icon.show(row.category);
      title.show(row.title);
      unread.show(row.unread ? SCREEN_TEXTS.unread : '');
    },
  };
}
