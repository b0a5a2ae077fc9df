// A schedule as one would say it: 每周一、三，只在工作日，08:00 到 11:00.
import type { Daypart, Schedule } from '../../../contract/schedule.ts';
import { parseRecurrence, type RecurrenceRule } from '../../../domain/schedule/recurrence.ts';
import { texts } from '../../texts/zh-CN.ts';

const words = texts.airing;

export function scheduleInWords({ recurrence, days, dayparts }: Schedule): string {
  const rule = recurrence === null ? null : parseRecurrence(recurrence);
  const parts = [
    recurrence === null ? null : rule ? ruleInWords(rule) : recurrence,
    days === 'every' ? null : recurrence === null ? words.dayKinds[days] : words.only(words.dayKinds[days]),
    dayparts === null ? null : dayparts.map(daypartInWords).join('、'),
  ].filter((part) => part !== null);
  return parts.length > 0 ? parts.join('，') : words.all;
}

function ruleInWords(rule: RecurrenceRule): string {
  const end = rule.count ? words.count(rule.count) : rule.until ? words.until(dashed(rule.until)) : null;
  return [turnsInWords(rule), end].filter((part) => part !== null).join('，');
}

function turnsInWords({ frequency, interval, byDay, byMonthDay, bySetPos }: RecurrenceRule): string {
  const names = byDay.filter(({ nth }) => nth === null).map(({ weekday }) => words.weekdays[weekday]);
  const numbered = byDay.flatMap(({ nth, weekday }) =>
    nth === null ? [] : [words.nth(nth) + words.weekday(words.weekdays[weekday])],
  );
  switch (frequency) {
    case 'DAILY':
      return words.everyDays(interval);
    case 'WEEKLY':
      return `${words.everyWeeks(interval)}${names.length > 0 && interval > 1 ? words.weekday(names.join('、')) : names.join('、')}`;
    case 'MONTHLY': {
      const weekdays = names.length > 0 ? [words.weekday(names.join('、'))] : [];
      const positions = bySetPos.length > 0 ? bySetPos.map(words.nth).join('、') : '';
      const days = [...byMonthDay.map(words.monthDay), ...numbered, ...weekdays.map((each) => positions + each)];
      return `${words.everyMonths(interval)}${days.length > 0 ? ` ${days.join('、')}` : ''}`;
    }
    default:
      return words.everyYear(interval);
  }
}

/** 08:00 到 11:00 */
function daypartInWords({ from, to }: Daypart): string {
  return words.part(clock(from), clock(to), to <= from);
}

const clock = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

const dashed = (day: string): string => `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`;
