// What is on, the slow way: every day of the validity is asked whether the rule names it, every minute whether a daypart
// has begun before it and not ended. Written from RFC 5545 and the contract alone; it shares nothing with src/domain.
import holidays from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import type { Schedule } from '../../../src/contract/schedule.ts';

const DAY_MS = 86_400_000;
const NAMES = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const inShanghai = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});

export interface Written {
  readonly schedule: Schedule;
  readonly from: number;
  readonly to: number;
}

/** Tells of one schedule whether it is on at any moment (ms). */
export function slowly({ schedule, from, to }: Written): (atMs: number) => boolean {
  const days = daysOf({ schedule, from, to });
  return (atMs) => {
    if (atMs < from || atMs >= to) return false;
    const [day = '', clock = ''] = inShanghai.format(atMs).split(' ');
    const minute = Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
    return (schedule.dayparts ?? [{ from: 0, to: 1440 }]).some((part) => {
      const length = part.to > part.from ? part.to - part.from : part.to + 1440 - part.from;
      for (let back = 0; back < length; back += 1) {
        const begun = minute - back;
        if (begun === part.from) return days(day);
        if (begun + 1440 === part.from) return days(shift(day, -1));
      }
      return false;
    });
  };
}

function daysOf({ schedule, from, to }: Written): (day: string) => boolean {
  const kind = (day: string) => schedule.days === 'every' || isWorking(day) === (schedule.days === 'working');
  if (schedule.recurrence === null) return kind;
  const first = inShanghai.format(from).slice(0, 10);
  const last = inShanghai.format(to).slice(0, 10);
  const rule = Object.fromEntries(schedule.recurrence.split(';').map((part) => part.split('=')));
  const named = new Set<string>();
  for (let day = first; day <= last; day = shift(day, 1)) {
    if (rule.UNTIL && day.replaceAll('-', '') > rule.UNTIL) break;
    if (rule.COUNT && named.size >= Number(rule.COUNT)) break;
    if (names(rule, first, day)) named.add(day);
  }
  return (day) => named.has(day) && kind(day);
}

function names(rule: Record<string, string>, first: string, day: string): boolean {
  const every = Number(rule.INTERVAL ?? 1);
  switch (rule.FREQ) {
    case 'DAILY':
      return (Date.parse(day) - Date.parse(first)) % (every * DAY_MS) === 0;
    case 'WEEKLY': {
      const weeks = (Date.parse(mondayOf(day)) - Date.parse(mondayOf(first))) / (7 * DAY_MS);
      return weeks % every === 0 && (rule.BYDAY ?? nameOf(first)).split(',').includes(nameOf(day));
    }
    case 'MONTHLY':
      return (monthOf(day) - monthOf(first)) % every === 0 && monthOfRule(rule, first, day).includes(day);
    default:
      return (Number(day.slice(0, 4)) - Number(first.slice(0, 4))) % every === 0 && day.slice(5) === first.slice(5);
  }
}

/** Thirty days in a row ask for the same month. */
let asked = '';
let answer: string[] = [];

/** The days that the rule names in the month of a day. */
function monthOfRule(rule: Record<string, string>, first: string, day: string): string[] {
  const question = JSON.stringify([rule, first, day.slice(0, 8)]);
  if (question !== asked) answer = inMonth(rule, first, day.slice(0, 8));
  asked = question;
  return answer;
}

function inMonth(rule: Record<string, string>, first: string, month: string): string[] {
  const numbered = Array.from({ length: 31 }, (_, index) => `${month}${String(index + 1).padStart(2, '0')}`);
  const all = numbered.filter((each) => !Number.isNaN(Date.parse(each)) && shift(each, 0) === each);
  const set = all.filter((each, index) => {
    if (rule.BYMONTHDAY)
      return rule.BYMONTHDAY.split(',').some((number) =>
        Number(number) > 0 ? Number(number) === index + 1 : Number(number) === index - all.length,
      );
    if (!rule.BYDAY) return each.slice(8) === first.slice(8);
    return rule.BYDAY.split(',').some((name) => {
      if (name.slice(-2) !== nameOf(each)) return false;
      const same = all.filter((other) => nameOf(other) === nameOf(each));
      const nth = Number(name.slice(0, -2));
      return nth === 0 || same.at(nth > 0 ? nth - 1 : nth) === each;
    });
  });
  if (!rule.BYSETPOS) return set;
  return rule.BYSETPOS.split(',').flatMap(
    (position) => set.at(Number(position) - (Number(position) > 0 ? 1 : 0)) ?? [],
  );
}

function isWorking(day: string): boolean {
  if (day in holidays.holidays) return false;
  return day in holidays.workdays || !['SU', 'SA'].includes(nameOf(day));
}

const shift = (day: string, count: number) => new Date(Date.parse(day) + count * DAY_MS).toISOString().slice(0, 10);
const nameOf = (day: string) => NAMES[new Date(day).getUTCDay()] ?? '';
const mondayOf = (day: string) => shift(day, -((new Date(day).getUTCDay() + 6) % 7));
const monthOf = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
