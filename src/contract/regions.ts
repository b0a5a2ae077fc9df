// The tree of places: district, town, community, grid, building, household.
import { z } from 'zod';
import { endpoint } from './endpoint.ts';

export const REGION_KINDS = ['district', 'town', 'community', 'grid', 'building', 'household'] as const;
export const RegionKind = z.enum(REGION_KINDS);
export type RegionKind = z.infer<typeof RegionKind>;

/**
 * A place's code. Every child's code begins with its parent's, at a fixed width for each kind:
 * district 6, town 9, community 12 (the statistical division codes), grid 15, building 18, household 22.
 */
export const RegionCode = z
  .string()
  .regex(/^\d{6}(\d{3}(\d{3}(\d{3}(\d{3}(\d{4})?)?)?)?)?$/)
  .brand<'RegionCode'>();
export type RegionCode = z.infer<typeof RegionCode>;

export const Region = z.object({
  code: RegionCode,
  parent: RegionCode.nullable(),
  kind: RegionKind,
  /** Official name: 车站社区居委会 */
  name: z.string(),
  /** What residents call it, shown on the television: 车站社区 */
  shortName: z.string(),
  /** Decides the coverage target of the programme; null above communities. */
  setting: z.enum(['urban', 'rural']).nullable(),
  hasChildren: z.boolean(),
});
export type Region = z.infer<typeof Region>;

/** A unit of the programme (plan of 2015, section 三); 经济开发区 has no statistical code. */
export const ProgrammeUnit = z.object({
  code: z.string().regex(/^U\d{2}$/),
  name: z.string(),
  statisticalCode: RegionCode.nullable(),
  /** Communities the unit has to build. */
  quota: z.int().positive(),
});
export type ProgrammeUnit = z.infer<typeof ProgrammeUnit>;

const town: z.input<typeof Region> = {
  code: '370306001',
  parent: '370306',
  kind: 'town',
  name: '丝绸路街道',
  shortName: '丝绸路街道',
  setting: null,
  hasChildren: true,
};
const station: z.input<typeof Region> = {
  code: '370306001001',
  parent: '370306001',
  kind: 'community',
  name: '车站社区居委会',
  shortName: '车站社区',
  setting: 'urban',
  hasChildren: true,
};

export const listRegions = endpoint({
  method: 'GET',
  path: '/api/regions',
  access: 'staff',
  summary: 'The children of a region, or the roots of what the actor may see',
  query: z.object({ parent: RegionCode.optional() }),
  reply: z.object({ items: z.array(Region) }),
  example: {
    query: { parent: '370306001' },
    reply: { items: [station, { ...station, code: '370306001003', name: '市南社区居委会', shortName: '市南社区' }] },
  },
});

/** The whole tree down to communities: small enough (261 rows) for one answer and one picker. */
export const regionTree = endpoint({
  method: 'GET',
  path: '/api/regions/tree',
  access: 'staff',
  summary: 'District, towns and communities the actor may see',
  reply: z.object({ items: z.array(Region) }),
  example: { reply: { items: [town, station] } },
});

export const listProgrammeUnits = endpoint({
  method: 'GET',
  path: '/api/programme/units',
  access: 'staff',
  summary: 'The eight units of the programme with their quotas',
  reply: z.object({ items: z.array(ProgrammeUnit) }),
  example: { reply: { items: [{ code: 'U01', name: '王村镇', statisticalCode: '370306102', quota: 3 }] } },
});
