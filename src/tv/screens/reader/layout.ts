// Where the reader puts its sheet; `PAGE_LAYOUT` says how many lines of how many characters stand on it.
import { SPACE } from '../../theme/theme.ts';

const { safe, content } = SPACE;
/** Below a title of two lines. */
const TOP = content.y + 28;
const GAP = 40;

export const SHEET = { x: safe.left, y: TOP, w: 1340, h: content.bottom - TOP } as const;
/** Beside the sheet: what it is, from whom, which page. */
export const SIDE = { x: SHEET.x + SHEET.w + GAP, w: safe.right - SHEET.x - SHEET.w - GAP } as const;
