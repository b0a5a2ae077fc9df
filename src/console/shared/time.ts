// Times as staff read and type them: always Asia/Shanghai, whatever the browser's own zone is.
import dayjs, { type Dayjs } from 'dayjs';
import timezone from 'dayjs/plugin/timezone';
import utc from 'dayjs/plugin/utc';
import type { Instant } from '../../contract/time.ts';
import { texts } from '../texts/zh-CN.ts';

dayjs.extend(utc);
dayjs.extend(timezone);

const ZONE = 'Asia/Shanghai';
/** Shanghai's offset, all year round since 1992; fixed, so no library's time-zone arithmetic stands in between. */
const OFFSET_HOURS = 8;
// Ant Design's pickers ask the default zone what "now" and "today" are.
dayjs.tz.setDefault(ZONE);

const WALL = 'YYYY-MM-DDTHH:mm';
const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;

/** 2026-11-23 20:00, in Shanghai. */
export function formatInstant(instant: string): string {
  return toPicker(instant).format('YYYY-MM-DD HH:mm');
}

/** 2026-11-23: the day in Shanghai at a moment, in milliseconds since 1970. */
export function dayOf(ms: number): string {
  return toPicker(new Date(ms).toISOString()).format('YYYY-MM-DD');
}

/** 2026-11-23 20:00:05, in Shanghai. */
export function formatSecond(instant: string): string {
  return toPicker(instant).format('YYYY-MM-DD HH:mm:ss');
}

/**
 * A picker's value: Shanghai's figures in a zone without summer time. A picker hands out values of the browser's zone
 * too, so only the figures of a value mean anything: never compare two of them, compare what `fromPicker` makes of them.
 */
export function toPicker(instant: string): Dayjs {
  return dayjs.utc(instant).add(OFFSET_HOURS, 'hour');
}

/** The instant of a picker's figures, read as Shanghai's; whole minutes. */
export function fromPicker(value: Dayjs): Instant {
  return dayjs.utc(value.format(WALL)).subtract(OFFSET_HOURS, 'hour').toISOString() as Instant;
}

/** Midnight in Shanghai that ends the `days`-th day, that of `from` being the first; a picker's value. */
export function endOfDays(from: Dayjs, days: number): Dayjs {
  return dayjs.utc(from.format('YYYY-MM-DDT00:00')).add(days, 'day');
}

/** 刚刚, 3 分钟前, 5 小时前, 2 天前 */
export function formatAgo(instant: string, nowMs: number): string {
  const minutes = Math.floor((nowMs - Date.parse(instant)) / MINUTE_MS);
  if (minutes < 1) return texts.time.now;
  if (minutes < 60) return texts.time.minutes(minutes);
  if (minutes < DAY_MINUTES) return texts.time.hours(Math.floor(minutes / 60));
  return texts.time.days(Math.floor(minutes / DAY_MINUTES));
}

/** 24 秒 under a minute, then whole minutes, rounded. */
export function formatReading(seconds: number): string {
  return seconds < 60 ? texts.time.readingSeconds(seconds) : texts.time.readingMinutes(Math.round(seconds / 60));
}
