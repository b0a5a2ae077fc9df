// A day as a resident reads it: date, weekday, lunar date or festival, in Asia/Shanghai.
import { Solar } from 'lunar-typescript';
import type { AlmanacDay } from '../../contract/boxes.ts';
import type { Day } from '../../contract/time.ts';
import { SHANGHAI_OFFSET_MS } from './days.ts';

const DAY_MS = 86_400_000;
/** The library also knows western festivals; these are the ones a Chinese wall calendar prints. */
const SOLAR_FESTIVALS = ['元旦节', '妇女节', '劳动节', '青年节', '儿童节', '建党节', '建军节', '教师节', '国庆节'];

/** The calendar day of an instant (ms since 1970, UTC) in Asia/Shanghai. */
export function dayOf(instantMs: number): Day {
  return new Date(instantMs + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10) as Day;
}

/** `count` days from the one that holds the instant. */
export function almanacFrom(instantMs: number, count: number): AlmanacDay[] {
  return Array.from({ length: count }, (_, index) => almanacOf(dayOf(instantMs + index * DAY_MS)));
}

function almanacOf(day: Day): AlmanacDay {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const solar = Solar.fromYmd(year, month, date);
  const lunar = solar.getLunar();
  const festival = [
    ...lunar.getFestivals(),
    ...solar.getFestivals().filter((name) => SOLAR_FESTIVALS.includes(name)),
  ][0];
  return {
    day,
    date: `${month}月${date}日`,
    weekday: `星期${solar.getWeekInChinese()}`,
    lunar: festival ?? `${lunar.getMonthInChinese()}月${lunar.getDayInChinese()}`,
  };
}
