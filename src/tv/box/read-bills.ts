// Looks at what came as the household's bills before it is shown.
import type { Bill, ProviderName, Statement, Usage, UtilityBills } from '../../contract/bills.ts';
import { UTILITIES } from '../catalogue/living.ts';
import { type Check, isDate, isNumber, isText, listOf, oneOf, orNull, shaped } from '../catalogue/shapes.ts';
import { isObject } from '../feed/record.ts';

const isBill = shaped<Bill>({
  period: shaped<Bill['period']>({ from: isDate, to: isDate }),
  amountDue: isNumber,
  dueOn: orNull(isDate),
  usage: orNull(shaped<Usage>({ value: isText, unit: isText })),
  status: oneOf(['unpaid', 'overdue', 'paid'] satisfies Bill['status'][]),
});
const isStatement = shaped<Statement>({ asOf: isDate, balance: orNull(isNumber), bills: listOf(isBill) });
const utility = oneOf(UTILITIES);
const provider = shaped<ProviderName>({ name: isText, phone: orNull(isText) });
type In<State> = Extract<UtilityBills, { state: State }>;

const STATES: Readonly<Record<UtilityBills['state'], Check>> = {
  'not-linked': shaped<In<'not-linked'>>({ state: isText, utility, provider }),
  known: shaped<In<'known'>>({ state: isText, utility, provider, account: isText, statement: isStatement }),
  trouble: shaped<In<'trouble'>>({
    state: isText,
    utility,
    provider,
    account: isText,
    trouble: isText,
    last: orNull(isStatement),
  }),
};

/** Null: this is no answer. One utility that cannot be read takes no other with it. */
export function readBills(value: unknown): readonly UtilityBills[] | null {
  if (!isObject(value) || !Array.isArray(value.items)) return null;
  return value.items.filter(isBills);
}

const isBills = (value: unknown): value is UtilityBills =>
  isObject(value) && STATES[value.state as UtilityBills['state']]?.(value) === true;
