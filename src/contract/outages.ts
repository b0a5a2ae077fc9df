// Planned outages of water, power, gas and television: where, from when to when. Open to everyone.
import { z } from 'zod';
import { Utility } from './bills.ts';
import { endpoint } from './endpoint.ts';
import { OutageId } from './ids.ts';
import { RegionCode } from './regions.ts';
import { Instant } from './time.ts';

/** As boxes carry it too: the catalogue's part `outages` of a community holds those that touch the community. */
export const Outage = z.object({
  id: OutageId,
  utility: Utility,
  /** The places it touches, none of them within another. In a box's part: the district, its town, or places in its community. */
  regions: z.array(z.object({ code: RegionCode, name: z.string() })).min(1),
  from: Instant,
  /** Null: the provider does not know yet. */
  to: Instant.nullable(),
  /** Why, and what to do, in the provider's words: 更换主管道，请提前储水 */
  text: z.string(),
  /** Who says so: 周村自来水公司 */
  source: z.string(),
  /** When the provider said so, or changed it. */
  updatedAt: Instant,
});
export type Outage = z.infer<typeof Outage>;

export const outageExamples: z.input<typeof Outage>[] = [
  {
    id: '019ab000-0000-7000-8000-0000000000e1',
    utility: 'water',
    regions: [{ code: '370306001001', name: '车站社区' }],
    from: '2026-11-27T00:30:00.000Z',
    to: '2026-11-27T09:00:00.000Z',
    text: '更换新建东路主管道，请提前储水。来水后先放一会儿，水变清了再用。',
    source: '周村自来水公司',
    updatedAt: '2026-11-25T01:00:00.000Z',
  },
  {
    id: '019ab000-0000-7000-8000-0000000000e2',
    utility: 'power',
    regions: [
      { code: '370306001001001001', name: '车站社区 1号楼' },
      { code: '370306001001001002', name: '车站社区 2号楼' },
    ],
    from: '2026-11-29T23:00:00.000Z',
    to: null,
    text: '检修配电箱，请关好家用电器。',
    source: '周村供电中心',
    updatedAt: '2026-11-25T01:00:00.000Z',
  },
];

export const listOutages = endpoint({
  method: 'GET',
  path: '/api/outages',
  access: 'public',
  summary: 'Planned outages that touch a region and are not over, the next first',
  query: z.object({ region: RegionCode }),
  reply: z.object({ items: z.array(Outage) }),
  example: { query: { region: '370306001001' }, reply: { items: outageExamples } },
});
