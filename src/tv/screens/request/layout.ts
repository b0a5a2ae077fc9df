// How much of a request's story stands on a page: the view's column, in characters and lines.
import { SPACE, TYPE } from '../../theme/theme.ts';

const { safe, content } = SPACE;
export const SHEET = { x: safe.left, y: content.y + 8, w: 1060, h: content.bottom - content.y - 8 };
export const SHEET_PADDING = 40;
/** Room of the state above the lines. */
export const STATE_H = 100;

const roomIn = ({ body }: (typeof TYPE)['normal']) => ({
  cells: (SHEET.w - 2 * SHEET_PADDING) / body.size,
  rows: Math.floor((SHEET.h - SHEET_PADDING * 2 - STATE_H) / body.line),
});
export const SHEET_TEXT = { normal: roomIn(TYPE.normal), elder: roomIn(TYPE.elder) };
