// When an item is on: what the boxes, the console's preview and the server reckon with alike.
import type { Airing } from '../../contract/schedule.ts';

/** Every day, the whole day. */
export const ALWAYS: Airing = { days: null, dayparts: null };
