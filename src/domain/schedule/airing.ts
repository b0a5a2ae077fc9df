// When an item is on: what the boxes, the console's preview and the server reckon with alike. Small and ES5-safe.
import type { Airing, Daypart } from '../../contract/schedule.ts';
import type { Day, Instant } from '../../contract/time.ts';
import { SHANGHAI_OFFSET_MS } from '../time/days.ts';

/** Every day, the whole day. */
export const ALWAYS: Airing = { days: null, dayparts: null };

/** What has times: a notice as boxes are told of it. */
export interface Timed {
  readonly validFrom: Instant;
  readonly validTo: Instant | null;
  readonly airing: Airing;
}

/** From its first moment (ms) up to but without its last. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const WHOLE_DAY: readonly Daypart[] = [{ from: 0, to: 1440 }];

/** An item's times as numbers. `days` are runs of days by the moments they begin, sorted; null: every day. */
interface Plan extends Span {
  readonly days: readonly Span[] | null;
  /** From the day's beginning. */
  readonly parts: readonly Span[];
  readonly always: boolean;
}

/** Dates are slow to read on a slow box, and every second asks again. */
const plans = new WeakMap<Timed, Plan>();

function planOf(item: Timed): Plan {
  const known = plans.get(item);
  if (known) return known;
  const { days, dayparts } = item.airing;
  const plan = {
    from: Date.parse(item.validFrom),
    to: item.validTo === null ? Number.POSITIVE_INFINITY : Date.parse(item.validTo),
    days: days === null ? null : days.map(({ from, to }) => ({ from: beginOf(from), to: beginOf(to) })).sort(byBegin),
    parts: (dayparts ?? WHOLE_DAY).map(({ from, to }) => ({
      from: from * MINUTE_MS,
      to: (to > from ? to : to + 1440) * MINUTE_MS,
    })),
    always: days === null && dayparts === null,
  };
  plans.set(item, plan);
  return plan;
}

const beginOf = (day: Day): number => Date.parse(`${day}T00:00:00.000Z`) - SHANGHAI_OFFSET_MS;
const byBegin = (one: Span, other: Span): number => one.from - other.from;

/** When the day of Asia/Shanghai began in which a moment falls. */
const dayAt = (atMs: number): number => atMs - ((((atMs + SHANGHAI_OFFSET_MS) % DAY_MS) + DAY_MS) % DAY_MS);

/** Within its validity, whatever its schedule says: who has begun to read may finish. */
export function isValid(item: Timed, atMs: number): boolean {
  const { from, to } = planOf(item);
  return from <= atMs && atMs < to;
}

/** Is the item on at this moment (ms since 1970)? A daypart past midnight belongs to the day on which it begins. */
export function isOn(item: Timed, atMs: number): boolean {
  if (!isValid(item, atMs)) return false;
  const plan = planOf(item);
  if (plan.always) return true;
  const today = dayAt(atMs);
  return [today - DAY_MS, today].some(
    (day) => isDay(plan, day) && plan.parts.some((part) => day + part.from <= atMs && atMs < day + part.to),
  );
}

function isDay({ days }: Plan, day: number): boolean {
  return days === null || days.some((run) => run.from <= day && day <= run.to);
}

/**
 * The next moment (ms) after `atMs` at which one of the items may come on or go off; null: nothing will change. It may
 * name a moment at which one daypart ends and the next begins, never one too late.
 */
export function nextChange(items: readonly Timed[], atMs: number): number | null {
  let next: number | null = null;
  for (const item of items) {
    const edge = nextEdge(planOf(item), atMs);
    if (edge !== null && (next === null || edge < next)) next = edge;
  }
  return next;
}

function nextEdge(plan: Plan, atMs: number): number | null {
  if (atMs < plan.from) return plan.from;
  if (atMs >= plan.to) return null;
  const inner = plan.always ? Number.POSITIVE_INFINITY : nextPartEdge(plan, atMs);
  const edge = Math.min(inner, plan.to);
  return edge === Number.POSITIVE_INFINITY ? null : edge;
}

function nextPartEdge(plan: Plan, atMs: number): number {
  const today = dayAt(atMs);
  let next = Number.POSITIVE_INFINITY;
  for (const day of [today - DAY_MS, today, dayFrom(plan, today + DAY_MS)]) {
    if (!isDay(plan, day)) continue;
    for (const { from, to } of plan.parts) {
      for (const edge of [day + from, day + to]) if (edge > atMs && edge < next) next = edge;
    }
  }
  return next;
}

/** The first of the item's days that is not before `day`; `day` itself where there is none. */
function dayFrom({ days }: Plan, day: number): number {
  const run = days?.filter((one) => one.to >= day)[0];
  return run ? Math.max(run.from, day) : day;
}

/** When the item is on between two moments: spans in order, apart from each other, cut at both ends. */
export function spansOf(item: Timed, fromMs: number, toMs: number): Span[] {
  const plan = planOf(item);
  const [from, to] = [Math.max(fromMs, plan.from), Math.min(toMs, plan.to)];
  if (from >= to) return [];
  if (plan.always) return [{ from, to }];
  const spans: Span[] = [];
  for (let day = dayAt(from) - DAY_MS; day < to; day += DAY_MS) {
    if (isDay(plan, day)) for (const part of plan.parts) spans.push({ from: day + part.from, to: day + part.to });
  }
  return joined(spans.filter((span) => span.to > from && span.from < to)).map((span) => ({
    from: Math.max(span.from, from),
    to: Math.min(span.to, to),
  }));
}

function joined(spans: Span[]): Span[] {
  const whole: Span[] = [];
  for (const span of spans.sort(byBegin)) {
    const last = whole[whole.length - 1];
    if (last && span.from <= last.to) whole[whole.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    else whole.push(span);
  }
  return whole;
}
