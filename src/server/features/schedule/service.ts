// The calendar of a region: what its boxes show and when, past, now and to come.
import type { z } from 'zod';
import { CALENDAR_LIMITS, type CalendarItem, type OnAir, type previewSchedule } from '../../../contract/calendar.ts';
import type { NoticeItem } from '../../../contract/feed.ts';
import type { RegionCode } from '../../../contract/regions.ts';
import type { Airing } from '../../../contract/schedule.ts';
import type { Day, Instant } from '../../../contract/time.ts';
import type { Actor } from '../../../domain/access/can.ts';
import { chainOf } from '../../../domain/regions/code.ts';
import { type Span, spansOf, type Timed } from '../../../domain/schedule/airing.ts';
import { conflictsOf } from '../../../domain/schedule/conflicts.ts';
import { airingOf } from '../../../domain/schedule/expand.ts';
import { loopAt } from '../../../domain/schedule/loop.ts';
import { onNow } from '../../../domain/schedule/on-now.ts';
import { PAGE_LAYOUT, paginate } from '../../../domain/text/paginate.ts';
import { dayOf } from '../../../domain/time/almanac.ts';
import { addDays, daysBetween, startOfDay } from '../../../domain/time/days.ts';
import { isWorkingDay } from '../../../domain/time/working-days.ts';
import { allow, scopesOrRefuse } from '../../access.ts';
import { ProblemError } from '../../problem.ts';
import { instantOf, type Runtime } from '../../runtime.ts';
import type { Store } from '../../store/store.ts';
import { scheduleFault } from '../../texts/schedule.zh-CN.ts';
import { findPlanned, findRegion, findShown, findTargets, type ScheduledRow } from './store.ts';

/** How far ahead an item without an end is looked for. */
const AHEAD_MS = 400 * 86_400_000;
const PREVIEW_DAYS = 10;

export interface ScheduleDeps {
  readonly store: Store;
  readonly runtime: Pick<Runtime, 'clock'>;
}

export type ScheduleService = ReturnType<typeof createScheduleService>;

export function createScheduleService({ store, runtime }: ScheduleDeps) {
  async function regionFor(actor: Actor, code: RegionCode) {
    allow(actor, 'notice.read', [code]);
    const region = await findRegion(store.db, code);
    if (!region) throw new ProblemError('not-found');
    return region;
  }

  return {
    async calendar(actor: Actor, query: { region: RegionCode; from: Day; to: Day }) {
      const region = await regionFor(actor, query.region);
      const days = daysBetween(query.from, query.to) + 1;
      if (days < 1 || days > CALENDAR_LIMITS.days)
        throw new ProblemError('bad-input', {
          errors: [{ path: 'to', message: `一次可以看 1 到 ${CALENDAR_LIMITS.days} 天` }],
        });
      const window = { from: startOfDay(query.from), to: startOfDay(addDays(query.to, 1)) };
      const [from, to] = [instantOf(window.from), instantOf(window.to)];
      const shown = await findShown(store.db, chainOf(region.code), from, to);
      const planned = await findPlanned(store.db, chainOf(region.code), from, to);
      const entries = [...shown, ...planned].flatMap((row) => entryOf(row, window, runtime.clock()) ?? []);
      const targets = await findTargets(
        store.db,
        entries.map(({ row }) => row.id),
      );
      const conflicts = conflictsOf(entries.map(({ row, spans, everOn }) => ({ ...row, spans, everOn })));
      return {
        items: entries.map(({ row, spans }): CalendarItem => {
          const { id, title, source, category, state, pinned, placements, weight } = row;
          const regions = targets.filter(({ notice_id }) => notice_id === id).map(({ code, name }) => ({ code, name }));
          const isPlanned = row.published_at === null;
          const times = { planned: isPlanned, spans: spans.map(inWords), regions };
          return { id, title, source, category, state, pinned, placements, weight, ...times };
        }),
        conflicts: conflicts.map(({ span, items, ...conflict }) => ({
          ...conflict,
          items: [...items],
          span: span && inWords(span),
        })),
      };
    },

    /** The same function as on the boxes, over what they had been told by then. */
    async onAir(actor: Actor, query: { region: RegionCode; at: Instant }): Promise<OnAir> {
      const region = await regionFor(actor, query.region);
      const atMs = Date.parse(query.at);
      const rows = await findShown(store.db, chainOf(region.code), query.at, instantOf(atMs + 1));
      const now = onNow(rows.flatMap(itemOf), atMs);
      const loop = loopAt(now.standby, (item) => paginate(item.blocks, PAGE_LAYOUT.elder), atMs);
      const ids = (items: readonly NoticeItem[]) => items.map(({ id }) => id);
      return {
        at: query.at,
        region,
        items: [...now.all],
        card: { items: ids(now.card.items), shown: now.card.shown?.id ?? null },
        banner: { items: ids(now.banner.items), shown: now.banner.shown?.id ?? null },
        ticker: ids(now.ticker),
        full: ids(now.full),
        standby: { items: ids(now.standby), shown: loop?.item.id ?? null },
      };
    },

    async preview(actor: Actor, written: z.output<(typeof previewSchedule)['body']>) {
      scopesOrRefuse(actor, 'notice.read');
      const airing = airingOf(written, isWorkingDay);
      if ('fault' in airing) throw new ProblemError('notice-schedule', { errors: [scheduleFault(airing)] });
      const found = daysOn({ ...written, airing }, Math.max(runtime.clock(), Date.parse(written.validFrom)));
      return { days: found.slice(0, PREVIEW_DAYS), more: found.length > PREVIEW_DAYS };
    },
  };
}

