// Review: what was answered on the left in large type, what to do with it on the right.
import type { ReportReviewModel } from '../../navigation/frames/requests.ts';
import { ACCENTS, COLORS } from '../../theme/colors.ts';
import { SPACE } from '../../theme/theme.ts';
import { createCard } from '../../ui/card.ts';
import { createIcon } from '../../ui/icon.ts';
import type { Box, Kit, View } from '../../ui/kit.ts';
import { createText } from '../../ui/text.ts';

const { safe, content, gutter } = SPACE;
const ROWS = 5;
const TOP = content.y + 8;
const ROW_W = 1180;
const ROW_H = (content.bottom - TOP - (ROWS - 1) * gutter) / ROWS;
const ACTIONS = 3;
const ACTION_X = safe.left + ROW_W + gutter + 8;
const PADDING = 32;
const ICON = 64;
const PUBLISHED_LINES = 4;

export function createReportReview(kit: Kit): View<ReportReviewModel> {
  const rows = Array.from({ length: ROWS }, (_, index) =>
    createRow(kit, { x: safe.left, y: TOP + index * (ROW_H + gutter), w: ROW_W, h: ROW_H }),
  );
  const actions = Array.from({ length: ACTIONS }, (_, index) =>
    createAction(kit, { x: ACTION_X, y: TOP + index * (ROW_H + gutter), w: safe.right - ACTION_X, h: ROW_H }),
  );
  const published = createText(kit, {
    ...{ x: ACTION_X, y: TOP + ACTIONS * (ROW_H + gutter), w: safe.right - ACTION_X, lines: PUBLISHED_LINES },
    ...{ scale: kit.type.small, color: COLORS.second },
  });
  const element = kit.stage.createElement({});
  element.childList.a([...rows, ...actions, published].map((part) => part.element));
  return {
    element,
    draw(model) {
      const { area, index: focus } = model.focus;
      rows.forEach((row, index) => {
        row.show(model.rows[index] ?? null);
        row.light(area === 'rows' && index === focus);
      });
      actions.forEach((action, index) => {
        action.show(model.actions[index] ?? null);
        action.light(area === 'actions' && index === focus);
      });
      published.show(model.published);
      return (area === 'rows' ? rows : actions)[focus]?.spot ?? null;
    },
  };
}

function createRow(kit: Kit, box: Box) {
  const { body, small } = kit.type;
  const card = createCard(kit, box);
  const top = (box.h - small.line - body.line) / 2;
  const w = box.w - 2 * PADDING;
  const label = card.add(
    createText(kit, { x: PADDING, y: top, w, scale: small, color: COLORS.second }),
    () => COLORS.second,
    COLORS.focusSecond,
  );
  const text = card.add(
    createText(kit, { x: PADDING, y: top + small.line, w, scale: body, bold: true, color: COLORS.text }),
    () => COLORS.text,
  );
  return {
    ...card,
    show(shown: ReportReviewModel['rows'][number] | null) {
      card.element.visible = shown !== null;
      label.show(shown?.label ?? '');
      text.show(shown?.text ?? '');
    },
  };
}

function createAction(kit: Kit, box: Box) {
  const { body } = kit.type;
  const card = createCard(kit, box, SPACE.radius, COLORS.raised);
  const icon = card.add(createIcon(kit, PADDING, (box.h - ICON) / 2, ICON, COLORS.text), () => ACCENTS.requests);
  const label = card.add(
    createText(kit, {
      x: PADDING + ICON + 24,
      y: (box.h - body.line) / 2,
      scale: body,
      bold: true,
      color: COLORS.text,
    }),
    () => COLORS.text,
  );
  return {
    ...card,
    show(shown: ReportReviewModel['actions'][number] | null) {
      card.element.visible = shown !== null;
      icon.show(shown?.icon ?? null);
      label.show(shown?.label ?? '');
    },
  };
}
