// List: a page of at most five notices, one of them chosen.
import type { ListModel } from '../../navigation/frames/notices.ts';
import { SPACE } from '../../theme/theme.ts';
import type { Kit, View } from '../../ui/kit.ts';
import { createRow } from './row.ts';

const ROWS = 5;
const ROW = { h: 140, gap: 20 };

export function createList(kit: Kit): View<ListModel> {
  const { safe, content } = SPACE;
  const rows = Array.from({ length: ROWS }, (_, index) =>
    createRow(kit, { x: safe.left, y: content.y + index * (ROW.h + ROW.gap), w: safe.w, h: ROW.h }, index + 1),
  );
  const element = kit.stage.createElement({});
  element.childList.a(rows.map((row) => row.element));
  return {
    element,
    draw(model) {
      rows.forEach((row, index) => {
        row.show(model.rows[index] ?? null);
        row.light(index === model.focus);
      });
      return rows[model.focus]?.spot ?? null;
    },
  };
}