const inWords = ({ from, to }: Span) => ({ from: instantOf(from), to: instantOf(to) });

/** A row with its times within a window: from when it was published, until it was withdrawn. Null: it has none there. */
function entryOf(row: ScheduledRow, window: Span, now: number) {
  const timed = timesOf(row);
  if (!timed) return null;
  const begins = row.published_at === null ? now : Date.parse(row.published_at);
  const ends = row.withdrawn_at === null ? Number.POSITIVE_INFINITY : Date.parse(row.withdrawn_at);
  const spans = spansOf(timed, Math.max(window.from, begins), Math.min(window.to, ends));
  const start = Date.parse(row.valid_from);
  const everOn = spansOf(timed, start, start + AHEAD_MS).length > 0;
  return spans.length > 0 || !everOn ? { row, spans, everOn } : null;
}

/** What was told at sign-off, or would be now; null where that cannot be said any more. */
function timesOf(row: ScheduledRow): Timed | null {
  const times = { validFrom: row.valid_from, validTo: row.valid_to };
  const airing: Airing | { fault: string } = row.airing ?? airingOf({ schedule: row.schedule, ...times }, isWorkingDay);
  return 'fault' in airing ? null : { ...times, airing };
}

function itemOf(row: ScheduledRow): NoticeItem[] {
  const { id, revision, title, source, category, blocks, pinned, placements, weight, airing } = row;
  if (!airing || !row.published_at) return [];
  const times = { validFrom: row.valid_from, validTo: row.valid_to, airing, publishedAt: row.published_at };
  return [{ kind: 'notice', id, revision, title, source, category, blocks, pinned, placements, weight, ...times }];
}

/** The days on which it is on, one more than are shown. */
function daysOn(item: Timed, fromMs: number) {
  const endMs = Math.min(
    item.validTo === null ? Number.POSITIVE_INFINITY : Date.parse(item.validTo),
    fromMs + AHEAD_MS,
  );
  const days: { day: Day; spans: ReturnType<typeof inWords>[] }[] = [];
  for (let day = dayOf(fromMs); startOfDay(day) < endMs && days.length <= PREVIEW_DAYS; day = addDays(day, 1)) {
    const spans = spansOf(item, Math.max(fromMs, startOfDay(day)), startOfDay(addDays(day, 1)));
    if (spans.length > 0) days.push({ day, spans: spans.map(inWords) });
  }
  return days;
}
