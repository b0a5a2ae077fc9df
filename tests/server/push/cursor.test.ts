// Cursors as text and as a map.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FeedCursor } from '../../../src/contract/feed.ts';
import type { RegionCode } from '../../../src/contract/regions.ts';
import { formatCursor, parseCursor, resumeAt } from '../../../src/server/push/cursor.ts';

const WIDTHS = [6, 9, 12, 15, 18, 22];
const HOUSEHOLD = '3703060010010010010101';
const chain = WIDTHS.map((width) => HOUSEHOLD.slice(0, width) as RegionCode);
const seq = fc.integer({ min: 0, max: 10 ** 9 });
const cursors = fc
  .record({ regions: fc.subarray(chain), seqs: fc.array(seq, { minLength: chain.length, maxLength: chain.length }) })
  .map(({ regions, seqs }) => new Map(regions.map((region, n) => [region, seqs[n] ?? 0])));

describe('a cursor', () => {
  it('comes back from its text as it was, and its text keeps the contract', () => {
    fc.assert(
      fc.property(cursors, (cursor) => {
        const text = formatCursor(cursor);
        expect(FeedCursor.parse(text)).toBe(text);
        expect(parseCursor(text)).toEqual(cursor);
      }),
    );
  });

  it.each(['370306', '370306:', ':3', '370306:-1', '370306:1,', '37030a:1', '370306:1 ', '370306:1,370306:2', '1:1'])(
    'is not made of %j',
    (text) => {
      expect(parseCursor(text)).toBeNull();
    },
  );

  it('is no longer than the contract allows', () => {
    const many = Array.from({ length: 40 }, (_, n) => `${370_000_000 + n}:1`).join(',');
    expect(parseCursor(many)).toBeNull();
  });
});

describe('resuming after the last event', () => {
  const cursor = new Map([
    ['370306' as RegionCode, 12],
    ['370306001' as RegionCode, 3],
  ]);

  it('moves that region forward and leaves the others', () => {
    expect(formatCursor(resumeAt(cursor, '370306001:5'))).toBe('370306:12,370306001:5');
  });

  it.each([
    ['nothing was sent', undefined],
    ['it points backwards', '370306:11'],
    ['it is of a region that is not the box’s', '370306002:99'],
    ['it cannot be read', 'x:1'],
    ['it is a whole cursor', '370306:13,370306001:4'],
  ])('changes nothing when %s', (_case, lastEventId) => {
    expect(resumeAt(cursor, lastEventId)).toBe(cursor);
  });
});
