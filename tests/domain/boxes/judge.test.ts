import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BoxId } from '../../../src/contract/ids.ts';
import type { RegionCode } from '../../../src/contract/regions.ts';
import type { ListRow } from '../../../src/domain/boxes/fault.ts';
import { judge, type Known, type KnownBox } from '../../../src/domain/boxes/judge.ts';

const HOME = { household: '3703060010010010010101' as RegionCode, name: '1号楼 101' };
const NEXT_DOOR = '3703060010010010010102' as RegionCode;
const OTHER_TOWN = '3703061022150010010101' as RegionCode;
const ROW: ListRow = {
  smartCard: '8531002026000017',
  model: 'HC3100',
  chipId: 'A0B1C2D3E4F5',
  address: '车站社区1号楼',
  household: '101',
  twoWay: '是',
  hd: '是',
};
const BOX: KnownBox = {
  id: '019ab000-0000-7000-8000-0000000000b1' as BoxId,
  household: HOME.household,
  state: 'listed',
  model: 'HC3100',
  chipId: 'A0B1C2D3E4F5',
  twoWay: true,
  hd: true,
  place: '车站社区 1号楼 101',
};
const known = (change: Partial<Known> = {}): Known => ({
  home: () => HOME,
  earlierRow: () => undefined,
  box: () => undefined,
  manages: (region) => region.startsWith('370306001'),
  ...change,
});
const withBox = (change: Partial<KnownBox>) => known({ box: () => ({ ...BOX, ...change }) });

describe('the verdict on a row', () => {
  it('is good where all is well: a new box', () => {
    expect(judge(ROW, known())).toMatchObject({ result: 'good', home: HOME, box: null });
  });

  it('is same where the box is stored just like this, whatever became of it', () => {
    for (const state of ['listed', 'bound', 'authorised', 'revoked'] as const)
      expect(judge(ROW, withBox({ state }))).toEqual({ result: 'same' });
  });

  it('is good where a listed box gets other data or another household', () => {
    for (const change of [{ model: null }, { chipId: 'X' }, { twoWay: false }, { hd: false }, { household: NEXT_DOOR }])
      expect(judge(ROW, withBox(change))).toMatchObject({ result: 'good', box: BOX.id });
  });

  it('is duplicate where the box has been activated elsewhere', () => {
    const place = '车站社区 1号楼 102';
    for (const state of ['bound', 'authorised', 'revoked'] as const)
      expect(judge(ROW, withBox({ state, household: NEXT_DOOR, place }))).toEqual({
        result: 'duplicate',
        faults: [{ kind: 'other-box', place, state }],
      });
  });

  it('does not tell where a box stands that lies outside, nor moves it from there', () => {
    expect(judge(ROW, withBox({ household: OTHER_TOWN, place: '李家疃村 1排 101' }))).toEqual({
      result: 'duplicate',
      faults: [{ kind: 'other-box', place: null, state: 'listed' }],
    });
  });

  it('is duplicate where an earlier row has the number', () => {
    expect(judge(ROW, known({ earlierRow: () => 2 }))).toEqual({
      result: 'duplicate',
      faults: [{ kind: 'earlier-row', row: 2 }],
    });
  });

  it('is unknown-address where nothing is found, or what is found lies outside', () => {
    const fault = { kind: 'no-room', place: '车站社区 1号楼', text: '101' } as const;
    expect(judge(ROW, known({ home: () => fault }))).toEqual({ result: 'unknown-address', faults: [fault] });
    expect(judge(ROW, known({ home: () => ({ ...HOME, household: OTHER_TOWN }) }))).toEqual({
      result: 'unknown-address',
      faults: [{ kind: 'outside' }],
    });
  });

  it('is malformed before anything is looked up', () => {
    const unasked = () => expect.fail('was looked up');
    const answers = known({ home: unasked, earlierRow: unasked, box: unasked });
    expect(judge({ ...ROW, smartCard: '1' }, answers)).toMatchObject({ result: 'malformed' });
  });

  it('is good for every row that good values are written out to', () => {
    const text = (most: number) =>
      fc
        .string({ minLength: 1, maxLength: most, unit: fc.constantFrom(...'ABXYZ019-_/.型号机顶盒') })
        .filter((each) => each.trim() === each);
    const values = fc.record({
      smartCard: fc.string({ minLength: 8, maxLength: 20, unit: fc.constantFrom(...'0123456789') }),
      model: text(60),
      chipId: text(40),
      address: text(60),
      household: fc.integer({ min: 1, max: 9999 }).map(String),
      twoWay: fc.boolean(),
      hd: fc.boolean(),
    });
    const yesNo = fc.constantFrom(['是', '否'], ['1', '0'], ['Y', 'N'], ['y', 'n'], ['ＴＲＵＥ', 'FALSE']);
    fc.assert(
      fc.property(values, yesNo, ({ twoWay, hd, ...texts }, [yes = '', no = '']) => {
        const row = { ...texts, twoWay: twoWay ? yes : no, hd: hd ? yes : no };
        expect(judge(row, known())).toMatchObject({ result: 'good', listing: { ...texts, twoWay, hd } });
      }),
    );
  });
});
