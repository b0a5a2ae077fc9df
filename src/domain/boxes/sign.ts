// The sign a box shows when staff look for it, and the console tells them to look for.
import type { BoxId } from '../../contract/ids.ts';

/** The last four of its id: the first ones are the same for all boxes that came in together. */
export const signOf = (box: BoxId): string => box.slice(-4).toUpperCase();
