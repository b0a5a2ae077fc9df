// Days, months and times as others write them, by a pattern: yyyy-MM-dd, yyyyMM, yyyy/MM/dd HH:mm.
import type { Day, Instant } from '../../contract/time.ts';
import { addDays, SHANGHAI_OFFSET_MS } from '../../domain/time/days.ts';
import { instantOf } from '../runtime.ts';

const DIGITS = { yyyy: 4, MM: 2, dd: 2, HH: 2, mm: 2, ss: 2 } as const;
type Part = keyof typeof DIGITS;
const PARTS = /yyyy|MM|dd|HH|mm|ss/g;
const ISO = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:?\d\d)$/;

const partsOf = (pattern: string) => (pattern.match(PARTS) ?? []) as Part[];

/** Has the pattern each of these parts once, and no other? */
export function hasParts(pattern: string, wanted: readonly Part[], more: readonly Part[] = []): boolean {
  const parts = partsOf(pattern);
  return (
    new Set(parts).size === parts.length &&
    wanted.every((part) => parts.includes(part)) &&
    parts.every((part) => [...wanted, ...more].includes(part))
  );
}

/** Milliseconds as though the text were UTC; undefined for what does not fit, or is in no calendar. */
function read(text: string, pattern: string): number | undefined {
  const parts = partsOf(pattern);
  const escaped = pattern.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
  const match = new RegExp(`^${escaped.replaceAll(PARTS, (part) => `(\\d{${DIGITS[part as Part]}})`)}$`).exec(text);
  if (!match) return undefined;
  const value = (part: Part, missing: number) => {
    const index = parts.indexOf(part);
    return index < 0 ? missing : Number(match[index + 1]);
  };
  const [year, month, day] = [value('yyyy', 0), value('MM', 1), value('dd', 1)];
  const [hour, minute, second] = [value('HH', 0), value('mm', 0), value('ss', 0)];
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  const same = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && date.getUTCHours() === hour;
  return same && minute < 60 && second < 60 ? date.getTime() : undefined;
}

export function dayFrom(text: string, pattern: string): Day | undefined {
  const ms = read(text, pattern);
  return ms === undefined ? undefined : (new Date(ms).toISOString().slice(0, 10) as Day);
}

/** First and last day. */
export function monthFrom(text: string, pattern: string): { from: Day; to: Day } | undefined {
  const from = dayFrom(text, pattern);
  if (!from) return undefined;
  const next = `${addDays(from, 31).slice(0, 7)}-01` as Day;
  return { from, to: addDays(next, -1) };
}

/** `iso`: with its offset; any other pattern is in the time of China. */
export function instantFrom(text: string, pattern: string): Instant | undefined {
  if (pattern === 'iso') {
    const ms = ISO.test(text) ? Date.parse(text) : Number.NaN;
    return Number.isNaN(ms) ? undefined : instantOf(ms);
  }
  const ms = read(text, pattern);
  return ms === undefined ? undefined : instantOf(ms - SHANGHAI_OFFSET_MS);
}
