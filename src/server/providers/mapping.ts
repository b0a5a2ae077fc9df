// From a provider's answer to what is shown, by its mapping; what cannot be right is refused as a whole.
import { type Bill, MOST_BILLS, type Statement, Usage } from '../../contract/bills.ts';
import type { Day, Instant } from '../../contract/time.ts';
import { fenOf } from '../../domain/bills/money.ts';
import { dayOf } from '../../domain/time/almanac.ts';
import { addDays, daysBetween } from '../../domain/time/days.ts';
import type { BillsMapping, OutagesMapping } from './config.ts';
import { dayFrom, instantFrom, monthFrom } from './dates.ts';
import { type Fault, ProviderError, type ProviderOutage } from './port.ts';
import { at, listAt, type Tree, textAt } from './tree.ts';

/** More are no answer for one household. */
const MOST_ITEMS = 1_000;
const LONGEST_PERIOD_DAYS = 400;
const OLDEST_DAYS = 20 * 366;
/** A bill for a year in advance, and the time to pay it. */
const FARTHEST_DAYS = 2 * 366;
const LONGEST_OUTAGE_MS = 60 * 86_400_000;
const LONGEST_TEXT = 500;
const BETWEEN_AREAS = /[、，,;；]/;

const unreadable = (fault: Fault, place?: number) => new ProviderError('unreadable', fault, place);

/** `asOf`: when the provider said it. @throws ProviderError `unreadable` */
export function statementOf(
  tree: Tree,
  mapping: BillsMapping,
  asked: { readonly account: string; readonly asOf: Instant; readonly now: number },
): Statement {
  const items = listAt(tree, mapping.items);
  if (!items || items.length > MOST_ITEMS) throw unreadable('list');
  if (textAt(tree, mapping.account) !== asked.account) throw unreadable('account');
  const today = dayOf(asked.now);
  const bills = items.map((item, index) => billOf(item, mapping, today, index + 1));
  bills.sort((one, other) => (one.period.to === other.period.to ? 0 : one.period.to < other.period.to ? 1 : -1));
  return { asOf: asked.asOf, balance: balanceOf(tree, mapping), bills: bills.slice(0, MOST_BILLS) };
}

function balanceOf(tree: Tree, { balance, money }: BillsMapping): number | null {
  if (balance === null) return null;
  const fen = fenOf(textAt(tree, balance) ?? '', money);
  if (fen === undefined) throw unreadable('balance');
  return fen;
}

function billOf(item: Tree, { fields, money }: BillsMapping, today: Day, place: number): Bill {
  const amountDue = fenOf(textAt(item, fields.amount) ?? '', money);
  if (amountDue === undefined || amountDue < 0) throw unreadable('amount', place);
  const period = periodOf(item, fields.period);
  if (!period || !isLikely(period, today)) throw unreadable('period', place);
  const dueOn = dueOf(item, fields.due);
  if (dueOn === undefined || (dueOn !== null && (dueOn < period.from || daysBetween(today, dueOn) > FARTHEST_DAYS)))
    throw unreadable('due', place);
  const usage = usageOf(item, fields.usage);
  if (usage === undefined) throw unreadable('usage', place);
  const word = textAt(item, fields.status.at) ?? '';
  const isPaid = fields.status.paid.includes(word);
  if (!isPaid && !fields.status.unpaid.includes(word)) throw unreadable('status-word', place);
  const status = isPaid ? 'paid' : dueOn !== null && dueOn < today ? 'overdue' : 'unpaid';
  return { period, amountDue, dueOn, usage, status };
}

function periodOf(item: Tree, where: BillsMapping['fields']['period']): Bill['period'] | undefined {
  if ('month' in where) return monthFrom(textAt(item, where.month) ?? '', where.pattern);
  const from = dayFrom(textAt(item, where.from) ?? '', where.pattern);
  const to = dayFrom(textAt(item, where.to) ?? '', where.pattern);
  return from && to && { from, to };
}

function isLikely({ from, to }: Bill['period'], today: Day): boolean {
  const days = daysBetween(from, to);
  return (
    days >= 0 &&
    days <= LONGEST_PERIOD_DAYS &&
    from >= addDays(today, -OLDEST_DAYS) &&
    to <= addDays(today, FARTHEST_DAYS)
  );
}

/** Null: none is set; undefined: it cannot be read. */
function dueOf(item: Tree, where: BillsMapping['fields']['due']): Day | null | undefined {
  const text = where && textAt(item, where.at);
  return text ? dayFrom(text, where.pattern) : null;
}

function usageOf(item: Tree, where: BillsMapping['fields']['usage']): Usage | null | undefined {
  const value = where && textAt(item, where.at);
  return value ? Usage.safeParse({ value, unit: where.unit }).data : null;
}

/** @throws ProviderError `unreadable` */
export function outagesOf(tree: Tree, mapping: OutagesMapping): ProviderOutage[] {
  const items = listAt(tree, mapping.items);
  if (!items || items.length > MOST_ITEMS) throw unreadable('list');
  const outages = items.map((item, index) => outageOf(item, mapping, index + 1));
  const numbers = outages.map(({ number }) => number);
  const twice = numbers.findIndex((number, index) => numbers.indexOf(number) < index);
  if (twice >= 0) throw unreadable('number', twice + 1);
  return outages;
}

function outageOf(item: Tree, { fields, times, areas }: OutagesMapping, place: number): ProviderOutage {
  const number = textAt(item, fields.number);
  if (!number || number.length > 60) throw unreadable('number', place);
  const named = namesAt(item, fields.areas);
  if (named.length === 0) throw unreadable('areas', place);
  const from = instantFrom(textAt(item, fields.from) ?? '', times);
  const end = fields.to === null ? undefined : textAt(item, fields.to);
  const to = end === undefined ? null : instantFrom(end, times);
  if (!from || to === undefined || (to !== null && !isSpan(from, to))) throw unreadable('times', place);
  const text = (textAt(item, fields.text) ?? '').replaceAll(/\s+/g, ' ').trim();
  if (text === '' || text.length > LONGEST_TEXT) throw unreadable('text', place);
  return { number, areas: named.map((name) => areas[name] ?? name), from, to, text };
}

function isSpan(from: Instant, to: Instant): boolean {
  const length = Date.parse(to) - Date.parse(from);
  return length > 0 && length <= LONGEST_OUTAGE_MS;
}

function namesAt(item: Tree, path: string): string[] {
  const found = at(item, path);
  const texts = typeof found === 'string' ? found.split(BETWEEN_AREAS) : (listAt(item, path) ?? []);
  return texts.flatMap((each) => (typeof each === 'string' && each.trim() !== '' ? [each.trim()] : []));
}
