// A draft as television and phone see it: where it is in words, without the door, and how it stands at this moment.
import type { HandoverDraft } from '../../../contract/box-requests.ts';
import type { Instant } from '../../../contract/time.ts';
import { ancestorOf } from '../../../domain/regions/code.ts';
import { findNames, placeText } from '../requests/names.ts';
import type { Db, HandoverRow } from './store.ts';

/** `over` is written nowhere: it is so once the time has come, one revision after the last. */
const isOver = ({ state, expires_at }: HandoverRow, now: Instant): boolean => state !== 'sent' && expires_at <= now;

export async function draftOf(db: Db, row: HandoverRow, now: Instant): Promise<HandoverDraft> {
  const { input, household } = row;
  const { kind, place, position } = input.where;
  // Of a home the building is enough: whoever holds the phone knows which door.
  const spot = kind === 'public' ? null : (ancestorOf(household, 'building') ?? null);
  const placed = {
    region_code: ancestorOf(household, 'community') ?? household,
    where_kind: kind,
    ...{ spot, place, category: input.category, handler: null },
  };
  const names = await findNames(db, [placed]);
  const over = isOver(row, now);
  return {
    category: input.category,
    categoryName: names.category(input.category),
    where: { kind, place },
    placeText: placeText(placed, names, 'shown'),
    answers: input.answers,
    when: input.when,
    text: input.text,
    photos: input.photos,
    position,
    state: over ? 'over' : row.state,
    number: row.sent?.number ?? null,
    revision: row.revision + (over ? 1 : 0),
    expiresAt: row.expires_at,
  };
}
