// Times as residents say them, in Asia/Shanghai, without Intl (old engines have none) or the box's own time zone.

/** China has had one time zone without summer time since 1991. */
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

const two = (value: number): string => (value < 10 ? `0${value}` : `${value}`);
const local = (ms: number): Date => new Date(ms + SHANGHAI_OFFSET_MS);

/** 20:15 */
export function clockText(ms: number): string {
  const date = local(ms);
  return `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}`;
}

/** The calendar day, as the almanac names it: 2026-11-23 */
export function dayKey(ms: number): string {
  const date = local(ms);
  return `${date.getUTCFullYear()}-${two(date.getUTCMonth() + 1)}-${two(date.getUTCDate())}`;
}

/** 11月23日, with the year when it is not this year's. */
export function dateText(ms: number, now: number): string {
  const date = local(ms);
  const day = `${date.getUTCMonth() + 1}月${date.getUTCDate()}日`;
  return date.getUTCFullYear() === local(now).getUTCFullYear() ? day : `${date.getUTCFullYear()}年${day}`;
}

/** 10:32 today, else 11月22日 10:32 */
export function momentText(ms: number, now: number): string {
  return dayKey(ms) === dayKey(now) ? clockText(ms) : `${dateText(ms, now)} ${clockText(ms)}`;
}
