// Changing the resident's settings, from the settings overlay or by the green key anywhere.
import { pagesOf, samePlace } from '../screens/reader/pages.ts';
import { TEXTS } from '../texts/zh-CN.ts';
import type { Context } from './context.ts';
import type { Move } from './definition.ts';

/** Large or standard type; a notice that is being read stays at the same place of its text. */
export function toggleSize(context: Context): Move<never> {
  const elder = !context.elder;
  return {
    change: { elder, reader: placeIn(context, elder) },
    note: elder ? TEXTS.sizeNow.elder : TEXTS.sizeNow.normal,
    intents: [{ type: 'settings', elder, motion: context.motion }],
  };
}

export function setMotion({ elder }: Context, motion: boolean): Move<never> {
  return { change: { motion }, intents: [{ type: 'settings', elder, motion }] };
}

/** What the operator has set at a distance, in force at once. */
export function withSettings(context: Context, { elder, motion }: Pick<Context, 'elder' | 'motion'>): Partial<Context> {
  return elder === context.elder ? { motion } : { elder, motion, reader: placeIn(context, elder) };
}

function placeIn({ reader, items, elder }: Context, nextElder: boolean): Context['reader'] {
  const item = items.find((each) => each.id === reader?.id);
  if (!reader || !item) return reader;
  return { ...reader, page: samePlace(pagesOf(item, elder), reader.page, pagesOf(item, nextElder)) };
}
