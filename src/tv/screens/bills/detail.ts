// One utility in detail: who bills it, what is the matter, the last bills as bars and the newest in words.
import type { Bill, Statement, UtilityBills } from '../../../contract/bills.ts';
import { yuanText } from '../../../domain/bills/yuan.ts';
import { startOfDay } from '../../../domain/time/days.ts';
import type { BillBar, BillDetail } from '../../navigation/frames/bills.ts';
import { dateText, momentText } from '../../texts/dates.ts';
import { dayText } from '../../texts/days.ts';
import { LIVING_TEXTS } from '../../texts/living.zh-CN.ts';

const WORDS = LIVING_TEXTS.bills;
export const BARS = 5;

export function detailOf(bills: UtilityBills, now: number): BillDetail {
  const { provider } = bills;
  const statement = bills.state === 'known' ? bills.statement : bills.state === 'trouble' ? bills.last : null;
  const when = statement ? momentText(Date.parse(statement.asOf), now) : '';
  return {
    provider: provider.name,
    facts: [
      ...(provider.phone === null ? [] : [WORDS.phone(provider.phone)]),
      ...(bills.state === 'not-linked' ? [] : [WORDS.account(bills.account)]),
      ...balanceOf(statement),
    ],
    words: wordsOf(bills),
    bars: barsOf(statement?.bills ?? []),
    lines: statement ? linesOf(statement, now) : [],
    asOf: statement ? WORDS[bills.state === 'known' ? 'asOf' : 'last'](when) : '',
  };
}

function wordsOf(bills: UtilityBills): string {
  const { name, phone } = bills.provider;
  switch (bills.state) {
    case 'not-linked':
      return WORDS.link(phone);
    case 'known':
      return '';
    case 'trouble':
      return (WORDS.troubles[bills.trouble] ?? WORDS.troubles.unreachable)(name, phone);
  }
}

/** One of nothing says nothing. */
function balanceOf(statement: Statement | null): string[] {
  const balance = statement?.balance ?? 0;
  if (balance === 0) return [];
  return [balance > 0 ? WORDS.balance(yuanText(balance)) : WORDS.debt(yuanText(-balance))];
}

function barsOf(all: readonly Bill[]): BillBar[] {
  const shown = all.slice(0, BARS).reverse();
  const highest = Math.max(1, ...shown.map(({ amountDue }) => amountDue));
  return shown.map(({ period, amountDue, status }) => ({
    label: monthsOf(period),
    amount: yuanText(amountDue),
    part: amountDue / highest,
    paid: status === 'paid',
  }));
}

/** 10月; 9—10月 */
function monthsOf({ from, to }: Bill['period']): string {
  const [first, last] = [from, to].map((day) => Number(day.slice(5, 7))) as [number, number];
  return first === last ? WORDS.month(first) : WORDS.months(first, last);
}

function linesOf({ bills }: Statement, now: number): string[] {
  const [newest] = bills;
  if (!newest) return [WORDS.nothingBilled];
  const { period, usage, amountDue, dueOn, status } = newest;
  const [from, to] = [period.from, period.to].map((day) => dateText(startOfDay(day), now)) as [string, string];
  const used = usage ? `，${WORDS.used(`${usage.value}${WORDS.units[usage.unit] ?? ''}`)}` : '';
  const due = dueOn === null ? WORDS.unpaid : WORDS.due(dayText(startOfDay(dueOn), now));
  const paid = status === 'paid' ? WORDS.paid : status === 'overdue' ? WORDS.overdue : due;
  return [`${WORDS.period(from, to)}${used}`, `${WORDS.yuan(yuanText(amountDue))}，${paid}`];
}
