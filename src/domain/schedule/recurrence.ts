// The part of RFC 5545's recurrence rules that a schedule may use, read strictly; whole days only.
import { SCHEDULE_LIMITS } from '../../contract/schedule.ts';

export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

const FREQUENCIES = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const;
type Frequency = (typeof FREQUENCIES)[number];

export interface RecurrenceRule {
  readonly frequency: Frequency;
  readonly interval: number;
  /** `nth`: of the month, from its end where negative; null: each one. */
  readonly byDay: readonly { readonly nth: number | null; readonly weekday: Weekday }[];
  /** From the month's end where negative: -1 is the last. */
  readonly byMonthDay: readonly number[];
  /** Which of a month's days that the other parts leave: 1 the first, -1 the last. */
  readonly bySetPos: readonly number[];
  readonly count: number | null;
  /** The last day it may fall on, as 20261231. */
  readonly until: string | null;
}

type Parts = Readonly<Record<string, string>>;
const NAMES = ['FREQ', 'INTERVAL', 'BYDAY', 'BYMONTHDAY', 'BYSETPOS', 'COUNT', 'UNTIL'];
/** What each frequency takes besides FREQ, INTERVAL, COUNT and UNTIL. */
const TAKES: Readonly<Record<Frequency, readonly string[]>> = {
  DAILY: [],
  WEEKLY: ['BYDAY'],
  MONTHLY: ['BYDAY', 'BYMONTHDAY', 'BYSETPOS'],
  YEARLY: [],
};

/**
 * Reads `FREQ=MONTHLY;BYDAY=1MO`; null for what is no such rule, or has parts that a schedule doesn't take. Per frequency:
 * DAILY and YEARLY alone, WEEKLY with BYDAY, MONTHLY with BYMONTHDAY, with BYDAY (`2TU`, `-1FR`), or with plain BYDAY and
 * BYSETPOS; each with INTERVAL, and with COUNT or UNTIL (a date), not both. What is left out is what ical.js gets wrong,
 * and what falls within a day.
 */
export function parseRecurrence(text: string): RecurrenceRule | null {
  const parts = partsOf(text);
  const frequency = FREQUENCIES.find((each) => each === parts?.FREQ);
  if (!parts || !frequency) return null;
  const { BYDAY, BYMONTHDAY, BYSETPOS, COUNT, UNTIL } = parts;
  const given = Object.keys(parts).filter((name) => name.startsWith('BY'));
  if (given.some((name) => !TAKES[frequency].includes(name))) return null;
  if ((BYDAY && BYMONTHDAY) || (COUNT && UNTIL) || (BYSETPOS && !BYDAY)) return null;
  const rule = {
    frequency,
    interval: whole(parts.INTERVAL ?? '1', 1, 99),
    byDay: all(BYDAY, (day) => readDay(day, frequency)),
    byMonthDay: all(BYMONTHDAY, (day) => signed(day, 31)),
    bySetPos: all(BYSETPOS, (position) => signed(position, 31)),
    count: COUNT === undefined ? undefined : whole(COUNT, 1, SCHEDULE_LIMITS.days),
    until: UNTIL === undefined ? undefined : readDate(UNTIL),
  };
  const { interval, byDay, byMonthDay, bySetPos, count = null, until = null } = rule;
  if (!(interval && byDay && byMonthDay && bySetPos) || rule.count === null || rule.until === null) return null;
  if (bySetPos.length > 0 && !arePositions(bySetPos, byDay)) return null;
  return { frequency, interval, byDay, byMonthDay, bySetPos, count, until };
}

/** The rule as RFC 5545 writes it. */
export function formatRecurrence(rule: RecurrenceRule): string {
  const parts: readonly (readonly [string, string | number])[] = [
    ['FREQ', rule.frequency],
    ['INTERVAL', rule.interval === 1 ? '' : rule.interval],
    ['BYDAY', rule.byDay.map(({ nth, weekday }) => `${nth ?? ''}${weekday}`).join(',')],
    ['BYMONTHDAY', rule.byMonthDay.join(',')],
    ['BYSETPOS', rule.bySetPos.join(',')],
    ['COUNT', rule.count ?? ''],
    ['UNTIL', rule.until ?? ''],
  ];
  return parts
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}=${value}`)
    .join(';');
}

function partsOf(text: string): Parts | null {
  const pairs = text.split(';').map((part) => part.split('='));
  const names = pairs.map(([name]) => name ?? '');
  const good = pairs.every(([name, value, ...rest]) => NAMES.includes(name ?? '') && value && rest.length === 0);
  return good && new Set(names).size === names.length ? Object.fromEntries(pairs) : null;
}

/** Null where one of them is not what it should be, or comes twice; nothing given is an empty list. */
function all<T>(text: string | undefined, read: (one: string) => T | null): T[] | null {
  if (text === undefined) return [];
  const values = text.split(',').map(read);
  const good = values.every((value) => value !== null) && new Set(values.map((value) => JSON.stringify(value))).size;
  return good === values.length ? values.flatMap((value) => value ?? []) : null;
}

/** Positions that every month has: each day of the week comes four times at least. */
const arePositions = (positions: readonly number[], byDay: RecurrenceRule['byDay']): boolean =>
  byDay.every(({ nth }) => nth === null) && positions.every((position) => Math.abs(position) <= 4 * byDay.length);

function readDay(text: string, frequency: Frequency) {
  const [, nth = '', name] = /^([+-]?[1-5])?([A-Z]{2})$/.exec(text) ?? [];
  const weekday = WEEKDAYS.find((each) => each === name);
  if (!weekday || (nth !== '' && frequency !== 'MONTHLY')) return null;
  return { nth: nth === '' ? null : Number(nth), weekday };
}

function whole(text: string, from: number, to: number): number | null {
  const value = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  return value >= from && value <= to ? value : null;
}

function signed(text: string, most: number): number | null {
  const value = /^[+-]?\d{1,2}$/.test(text) ? Number(text) : 0;
  return value !== 0 && Math.abs(value) <= most ? value : null;
}

/** Only a day: an instant in UTC would end in the middle of one in Shanghai. */
function readDate(text: string): string | null {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? [];
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return date.getUTCDate() === Number(day) ? text : null;
}
