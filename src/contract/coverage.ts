// Coverage: households with an active two-way HD box among all households (plan of 2015, section 三.2).
import { z } from 'zod';
import { endpoint, PageQuery, pageOf } from './endpoint.ts';
import { RegionCode } from './regions.ts';
import { Day } from './time.ts';

/** A box counts as active on a day when it was seen on it or within the days before, so many in all. Defined here alone. */
export const ACTIVE_DAYS = { default: 30, least: 7, most: 90 } as const;
/** Per cent of the households: the programme's targets. */
export const COVERAGE_TARGETS = { urban: 70, rural: 60 } as const;

export const CoverageRow = z.object({
  region: RegionCode,
  name: z.string(),
  kind: z.enum(['district', 'town', 'community']),
  setting: z.enum(['urban', 'rural']).nullable(),
  hasChildren: z.boolean(),
  households: z.int(),
  covered: z.int(),
  /** Per cent with one decimal, cut and not rounded: 69.9 is not 70. Null: no household is known. */
  percent: z.number().nullable(),
  /** Of a community by its setting; null above. */
  target: z.number().nullable(),
  /** Communities below it (or itself) that have a household, and how many of them reach their target. */
  communities: z.int(),
  reached: z.int(),
});
export type CoverageRow = z.infer<typeof CoverageRow>;

/** What every answer tells of how it was counted. */
const Basis = { asOf: Day, activeDays: z.int() };
const days = z.coerce.number().int().min(ACTIVE_DAYS.least).max(ACTIVE_DAYS.most).default(ACTIVE_DAYS.default);

const row: z.input<typeof CoverageRow> = {
  region: '370306001001',
  name: '车站社区',
  kind: 'community',
  setting: 'urban',
  hasChildren: false,
  households: 8,
  covered: 6,
  percent: 75,
  target: 70,
  communities: 1,
  reached: 1,
};

export const readCoverage = endpoint({
  method: 'GET',
  path: '/api/coverage',
  access: 'staff',
  summary: 'Coverage of a region and of its children, as of the end of a day (today: until now)',
  query: z.object({ region: RegionCode.optional(), asOf: Day.optional(), days }),
  reply: z.object({ ...Basis, total: CoverageRow, items: z.array(CoverageRow) }),
  example: {
    query: { region: '370306001', asOf: '2026-11-23' },
    reply: {
      asOf: '2026-11-23',
      activeDays: 30,
      total: {
        ...row,
        region: '370306001',
        name: '丝绸路街道',
        kind: 'town',
        setting: null,
        hasChildren: true,
        target: null,
      },
      items: [row],
    },
  },
});

export const readCoverageTrend = endpoint({
  method: 'GET',
  path: '/api/coverage/trend',
  access: 'staff',
  summary: 'Coverage of a region on each day of a period of at most 400 days',
  query: z.object({ region: RegionCode.optional(), from: Day, to: Day, days }),
  reply: z.object({
    activeDays: z.int(),
    target: z.number().nullable(),
    items: z.array(z.object({ day: Day, households: z.int(), covered: z.int(), percent: z.number().nullable() })),
  }),
  example: {
    query: { region: '370306001001', from: '2026-11-22', to: '2026-11-23' },
    reply: {
      activeDays: 30,
      target: 70,
      items: [
        { day: '2026-11-22', households: 8, covered: 5, percent: 62.5 },
        { day: '2026-11-23', households: 8, covered: 6, percent: 75 },
      ],
    },
  },
});

export const listCoverageHouseholds = endpoint({
  method: 'GET',
  path: '/api/coverage/households',
  access: 'staff',
  summary: 'The households behind a figure',
  query: PageQuery.extend({
    region: RegionCode,
    asOf: Day.optional(),
    days,
    covered: z.enum(['1', '0']).optional(),
  }),
  reply: pageOf(
    z.object({
      household: RegionCode,
      place: z.string(),
      name: z.string(),
      covered: z.boolean(),
      lastSeen: Day.nullable(),
    }),
  ),
  example: {
    query: { region: '370306001001', covered: '0' },
    reply: {
      items: [
        { household: '3703060010010010010102', place: '车站社区', name: '1号楼 102', covered: false, lastSeen: null },
      ],
      total: 1,
      page: 1,
      pageSize: 20,
    },
  },
});

/** Not in the endpoint table's shape: the table as a workbook, by the query of `readCoverage`; every community a row. */
export const COVERAGE_XLSX_PATH = '/api/coverage.xlsx';
