// How much of an alert a screen holds: set closer than a notice, so that what to do is seen without a key.
import type { PageLayout } from '../../domain/text/paginate.ts';
import type { TypeScale } from '../theme/theme.ts';

export const SHEET_TYPE = {
  elder: { size: 46, line: 66 },
  normal: { size: 38, line: 54 },
} as const satisfies Record<'elder' | 'normal', TypeScale>;

/** Wider than a notice's column: it is read at one look, from across the room. */
export const SHEET_LAYOUT = {
  elder: { cells: 36, rows: 8 },
  normal: { cells: 44, rows: 9.5 },
} as const satisfies Record<'elder' | 'normal', PageLayout>;
