// Between how often a notice is on, as an author picks it, and the rule of RFC 5545 that is stored.
import {
  formatRecurrence,
  parseRecurrence,
  type RecurrenceRule,
  WEEKDAYS,
  type Weekday,
} from '../../../domain/schedule/recurrence.ts';

/** `other`: a rule that these fields cannot show, such as one with a count; it stays as it is. */
export const REPEATS = ['none', 'daily', 'weekly', 'month-days', 'month-week', 'other'] as const;
type Repeat = (typeof REPEATS)[number];

export interface RecurrenceForm {
  readonly repeat: Repeat;
  readonly interval: number;
  readonly weekdays: readonly Weekday[];
  /** -1: the last of the month. */
  readonly monthDays: readonly number[];
  readonly nth: number;
  readonly nthWeekday: Weekday;
  /** The rule as it is stored. */
  readonly rule: string | null;
}

const EMPTY: RecurrenceForm = {
  repeat: 'none',
  interval: 1,
  weekdays: ['MO'],
  monthDays: [1],
  nth: 1,
  nthWeekday: 'MO',
  rule: null,
};
const BARE: RecurrenceRule = {
  frequency: 'DAILY',
  interval: 1,
  byDay: [],
  byMonthDay: [],
  bySetPos: [],
  count: null,
  until: null,
};

export function formOfRule(rule: string | null): RecurrenceForm {
  const parsed = rule === null ? null : parseRecurrence(rule);
  if (!parsed) return { ...EMPTY, rule, repeat: rule === null ? 'none' : 'other' };
  const form = { ...EMPTY, rule, interval: parsed.interval, ...shapeOf(parsed) };
  return ruleOf(form) === formatRecurrence(parsed) ? form : { ...form, repeat: 'other' };
}

function shapeOf({ frequency, byDay, byMonthDay }: RecurrenceRule): Partial<RecurrenceForm> {
  const [first] = byDay;
  if (frequency === 'DAILY') return { repeat: 'daily' };
  if (frequency === 'WEEKLY' && first) return { repeat: 'weekly', weekdays: byDay.map(({ weekday }) => weekday) };
  if (frequency === 'MONTHLY' && byMonthDay.length > 0) return { repeat: 'month-days', monthDays: byMonthDay };
  if (frequency === 'MONTHLY' && first?.nth) {
    return { repeat: 'month-week', nth: first.nth, nthWeekday: first.weekday };
  }
  return { repeat: 'other' };
}

/** Null: every day. */
export function ruleOf(form: RecurrenceForm): string | null {
  const base = { ...BARE, interval: form.interval };
  switch (form.repeat) {
    case 'none':
      return null;
    case 'other':
      return form.rule;
    case 'daily':
      return formatRecurrence(base);
    case 'weekly': {
      const byDay = WEEKDAYS.filter((each) => form.weekdays.includes(each)).map((weekday) => ({ nth: null, weekday }));
      return formatRecurrence({ ...base, frequency: 'WEEKLY', byDay });
    }
    case 'month-days':
      return formatRecurrence({ ...base, frequency: 'MONTHLY', byMonthDay: [...form.monthDays].sort(inMonth) });
    case 'month-week':
      return formatRecurrence({
        ...base,
        frequency: 'MONTHLY',
        byDay: [{ nth: form.nth, weekday: form.nthWeekday }],
      });
  }
}

/** What is counted from the end comes last. */
const inMonth = (one: number, other: number): number => (one < 0 ? one + 100 : one) - (other < 0 ? other + 100 : other);
