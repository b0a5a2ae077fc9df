import { describe, expect, it } from 'vitest';
import type { RegionCode } from '../../../src/contract/regions.ts';
import { createCommunityFinder, findBuilding, type NamedPlace, roomOf } from '../../../src/domain/boxes/address.ts';

const place = (code: string, kind: NamedPlace['kind'], ...names: string[]): NamedPlace => ({
  code: code as RegionCode,
  kind,
  names,
});

const find = createCommunityFinder([
  place('370306', 'district', '周村区'),
  place('370306001', 'town', '丝绸路街道'),
  place('370306100', 'town', '北郊镇'),
  place('370306102', 'town', '王村镇'),
  place('370306004', 'town', '永安街道', '永安街街道'),
  place('370306001001', 'community', '车站社区居委会', '车站社区'),
  place('370306001002', 'community', '市南社区居委会', '市南社区'),
  place('370306004001', 'community', '前进村村民委员会', '前进村'),
  place('370306100001', 'community', '和家村委会', '和家村'),
  place('370306102001', 'community', '和家村委会', '和家村'),
]);
const CHEZHAN = { code: '370306001001', rest: '1号楼' };

describe('an address', () => {
  it.each([
    '车站社区1号楼',
    '车站社区居委会1号楼',
    '车站社区　１号楼',
    '丝绸路街道 车站社区 1号楼',
    '丝绸路车站社区1号楼',
    '丝绸路街道办事处车站社区1号楼',
    '周村区丝绸路街道车站社区1号楼',
    '周村区车站社区1号楼',
    '山东省淄博市周村区丝绸路街道车站社区1号楼',
    '淄博市周村区，车站社区，1号楼',
    '车站社区1#楼',
    '车站社区1#',
  ])('%s is building 1 of 车站社区', (address) => {
    expect(find(address)).toEqual(CHEZHAN);
  });

  it('keeps a community whose name begins like a city', () => {
    expect(find('市南社区2号楼')).toEqual({ code: '370306001002', rest: '2号楼' });
  });

  it('knows a town by its name in the programme', () => {
    expect(find('永安街街道前进村3排')).toEqual({ code: '370306004001', rest: '3排' });
  });

  it('asks for the town where two villages have one name', () => {
    expect(find('和家村1排')).toEqual({ many: '和家村' });
    expect(find('王村镇和家村1排')).toEqual({ code: '370306102001', rest: '1排' });
    expect(find('北郊镇 和家村委会 1排')).toEqual({ code: '370306100001', rest: '1排' });
  });

  it('does not look for a community in the wrong town', () => {
    expect(find('王村镇车站社区1号楼')).toBeUndefined();
  });

  it.each(['', '别处社区1号楼', '淄博市', '周村区'])('%j is nowhere', (address) => {
    expect(find(address)).toBeUndefined();
  });
});

describe('a building', () => {
  const within = [
    place('370306001001001', 'grid', '第一网格'),
    place('370306001001001001', 'building', '1号楼'),
    place('370306001001001011', 'building', '11号楼'),
    place('370306001001001012', 'building', '1号楼东'),
  ];

  it('is told from those whose names begin or end like its own', () => {
    expect(findBuilding('1号楼', within)).toMatchObject({ code: '370306001001001001', rest: '' });
    expect(findBuilding('11号楼', within)).toMatchObject({ code: '370306001001001011', rest: '' });
    expect(findBuilding('1号楼东', within)).toMatchObject({ code: '370306001001001012', rest: '' });
  });

  it('may have its grid before it and the room behind it', () => {
    expect(findBuilding('第一网格1号楼101', within)).toMatchObject({ code: '370306001001001001', rest: '101' });
  });

  it('is not found under another name', () => {
    expect(findBuilding('9号楼', within)).toBeUndefined();
    expect(findBuilding('', within)).toBeUndefined();
  });

  it.each([
    ['101', '', '101'],
    ['101室', '', '101'],
    ['１号楼 101', '', '101'],
    ['101', '101室', '101'],
    ['101', '1单元', '1单元101'],
    ['1单元101', '1单元', '1单元101'],
  ])('has the room %s with %j behind its name as %s', (household, rest, room) => {
    expect(roomOf(household, '1号楼', rest)).toBe(room);
  });
});
