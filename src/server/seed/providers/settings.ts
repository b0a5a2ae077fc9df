// How the simulated providers are read: what providers.json would say of them.
import type { z } from 'zod';
import type { ProvidersFile } from '../../providers/config.ts';

type Settings = z.input<typeof ProvidersFile>['providers'][number];

const SIMULATED_NAMES = {
  water: { name: '周村自来水公司', phone: '12345' },
  power: { name: '周村供电中心', phone: '95598' },
  gas: { name: '周村燃气公司', phone: '12345' },
  tv: { name: '周村广电', phone: '96599' },
} as const;

/** `url`: of the simulator. `gasFolder`: where its files are. `areas`: what providers call a region. */
export function simulatedSettings(given: {
  readonly url: string;
  readonly gasFolder: string;
  readonly areas?: Readonly<Record<string, string>>;
  readonly timeLimitMs?: number;
  readonly testAccounts?: Partial<Record<Settings['utility'], string>>;
}): Settings[] {
  const common = <U extends Settings['utility']>(utility: U) => ({
    utility,
    ...SIMULATED_NAMES[utility],
    testAccount: given.testAccounts?.[utility] ?? null,
  });
  const areas = { ...given.areas };
  const limit = given.timeLimitMs === undefined ? {} : { timeLimitMs: given.timeLimitMs };
  return [
    {
      ...common('water'),
      ...limit,
      kind: 'json',
      bills: {
        url: `${given.url}/water/bills?account={account}`,
        mapping: {
          account: 'data.userNo',
          items: 'data.bills',
          money: 'yuan',
          fields: {
            period: { from: 'start', to: 'end', pattern: 'yyyy-MM-dd' },
            amount: 'amount',
            due: { at: 'payBy', pattern: 'yyyy-MM-dd' },
            usage: { at: 'volume', unit: 'm3' },
            status: { at: 'state', paid: ['已缴'], unpaid: ['未缴'] },
          },
        },
      },
      outages: {
        url: `${given.url}/water/outages`,
        mapping: {
          items: 'data',
          fields: { number: 'id', areas: 'areas', from: 'start', to: 'end', text: 'text' },
          times: 'iso',
          areas,
        },
      },
    },
    {
      ...common('power'),
      ...limit,
      kind: 'xml',
      bills: {
        url: `${given.url}/power/bills?account={account}`,
        mapping: {
          account: 'resp.consNo',
          items: 'resp.list.bill',
          money: 'yuan',
          balance: 'resp.prepaid',
          fields: {
            period: { month: '@month', pattern: 'yyyyMM' },
            amount: 'money',
            due: { at: 'due', pattern: 'yyyyMMdd' },
            usage: { at: 'kwh', unit: 'kWh' },
            status: { at: 'paid', paid: ['Y'], unpaid: ['N'] },
          },
        },
      },
      outages: {
        url: `${given.url}/power/outages`,
        mapping: {
          items: 'resp.list.plan',
          fields: { number: '@no', areas: 'area', from: 'from', to: 'to', text: 'reason' },
          times: 'yyyy-MM-dd HH:mm',
          areas,
        },
      },
    },
    {
      ...common('gas'),
      kind: 'csv',
      bills: {
        folder: given.gasFolder,
        mapping: {
          account: '户号',
          items: '',
          money: 'yuan',
          balance: '余额',
          fields: {
            period: { from: '起', to: '止', pattern: 'yyyy/MM/dd' },
            amount: '金额',
            due: { at: '缴费期限', pattern: 'yyyy/MM/dd' },
            usage: { at: '用气量', unit: 'm3' },
            status: { at: '状态', paid: ['已缴'], unpaid: ['未缴'] },
          },
        },
      },
    },
    {
      ...common('tv'),
      ...limit,
      kind: 'json',
      bills: {
        url: `${given.url}/tv/bills?account={account}`,
        mapping: {
          account: 'card',
          items: 'months',
          money: 'fen',
          balance: 'credit',
          fields: {
            period: { month: 'month', pattern: 'yyyy-MM' },
            amount: 'fen',
            due: { at: 'due', pattern: 'yyyy-MM-dd' },
            status: { at: 'paid', paid: ['true'], unpaid: ['false'] },
          },
        },
      },
    },
  ];
}

const COLUMNS = ['户号', '起', '止', '金额', '余额', '缴费期限', '用气量', '状态'];

/** The gas company's file. */
export const gasFile = (rows: readonly (readonly string[])[]): string =>
  [COLUMNS, ...rows].map((row) => `${row.join(',')}\r\n`).join('');
