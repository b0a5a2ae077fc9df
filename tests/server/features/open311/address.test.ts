import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RegionCode } from '../../../../src/contract/regions.ts';
import { regionOfAddress } from '../../../../src/server/features/open311/address.ts';

const region = (code: string, name: string, short_name = name) => ({ code: code as RegionCode, name, short_name });
const REGIONS = [
  region('370306001', '丝绸路街道'),
  region('370306102', '王村镇'),
  region('370306001001', '车站社区居委会', '车站社区'),
  region('370306001002', '车站社区东区居委会', '车站社区东区'),
  region('370306102001', '王村村委会', '王村'),
  region('370306001003', '东街村委会', '东街村'),
  region('370306102003', '东街村委会', '东街村'),
];
const find = (address: string) => regionOfAddress(address, REGIONS);

describe('the community of an address', () => {
  it.each([
    ['车站社区小广场', '370306001001', '小广场'],
    ['车站社区居委会门口', '370306001001', '门口'],
    ['山东省淄博市周村区丝绸路街道车站社区 3号楼北', '370306001001', '3号楼北'],
    ['周村区，王村镇，王村，村口', '370306102001', '村口'],
    ['王村镇政府门前', '370306102', '政府门前'],
    ['王村小学', '370306102001', '小学'],
  ])('%s: %s, %s', (address, region, rest) => expect(find(address)).toEqual({ region, rest }));

  it('is that of the longest name', () =>
    expect(find('车站社区东区北门')).toEqual({ region: '370306001002', rest: '北门' }));

  it('is not guessed where two have one name, and told by the town where there is one', () => {
    expect(find('东街村东头')).toEqual({ region: '370306', rest: '东街村东头' });
    expect(find('王村镇东街村东头')).toEqual({ region: '370306102003', rest: '东头' });
  });

  it("is nobody's where nothing is known, and the place is never empty", () => {
    expect(find('联通路与正阳路路口')).toEqual({ region: '370306', rest: '联通路与正阳路路口' });
    expect(find('车站社区')).toEqual({ region: '370306001001', rest: '车站社区' });
    expect(find('周村区')).toEqual({ region: '370306', rest: '周村区' });
  });

  it('is one of those there are, whatever is written', () => {
    const parts = fc.constantFrom(
      '山东省',
      '淄博市',
      '周村区',
      '丝绸路街道',
      '王村',
      '镇',
      '东街村',
      ' ',
      '，',
      '车站社区',
      '路口',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(parts, fc.string()), { minLength: 1 }), (written) => {
        const address = written.join('');
        fc.pre(address !== '');
        const { region, rest } = find(address);
        expect(['370306', ...REGIONS.map(({ code }) => code)]).toContain(region);
        expect(rest).not.toBe('');
        expect(address).toContain(rest);
      }),
    );
  });
});
