// What gets into its own way on the screens of a region: too much at once, too little of each, nothing at all.
import { CALENDAR_LIMITS } from '../../contract/calendar.ts';
import type { NoticeId } from '../../contract/ids.ts';
import type { Placement } from '../../contract/schedule.ts';
import type { Span } from './airing.ts';
import { isPlaced } from './on-now.ts';

export interface Scheduled {
  readonly id: NoticeId;
  readonly pinned: boolean;
  readonly placements: readonly Placement[];
  readonly weight: number;
  /** In order, apart from each other. */
  readonly spans: readonly Span[];
  /** False: no moment of its whole validity is left. */
  readonly everOn: boolean;
}

export interface FoundConflict {
  readonly kind: 'full-together' | 'banners' | 'tickers' | 'thin-share' | 'never-on';
  readonly items: readonly NoticeId[];
  readonly span: Span | null;
  readonly share: number | null;
}

export function conflictsOf(items: readonly Scheduled[]): FoundConflict[] {
  const placed = (place: Placement) => items.filter((item) => isPlaced(item, place));
  return [
    ...together(placed('full'), 1, 'full-together'),
    ...together(placed('banner'), CALENDAR_LIMITS.together, 'banners'),
    ...together(placed('ticker'), CALENDAR_LIMITS.together, 'tickers'),
    ...thinShares(placed('card')),
    ...items
      .filter((item) => !item.everOn)
      .map((item) => ({ kind: 'never-on', items: [item.id], span: null, share: null }) as const),
  ];
}

interface Stretch extends Span {
  readonly on: readonly Scheduled[];
}

/** The time cut wherever something comes on or goes off. */
function stretchesOf(items: readonly Scheduled[]): Stretch[] {
  const edges = [...new Set(items.flatMap(({ spans }) => spans.flatMap(({ from, to }) => [from, to])))];
  edges.sort((one, other) => one - other);
  return edges.slice(0, -1).map((from, index) => ({
    from,
    to: edges[index + 1] ?? from,
    on: items.filter(({ spans }) => spans.some((span) => span.from <= from && from < span.to)),
  }));
}

/** Each time without a break in which more than `most` are on at once, with all that take part in it. */
function together(items: readonly Scheduled[], most: number, kind: FoundConflict['kind']): FoundConflict[] {
  const found: { span: Span; ids: Set<NoticeId> }[] = [];
  for (const { from, to, on } of stretchesOf(items).filter((stretch) => stretch.on.length > most)) {
    const last = found[found.length - 1];
    const open = last?.span.to === from ? last : { span: { from, to }, ids: new Set<NoticeId>() };
    if (open !== last) found.push(open);
    open.span = { from: open.span.from, to };
    for (const { id } of on) open.ids.add(id);
  }
  return found.map(({ span, ids }) => ({ kind, items: [...ids], span, share: null }));
}

/** Each item that now and then gets less of a shared place than is of use, with the least it gets. */
function thinShares(items: readonly Scheduled[]): FoundConflict[] {
  const stretches = stretchesOf(items);
  return items.flatMap((item): FoundConflict[] => {
    const thin = stretches
      .filter(({ on }) => on.includes(item))
      .map(({ from, to, on }) => {
        const all = on.reduce((sum, { weight }) => sum + weight, 0);
        return { from, to, share: (100 * item.weight) / all };
      })
      .filter(({ share }) => share < CALENDAR_LIMITS.share);
    const [first, last] = [thin[0], thin[thin.length - 1]];
    if (!first || !last) return [];
    const share = Math.round(Math.min(...thin.map((each) => each.share)) * 10) / 10;
    return [{ kind: 'thin-share', items: [item.id], span: { from: first.from, to: last.to }, share }];
  });
}
