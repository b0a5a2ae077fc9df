// Where a guide stands on the screen: its tabs, the sheet with what a tab says, and what is beside it.
import type { PageLayout } from '../../../domain/text/paginate.ts';
import { SPACE } from '../../theme/theme.ts';

const { safe, content, gutter } = SPACE;
/** Below a title of two lines. */
export const TABS = { x: safe.left, y: content.y + 16, w: safe.w, h: 84, gap: 16 } as const;
const TOP = TABS.y + TABS.h + gutter;
export const SHEET = { x: safe.left, y: TOP, w: 1296, h: content.bottom - TOP } as const;
export const SIDE = { x: SHEET.x + SHEET.w + 40, w: safe.right - SHEET.x - SHEET.w - 40, y: TOP } as const;

/** In cells of the reading type, as the reader's pages are. */
export const GUIDE_PAGE: { readonly elder: PageLayout; readonly normal: PageLayout } = {
  elder: { cells: 26, rows: 8 },
  normal: { cells: 31, rows: 11 },
};
