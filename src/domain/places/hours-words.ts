// Hours in words, the same on the television, in the console and on a phone. Small and ES5-safe.
import type { Hours, Period } from '../../contract/places.ts';
import { SHANGHAI_OFFSET_MS } from '../time/days.ts';
import type { Opening } from './open.ts';

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'];
const DAY_MS = 86_400_000;

/** A line for each group of weekdays with the same hours, those on which it is closed last: 周一至周五 8:30—12:00，13:30—17:00 */
export function weekLines(week: Hours['week']): string[] {
  const groups: { text: string; days: number[] }[] = [];
  week.forEach((periods, day) => {
    const text = periodsInWords(periods);
    const group = groups.filter((each) => each.text === text)[0];
    if (group) group.days.push(day);
    else groups.push({ text, days: [day] });
  });
  const closed = periodsInWords([]);
  const ordered = groups.filter(({ text }) => text !== closed).concat(groups.filter(({ text }) => text === closed));
  return ordered.map(({ text, days }) => `${weekdaysInWords(days)} ${text}`);
}

export function periodsInWords(periods: readonly Period[]): string {
  if (periods.length === 0) return '休息';
  return periods.map(({ from, to }) => (from === 0 && to === 1440 ? '全天' : `${clock(from)}—${clock(to)}`)).join('，');
}

/** Whether it is open, as one would say it: 现在开着，17:00关门; 现在关着，明天8:30开门 */
export function openingInWords(opening: Opening, atMs: number): string {
  if (opening.open) return opening.until === null ? '全天开着' : `现在开着，${moment(opening.until, atMs, true)}关门`;
  return opening.opens === null ? '现在关着' : `现在关着，${moment(opening.opens, atMs, false)}开门`;
}

/** @param isEnd midnight ends the day before it */
function moment(ms: number, nowMs: number, isEnd: boolean): string {
  const at = ms + SHANGHAI_OFFSET_MS;
  const begun = Math.floor((isEnd ? at - 1 : at) / DAY_MS);
  const days = begun - Math.floor((nowMs + SHANGHAI_OFFSET_MS) / DAY_MS);
  const time = clock((at - begun * DAY_MS) / 60_000);
  if (days === 0) return time;
  if (days === 1) return `明天${time}`;
  const date = new Date(begun * DAY_MS);
  if (days < 7) return `周${WEEKDAYS[(date.getUTCDay() + 6) % 7]}${time}`;
  return `${date.getUTCMonth() + 1}月${date.getUTCDate()}日${time}`;
}

/** 每天; 周一至周五; 周六、周日; 周一至周三、周五 */
function weekdaysInWords(days: readonly number[]): string {
  if (days.length === 7) return '每天';
  const runs: { first: number; last: number }[] = [];
  for (const day of days) {
    const run = runs[runs.length - 1];
    if (run && run.last === day - 1) run.last = day;
    else runs.push({ first: day, last: day });
  }
  return runs
    .map(({ first, last }) => {
      if (first === last) return `周${WEEKDAYS[first]}`;
      return `周${WEEKDAYS[first]}${last - first === 1 ? '、' : '至'}周${WEEKDAYS[last]}`;
    })
    .join('、');
}

/** 510 -> 8:30 */
const clock = (minute: number): string => `${Math.floor(minute / 60)}:${`0${minute % 60}`.slice(-2)}`;
