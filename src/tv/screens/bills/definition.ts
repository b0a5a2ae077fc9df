// What the household owes for water, power, gas and television, behind its PIN; a provider that is silent silences no other.
import type { Bill, Statement, UtilityBills } from '../../../contract/bills.ts';
import { yuanText } from '../../../domain/bills/yuan.ts';
import { startOfDay } from '../../../domain/time/days.ts';
import type { Context, ScreenName } from '../../navigation/context.ts';
import { type Definition, type Move, STAY } from '../../navigation/definition.ts';
import type { BillCard, BillsModel } from '../../navigation/frames/bills.ts';
import { askPrivate } from '../../navigation/private.ts';
import { dayText } from '../../texts/days.ts';
import { LIVING_TEXTS } from '../../texts/living.zh-CN.ts';
import { TEXTS } from '../../texts/zh-CN.ts';
import { detailOf } from './detail.ts';

const WORDS = LIVING_TEXTS.bills;
const ICONS = { water: 'water', power: 'power', gas: 'gas', tv: 'box' } as const;

export const bills: Definition<ScreenName, BillsModel> = {
  private: true,
  leadsTo: ['home', 'outages'],
  present(context) {
    const { all, focus } = shownIn(context);
    const chosen = all[focus];
    return {
      name: 'bills',
      title: WORDS.title,
      closing: WORDS.closing,
      cards: all.map((each) => cardOf(each, context.now)),
      focus,
      detail: chosen ? detailOf(chosen, context.now) : null,
      text: textOf(context),
    };
  },
  hints: (context) => [
    ...(shownIn(context).all.length > 1 ? [{ key: 'upDown', label: TEXTS.hints.choose } as const] : []),
    ...(mayAskAgain(context) ? [{ key: 'ok', label: LIVING_TEXTS.hints.again } as const] : []),
    { key: 'seven', label: LIVING_TEXTS.hints.outages },
    { key: 'back', label: TEXTS.hints.leave },
  ],
  press(context, key) {
    const { focus } = shownIn(context);
    switch (key) {
      case 'up':
        return choose(context, focus - 1);
      case 'down':
        return choose(context, focus + 1);
      case 'ok':
        return mayAskAgain(context) ? again(context) : STAY;
      case '7':
        return { to: 'outages', change: { outages: { id: null, index: 0, from: 'home' } } };
      case 'back':
        return { to: 'home' };
      default:
        return choose(context, Number(key) - 1);
    }
  },
};

function shownIn({ privately }: Context) {
  const all = privately?.bills ?? [];
  return { all, focus: Math.max(0, Math.min(privately?.focus ?? 0, all.length - 1)) };
}

const mayAskAgain = ({ privately }: Context): boolean =>
  privately?.trouble === 'unreachable' || (privately?.bills ?? []).some(({ state }) => state === 'trouble');

function textOf({ privately }: Context): string | null {
  if (privately?.bills) return privately.bills.length === 0 ? WORDS.none : null;
  return privately?.trouble ? WORDS.unreachable : WORDS.loading;
}

function choose(context: Context, index: number): Move<ScreenName> {
  const { privately } = context;
  return privately && shownIn(context).all[index] ? { change: { privately: { ...privately, focus: index } } } : STAY;
}

/** What is shown stays until there is an answer. */
function again(context: Context): Move<ScreenName> {
  const { privately } = context;
  return {
    change: { privately: privately && { ...privately, trouble: null } },
    note: WORDS.loading,
    intents: askPrivate('bills', context),
  };
}

type Face = Pick<BillCard, 'amount' | 'meta' | 'sign'>;

function cardOf(bills: UtilityBills, now: number): BillCard {
  const { utility, state } = bills;
  return { utility, state, icon: ICONS[utility], label: WORDS.names[utility], ...faceOf(bills, now) };
}

/** Of a provider that is silent now, what it said last; that it is silent goes before when it is to be paid. */
function faceOf(bills: UtilityBills, now: number): Face {
  switch (bills.state) {
    case 'not-linked':
      return { amount: '', meta: WORDS.notLinked, sign: null };
    case 'known':
      return owedIn(bills.statement, now);
    case 'trouble': {
      const last = bills.last ? owedIn(bills.last, now) : null;
      const meta = bills.trouble === 'unreachable' ? WORDS.silent : WORDS.noAnswer;
      return { amount: last?.amount ?? '', meta, sign: 'offline' };
    }
  }
}

function owedIn({ bills }: Statement, now: number): Face {
  const owed = bills.filter(({ status }) => status !== 'paid');
  if (bills.length === 0) return { amount: '', meta: WORDS.nothingBilled, sign: null };
  if (owed.length === 0) return { amount: '', meta: WORDS.settled, sign: 'over' };
  const amount = WORDS.yuan(yuanText(owed.reduce((sum, bill) => sum + bill.amountDue, 0)));
  const due = firstDue(owed);
  const isLate = owed.some(({ status }) => status === 'overdue');
  const day = due === null ? null : dayText(startOfDay(due), now);
  if (isLate) return { amount, meta: day === null ? WORDS.overdue : WORDS.overdueSince(day), sign: 'alert' };
  return { amount, meta: day === null ? WORDS.unpaid : WORDS.due(day), sign: null };
}

function firstDue(owed: readonly Bill[]): Bill['dueOn'] {
  const days = owed.flatMap(({ dueOn }) => (dueOn === null ? [] : [dueOn])).sort();
  return days[0] ?? null;
}
