// Days and spans as one says them: today, tomorrow, else the date with its weekday.
import { SHANGHAI_OFFSET_MS } from '../../domain/time/days.ts';
import { clockText, dateText } from './dates.ts';

const DAY_MS = 86_400_000;
const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'];
const NEAR = ['今天', '明天', '后天'];

const dayNumber = (ms: number): number => Math.floor((ms + SHANGHAI_OFFSET_MS) / DAY_MS);

/** 明天; 11月29日周日 */
export function dayText(ms: number, now: number): string {
  const near = NEAR[dayNumber(ms) - dayNumber(now)];
  return near ?? `${dateText(ms, now)}周${WEEKDAYS[new Date(ms + SHANGHAI_OFFSET_MS).getUTCDay()]}`;
}

/** 8:00 */
const timeText = (ms: number): string => clockText(ms).replace(/^0/, '');

/** 明天 8:00 到 12:00; 12月25日 20:00 到 12月26日 6:00, which are too long for their weekdays. */
export function spanText(from: number, to: number, now: number): string {
  if (dayNumber(from) === dayNumber(to)) return `${pointText(from, now)} 到 ${timeText(to)}`;
  const plain = (ms: number) => pointText(ms, now).replace(/周.(?= )/, '');
  return `${plain(from)} 到 ${plain(to)}`;
}

export const pointText = (ms: number, now: number): string => `${dayText(ms, now)} ${timeText(ms)}`;
