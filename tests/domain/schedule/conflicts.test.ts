import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NoticeId } from '../../../src/contract/ids.ts';
import type { Placement } from '../../../src/contract/schedule.ts';
import { conflictsOf, type Scheduled } from '../../../src/domain/schedule/conflicts.ts';

const item = (
  id: string,
  placements: Placement[],
  spans: [number, number][],
  more: Partial<Scheduled> = {},
): Scheduled => ({
  id: id as NoticeId,
  pinned: false,
  placements,
  weight: 1,
  spans: spans.map(([from, to]) => ({ from, to })),
  everOn: true,
  ...more,
});
const kinds = (items: Scheduled[]) => conflictsOf(items).map(({ kind }) => kind);

describe('conflicts', () => {
  it('are there from the first moment of being together to the last', () => {
    expect(
      conflictsOf([item('a', ['full'], [[0, 10]]), item('b', ['full'], [[5, 20]]), item('c', ['full'], [[8, 9]])]),
    ).toEqual([{ kind: 'full-together', items: ['a', 'b', 'c'], span: { from: 5, to: 10 }, share: null }]);
    expect(kinds([item('a', ['full'], [[0, 10]]), item('b', ['full'], [[10, 20]])])).toEqual([]);
  });

  it('are told anew after a pause', () => {
    const [a, b] = [
      item(
        'a',
        ['full'],
        [
          [0, 10],
          [20, 30],
        ],
      ),
      item('b', ['full'], [[0, 30]]),
    ];
    expect(conflictsOf([a, b]).map(({ span }) => span)).toEqual([
      { from: 0, to: 10 },
      { from: 20, to: 30 },
    ]);
  });

  it('are more than three in the ticker, pinned ones too', () => {
    const tickers = ['a', 'b', 'c'].map((id) => item(id, ['ticker'], [[0, 10]]));
    expect(kinds(tickers)).toEqual([]);
    expect(kinds([...tickers, item('d', [], [[9, 12]], { pinned: true })])).toEqual(['tickers']);
  });

  it('are shares of the card too small to be of use, with the least of them', () => {
    const [small, large] = [item('a', ['card'], [[0, 10]]), item('b', ['card'], [[4, 8]], { weight: 10 })];
    expect(conflictsOf([small, large])).toEqual([
      { kind: 'thin-share', items: ['a'], span: { from: 4, to: 8 }, share: 9.1 },
    ]);
    expect(kinds([small, item('b', ['card'], [[4, 8]], { weight: 9 })])).toEqual([]);
  });

  it('are what is never on', () => {
    expect(conflictsOf([item('a', [], [], { everOn: false })])).toEqual([
      { kind: 'never-on', items: ['a'], span: null, share: null },
    ]);
  });

  it('agree with asking at every moment', () => {
    const span = fc
      .tuple(fc.nat(20), fc.integer({ min: 1, max: 6 }))
      .map(([from, length]) => [from, from + length] as [number, number]);
    fc.assert(
      fc.property(fc.array(span, { maxLength: 6 }), (spans) => {
        const found = conflictsOf(spans.map((one, index) => item(String(index), ['full'], [one])));
        for (let at = 0; at < 30; at += 1) {
          const on = spans.filter(([from, to]) => from <= at && at < to).length;
          expect(found.some((each) => each.span && each.span.from <= at && at < each.span.to)).toBe(on > 1);
        }
      }),
    );
  });
});
