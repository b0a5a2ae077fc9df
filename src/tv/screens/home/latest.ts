// A row of the newest notices on the home screen: its kind, its title in two lines.
import type { NoticeRow } from '../../navigation/frames/notices.ts';
import { ACCENTS, COLORS } from '../../theme/colors.ts';
import { type Card, createCard } from '../../ui/card.ts';
import { createIcon } from '../../ui/icon.ts';
import type { Box, Kit } from '../../ui/kit.ts';
import { createPanel } from '../../ui/panel.ts';
import { createText } from '../../ui/text.ts';

const PADDING = 28;
const ICON = 56;
const DOT = 18;
const ABSENT = 0.35;

export interface Latest extends Card {
  show(row: NoticeRow | null): void;
}

export function createLatest(kit: Kit, box: Box): Latest {
  const { body } = kit.type;
  const card = createCard(kit, box);
  const x = PADDING + ICON + 24;
  let accent: number = COLORS.text;
  const icon = card.add(createIcon(kit, PADDING, (box.h - ICON) / 2, ICON, COLORS.text), () => accent);
  const title = card.add(
    createText(kit, { x, w: box.w - x - PADDING, lines: 2, scale: body, color: COLORS.text }),
    () => COLORS.text,
  );
  const element = createPanel(
    kit,
    { x: PADDING + ICON - 8, y: (box.h - ICON) / 2 - 4, w: DOT, h: DOT },
    DOT / 2,
    COLORS.text,
  );
  const dot = card.add({ element, tint: (color: number) => element.patch({ color }) }, () => COLORS.text);
  return {
    ...card,
    show(row) {
      // Where there is no notice, the place is kept.
      card.element.alpha = row ? 1 : ABSENT;
      icon.show(row?.category ?? null);
      dot.element.visible = row?.unread ?? false;
      if (!row) {
        title.show('');
        return;
      }
      accent = ACCENTS[row.category];
      title.embolden(row.unread);
      const lines = title.show(row.title);
      title.moveTo(x, (box.h - lines * body.line) / 2);
    },
  };
}
