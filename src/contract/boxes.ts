// A set-top box: where it stands, what it needs to know at its start.
import { z } from 'zod';
import { endpoint, PageQuery, pageOf } from './endpoint.ts';
import { BoxId } from './ids.ts';
import { RegionCode } from './regions.ts';
import { Day, Instant } from './time.ts';

/** One day as a resident reads it; the box cannot compute the lunar date itself. */
export const AlmanacDay = z.object({
  day: Day,
  /** 11月23日 */ date: z.string(),
  /** 星期一 */ weekday: z.string(),
  /** 十月十五, or a festival: 中秋节 */ lunar: z.string(),
});
export type AlmanacDay = z.infer<typeof AlmanacDay>;

export const BoxHome = z.object({
  id: BoxId,
  community: z.object({ code: RegionCode, name: z.string() }),
  /** District, town, community, grid, building, household: the regions this box hears. */
  chain: z.array(RegionCode),
  /** The coming seven days, today first. */
  almanac: z.array(AlmanacDay),
  serverTime: Instant,
});
export type BoxHome = z.infer<typeof BoxHome>;

export const Box = z.object({
  id: BoxId,
  name: z.string(),
  household: RegionCode,
  place: z.string(),
  lastSeenAt: Instant.nullable(),
});
export type Box = z.infer<typeof Box>;

export const readBoxHome = endpoint({
  method: 'GET',
  path: '/api/box',
  access: 'box',
  summary: 'Where this box stands, and the coming days',
  reply: BoxHome,
  example: {
    reply: {
      id: '019ab000-0000-7000-8000-0000000000b1',
      community: { code: '370306001001', name: '车站社区' },
      chain: ['370306', '370306001', '370306001001', '370306001001001', '370306001001001001', '3703060010010010010101'],
      almanac: [
        { day: '2026-11-23', date: '11月23日', weekday: '星期一', lunar: '十月十五' },
        { day: '2026-11-24', date: '11月24日', weekday: '星期二', lunar: '十月十六' },
      ],
      serverTime: '2026-11-23T12:00:00.000Z',
    },
  },
});

export const listBoxes = endpoint({
  method: 'GET',
  path: '/api/boxes',
  access: 'staff',
  summary: 'Boxes of a region',
  query: PageQuery.extend({ region: RegionCode.optional() }),
  reply: pageOf(Box),
  example: {
    query: { region: '370306001001' },
    reply: {
      items: [
        {
          id: '019ab000-0000-7000-8000-0000000000b1',
          name: '1号楼 101',
          household: '3703060010010010010101',
          place: '车站社区',
          lastSeenAt: null,
        },
      ],
      total: 1,
      page: 1,
      pageSize: 20,
    },
  },
});
