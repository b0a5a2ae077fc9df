// What a household owes for water, power, gas and television, as its providers say when they are asked.
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { Day, Instant } from './time.ts';

/** 水, 电, 气, 有线电视, in the order in which they are shown. */
export const UTILITIES = ['water', 'power', 'gas', 'tv'] as const;
export const Utility = z.enum(UTILITIES);
export type Utility = z.infer<typeof Utility>;

/** In fen, a hundredth of a yuan: money is never a fraction. */
export const Fen = z.int();

/** Who sends the bill, and where a person answers. */
export const ProviderName = z.object({
  /** 周村自来水公司 */
  name: z.string(),
  phone: z.string().nullable(),
});
export type ProviderName = z.infer<typeof ProviderName>;

export const Usage = z.object({
  /** As the provider wrote it, a decimal number: 12.5 */
  value: z.string().regex(/^\d{1,9}(\.\d{1,3})?$/),
  /** 立方米, 度; of the television there is none. */
  unit: z.enum(['m3', 'kWh']),
});
export type Usage = z.infer<typeof Usage>;

export const BILL_STATUSES = ['unpaid', 'overdue', 'paid'] as const;

/**
 * One bill. A discount (half price for those who are entitled to it) shows in the amount alone: the reason is nowhere
 * in what travels.
 */
export const Bill = z.object({
  /** First and last day it is for. */
  period: z.object({ from: Day, to: Day }),
  amountDue: Fen.nonnegative(),
  /** The last day to pay; null: the provider sets none. */
  dueOn: Day.nullable(),
  usage: Usage.nullable(),
  /** `overdue`: not paid, and `dueOn` is past. */
  status: z.enum(BILL_STATUSES),
});
export type Bill = z.infer<typeof Bill>;

/** At most the newest twelve. */
export const MOST_BILLS = 12;

/** What a provider said of an account. */
export const Statement = z.object({
  /** When the provider said it. */
  asOf: Instant,
  /** What has been paid in advance, below zero where it is used up; null: the provider keeps none. */
  balance: Fen.nullable(),
  /** The newest first; none: nothing was billed yet. */
  bills: z.array(Bill).max(MOST_BILLS),
});
export type Statement = z.infer<typeof Statement>;

/**
 * `unreachable`: no answer in time, or an error; or the provider is left in peace for a while after several of these.
 * `unreadable`: an answer that cannot be right, which is not shown. `busy`: too many ask at once.
 * `no-account`: the provider knows no such account, so the household's number is to be checked.
 */
export const TROUBLES = ['unreachable', 'unreadable', 'busy', 'no-account'] as const;
export const Trouble = z.enum(TROUBLES);
export type Trouble = z.infer<typeof Trouble>;

/** 户号 with all but its last four signs hidden: ******5678 */
export const MaskedAccount = z.string().regex(/^\*+[\dA-Za-z-]{0,4}$/);

export const UtilityBills = z.discriminatedUnion('state', [
  /** Nobody has told which account is this household's, or what was told cannot be read any more. */
  z.object({ state: z.literal('not-linked'), utility: Utility, provider: ProviderName }),
  z.object({
    state: z.literal('known'),
    utility: Utility,
    provider: ProviderName,
    account: MaskedAccount,
    statement: Statement,
  }),
  z.object({
    state: z.literal('trouble'),
    utility: Utility,
    provider: ProviderName,
    account: MaskedAccount,
    trouble: Trouble,
    /** The last good answer, where there was one of late. */
    last: Statement.nullable(),
  }),
]);
export type UtilityBills = z.infer<typeof UtilityBills>;

export const readBills = endpoint({
  method: 'GET',
  path: '/api/box/bills',
  access: 'box',
  summary:
    "What this household's providers bill, each asked on its own; needs the pass of openPrivate in x-linli-private",
  /** In the order of UTILITIES; one that nobody has connected is left out. */
  reply: z.object({ items: z.array(UtilityBills).max(UTILITIES.length) }),
  example: {
    reply: {
      items: [
        {
          state: 'known',
          utility: 'water',
          provider: { name: '周村自来水公司', phone: '12345' },
          account: '******5678',
          statement: {
            asOf: '2026-11-25T02:10:00.000Z',
            balance: null,
            bills: [
              {
                period: { from: '2026-09-01', to: '2026-10-31' },
                amountDue: 4_680,
                dueOn: '2026-11-30',
                usage: { value: '13', unit: 'm3' },
                status: 'unpaid',
              },
              {
                period: { from: '2026-07-01', to: '2026-08-31' },
                amountDue: 5_400,
                dueOn: '2026-09-30',
                usage: { value: '15', unit: 'm3' },
                status: 'paid',
              },
            ],
          },
        },
        {
          state: 'trouble',
          utility: 'power',
          provider: { name: '周村供电中心', phone: '95598' },
          account: '*********0326',
          trouble: 'unreachable',
          last: {
            asOf: '2026-11-25T00:40:00.000Z',
            balance: 8_735,
            bills: [
              {
                period: { from: '2026-10-01', to: '2026-10-31' },
                amountDue: 9_842,
                dueOn: '2026-11-28',
                usage: { value: '180.5', unit: 'kWh' },
                status: 'unpaid',
              },
            ],
          },
        },
        { state: 'not-linked', utility: 'gas', provider: { name: '周村燃气公司', phone: '12345' } },
        {
          state: 'known',
          utility: 'tv',
          provider: { name: '周村广电', phone: '96599' },
          account: '************0017',
          statement: {
            asOf: '2026-11-25T02:10:00.000Z',
            balance: 0,
            bills: [
              {
                period: { from: '2026-11-01', to: '2026-11-30' },
                amountDue: 1_200,
                dueOn: '2026-11-20',
                usage: null,
                status: 'overdue',
              },
            ],
          },
        },
      ],
    },
  },
});
