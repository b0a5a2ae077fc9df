// The tree of regions shows the way down to one's own area and lets only that be chosen.
import { describe, expect, it } from 'vitest';
import { openAtFirst, regionNodes } from '../../../src/console/shared/region-tree.ts';
import { Region, type RegionCode } from '../../../src/contract/regions.ts';

const region = (code: string, parent: string | null, kind: Region['kind'], shortName: string) =>
  Region.parse({ code, parent, kind, name: shortName, shortName, setting: null, hasChildren: true });
const regions = [
  region('370306', null, 'district', '周村区'),
  region('370306001', '370306', 'town', '丝绸路街道'),
  region('370306001001', '370306001', 'community', '车站社区'),
  region('370306001003', '370306001', 'community', '市南社区'),
];
const scopes = (...codes: string[]) => codes as RegionCode[];

describe('the tree of regions', () => {
  it('hangs each region below its parent', () => {
    const [district] = regionNodes(regions, scopes('370306'));
    expect(district?.title).toBe('周村区');
    expect(district?.children[0]?.children.map((node) => node.title)).toEqual(['车站社区', '市南社区']);
  });

  it('begins where the list begins', () => {
    expect(regionNodes(regions.slice(2), scopes('370306')).map((node) => node.title)).toEqual(['车站社区', '市南社区']);
  });

  it('lets a community choose itself only', () => {
    const [district] = regionNodes(regions, scopes('370306001001'));
    const town = district?.children[0];
    expect([district, town, ...(town?.children ?? [])].map((node) => node?.disabled)).toEqual([
      true,
      true,
      false,
      true,
    ]);
  });

  it('is open down to the own area at first', () => {
    expect(openAtFirst(regionNodes(regions, scopes('370306001001')))).toEqual(
      expect.arrayContaining(['370306', '370306001']),
    );
  });

  it('is open at its root only, where all is the own area', () => {
    expect(openAtFirst(regionNodes(regions, scopes('370306')))).toEqual(['370306']);
  });
});
