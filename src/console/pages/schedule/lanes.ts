// The week of a region as lanes: each place on the screen with its items, each item's times as parts of the week.
import type { CalendarItem, Conflict } from '../../../contract/calendar.ts';
import type { NoticeId } from '../../../contract/ids.ts';
import { PLACEMENTS, type Placement } from '../../../contract/schedule.ts';
import type { Day } from '../../../contract/time.ts';
import { isPlaced } from '../../../domain/schedule/on-now.ts';
import { startOfDay } from '../../../domain/time/days.ts';

export const WEEK_DAYS = 7;
const WEEK_MS = WEEK_DAYS * 86_400_000;

type LaneName = Placement | 'list';

export interface Bar {
  /** Percent of the week. */
  readonly left: number;
  readonly width: number;
  /** It gets into another's way, or its own. */
  readonly marked: boolean;
}

interface Row {
  readonly item: CalendarItem;
  readonly bars: readonly Bar[];
}

export interface Lane {
  readonly name: LaneName;
  readonly rows: readonly Row[];
}

/** What gets into its own way does so in one place; what is never on, in all of its own. */
const PLACE_OF: Readonly<Record<Conflict['kind'], Placement | null>> = {
  'full-together': 'full',
  banners: 'banner',
  tickers: 'ticker',
  'thin-share': 'card',
  'never-on': null,
};

/** Lanes that have something in them; an item with several places stands in each. */
export function lanesOf(items: readonly CalendarItem[], conflicts: readonly Conflict[], monday: Day): Lane[] {
  const isOnlyListed = (item: CalendarItem) => !PLACEMENTS.some((place) => isPlaced(item, place));
  const lane = (name: LaneName, members: readonly CalendarItem[]): Lane => ({
    name,
    rows: members.map((item) => ({ item, bars: barsOf(item, inLane(conflicts, item.id, name), monday) })),
  });
  return [
    ...PLACEMENTS.map((place) =>
      lane(
        place,
        items.filter((item) => isPlaced(item, place)),
      ),
    ),
    lane('list', items.filter(isOnlyListed)),
  ].filter(({ rows }) => rows.length > 0);
}

function barsOf({ spans }: CalendarItem, conflicts: readonly Conflict[], monday: Day): Bar[] {
  const start = startOfDay(monday);
  return spans.map((span) => ({
    left: (100 * (Date.parse(span.from) - start)) / WEEK_MS,
    width: (100 * (Date.parse(span.to) - Date.parse(span.from))) / WEEK_MS,
    marked: conflicts.some((conflict) => conflict.span === null || overlap(conflict.span, span)),
  }));
}

type Span = CalendarItem['spans'][number];

/** Instants of one format compare as texts. */
const overlap = (one: Span, other: Span): boolean => one.from < other.to && other.from < one.to;

const inLane = (conflicts: readonly Conflict[], id: NoticeId, lane: LaneName): Conflict[] =>
  conflicts.filter(({ kind, items }) => items.includes(id) && (PLACE_OF[kind] ?? lane) === lane);

/** Where a moment stands in the week, percent; null: in another. */
export function momentIn(monday: Day, nowMs: number): number | null {
  const share = (100 * (nowMs - startOfDay(monday))) / WEEK_MS;
  return share >= 0 && share < 100 ? share : null;
}
